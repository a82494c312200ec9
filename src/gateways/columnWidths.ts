/** How many letters of a column count: longer texts run over several lines. */
const MOST = 60;
const LEAST = 6;

/**
 * How wide each column of a table is, in shares of it that sum to 1: by its longest word, which must not break, and by the
 * square root of its longest text, which may.
 */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...rows.map(row => row.length));
  const wants = Array.from({ length: columns }, (_, place) => {
    const lines = rows.flatMap(row => (row[place] ?? '').split('\n'));
    const longestText = Math.max(LEAST, ...lines.map(line => Math.min(MOST, line.length)));
    const longestWord = Math.max(
      LEAST,
      ...lines.flatMap(line => line.split(/\s+/)).map(word => Math.min(20, word.length)),
    );
    return longestWord + Math.sqrt(longestText) * 2;
  });
  const total = wants.reduce((sum, want) => sum + want, 0);
  return wants.map(want => want / total);
}
