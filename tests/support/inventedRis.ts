/** So many made-up records as RIS, no two alike. */
export function inventedRis(count: number): string {
  return Array.from({ length: count }, (_, place) =>
    [
      'TY  - JOUR',
      `TI  - Invented trial number ${place} of remedy ${String.fromCharCode(65 + (place % 26))}${place}`,
      `AU  - Author${place}, Ann`,
      `PY  - ${1990 + (place % 30)}`,
      `DO  - 10.5555/many.${place}`,
      `AB  - Invented text number ${place}.`,
      'ER  - ',
      '',
    ].join('\r\n'),
  ).join('\r\n');
}
