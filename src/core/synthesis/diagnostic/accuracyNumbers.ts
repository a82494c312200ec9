import type { DiagnosticTable } from '#core/synthesis/diagnostic/diagnosticTable';

/**
 * The four counts with the two groups that a diagnostic odds ratio compares: people with the condition (test positive of
 * all) and people without it. So an odds ratio of these numbers is tp·tn / (fp·fn).
 */
export function accuracyNumbers({ tp = 0, fp = 0, fn = 0, tn = 0 }: Partial<DiagnosticTable>): Record<string, number> {
  return { tp, fp, fn, tn, ai: tp, n1i: tp + fn, ci: fp, n2i: fp + tn };
}
