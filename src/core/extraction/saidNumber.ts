/** A number as a sentence says it: whole numbers in full, others with four significant digits, a true minus sign. */
export function saidNumber(value: number): string {
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
  return text.replace(/^-/, '−');
}
