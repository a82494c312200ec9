/** A number as a sentence says it: whole numbers in full with commas between thousands, others with four significant digits, a true minus sign. */
export function saidNumber(value: number): string {
  const text = Number.isInteger(value)
    ? String(value).replace(/\B(?=(\d{3})+$)/g, ',')
    : String(Number(value.toPrecision(4)));
  return text.replace(/^-/, '−');
}
