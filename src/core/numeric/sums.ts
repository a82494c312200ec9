/** Sum of the values with Neumaier's compensation, so that the order of studies does not show in the last digits. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  const compensated = total + lost;
  return Number.isNaN(compensated) ? total : compensated;
}

/** Sum of value(i) for i in 0..length-1, compensated as `sum`. */
export function sumOver(length: number, value: (index: number) => number): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < length; i++) {
    const term = value(i);
    const next = total + term;
    lost += Math.abs(total) >= Math.abs(term) ? total - next + term : term - next + total;
    total = next;
  }
  const compensated = total + lost;
  return Number.isNaN(compensated) ? total : compensated;
}

/** Arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
