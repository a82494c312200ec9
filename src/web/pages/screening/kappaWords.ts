import type { Agreement } from './conflictQueries.ts';

const two = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A coefficient with two decimals and a true minus. */
export function decimals(value: number): string {
  return two.format(value).replace('-', '−');
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** "κ 0.78 (95 % CI 0.70 to 0.86)", or that and why there is none. */
export function kappaWords({ value, lower, upper, because }: Agreement['kappa']): string {
  if (value === null) return `κ not computable: ${gapWords(because)}`;
  const interval =
    lower === null || upper === null ? '' : ` (95\u00a0%\u00a0CI ${decimals(lower)} to ${decimals(upper)})`;
  return `κ ${decimals(value)}${interval}`;
}

const GAPS: Readonly<Record<string, string>> = {
  'no-record-decided-by-both': 'no record was decided on by both',
  'chance-agreement-is-complete': 'both chose the same on every record, so chance alone would agree as well',
  'category-never-chosen': 'nobody chose it on any record',
  'fewer-than-two-records': 'fewer than two records were decided on by both',
};

/** Why a number of agreement can't be computed, as one says it. */
export function gapWords(because: string | null): string {
  return GAPS[because ?? ''] ?? because?.replaceAll('-', ' ') ?? 'there is nothing to compare yet';
}

/** What a kappa says aloud, by the words of Landis and Koch (1977, doi:10.2307/2529310). */
export function kappaAloud(kappa: number): string {
  if (kappa <= 0) return 'no better than by chance';
  if (kappa <= 0.2) return 'slight agreement beyond chance';
  if (kappa <= 0.4) return 'fair agreement beyond chance';
  if (kappa <= 0.6) return 'moderate agreement beyond chance';
  if (kappa <= 0.8) return 'substantial agreement beyond chance';
  return 'almost perfect agreement beyond chance';
}
