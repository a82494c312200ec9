import type { ZeroRule } from '#core/synthesis/effects/effectSize';

/** Persons of a study of test accuracy: the condition present (tp, fn) or absent (fp, tn), the test positive or negative. */
export interface DiagnosticTable {
  readonly tp: number;
  readonly fn: number;
  readonly fp: number;
  readonly tn: number;
}

/** Sensitivity and specificity of a study on the logit scale, with their sampling variances. */
export interface AccuracyLogits {
  readonly sensitivity: number;
  readonly sensitivityVariance: number;
  readonly specificity: number;
  readonly specificityVariance: number;
}

const hasZero = ({ tp, fn, fp, tn }: DiagnosticTable) => tp === 0 || fn === 0 || fp === 0 || tn === 0;

/** The tables after `add` was added to all four cells where the rule says so: `if0all` to all studies if one has a zero. */
export function correctedDiagnosticTables(
  tables: readonly DiagnosticTable[],
  add: number,
  to: ZeroRule,
): DiagnosticTable[] {
  const anyZero = tables.some(hasZero);
  return tables.map(table => {
    const adds = to === 'all' || (to === 'only0' && hasZero(table)) || (to === 'if0all' && anyZero);
    return adds ? { tp: table.tp + add, fn: table.fn + add, fp: table.fp + add, tn: table.tn + add } : table;
  });
}

/** Logits with variances from reciprocal cells; infinite where a cell is zero. */
export function accuracyLogits({ tp, fn, fp, tn }: DiagnosticTable): AccuracyLogits {
  return {
    sensitivity: Math.log(tp / fn),
    sensitivityVariance: 1 / tp + 1 / fn,
    specificity: Math.log(tn / fp),
    specificityVariance: 1 / tn + 1 / fp,
  };
}
