/** Numbers as people read them: true minus, commas between thousands, p never below what is worth saying. */

/** A whole number with a comma between thousands. Takes a count; a negative one keeps a true minus. */
export function countText(count: number): string {
  const digits = Math.abs(Math.round(count)).toString();
  return `${count < 0 ? '−' : ''}${digits.replace(/\B(?=(\d{3})+$)/g, ',')}`;
}

/** A number with a fixed count of decimals and a true minus; what rounds to zero bears no sign. */
export function decimalText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`decimalText: ${value} can't be written as a decimal`);
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = '', part] = fixed.split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const isZero = !/[1-9]/.test(fixed);
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** `p = 0.41`, `p = 0.032`, `p < 0.001`: two decimals from 0.10, three below. Takes a probability. */
export function pText(p: number): string {
  if (p < 0.001) return 'p < 0.001';
  if (p > 0.99 && p < 1) return 'p > 0.99';
  const decimals = p >= 0.0995 ? 2 : 3;
  return `p = ${decimalText(p, decimals)}`;
}

/** A share in percent. `0.924` gives `92 %`. */
export function shareText(share: number): string {
  return `${decimalText(share * 100, 0)} %`;
}
