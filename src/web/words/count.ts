const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A whole number with commas between the thousands: 1,243. */
export function count(value: number): string {
  return grouped.format(value);
}
