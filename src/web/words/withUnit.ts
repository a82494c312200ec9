/** A number with its unit: `46 years`, `5 %`, but `12°`. */
export function withUnit(value: string | number, unit: string): string {
  if (unit === '') return String(value);
  return unit.startsWith('°') ? `${value}${unit}` : `${value} ${unit}`;
}
