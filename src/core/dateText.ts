const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2026-05-03` as people write it: 3 May 2026. */
export function dateText(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}
