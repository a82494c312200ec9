/**
 * How alike two spellings are: one minus the number of letters to insert, drop or change (Levenshtein's distance) over
 * the longer length; 0 to 1. Gives up, with 0, as soon as it must fall below `least`: only a band around the diagonal
 * is walked.
 */
export function similarityOfSpelling(a: string, b: string, least: number): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  const allowed = Math.floor(longest * (1 - least));
  if (Math.abs(a.length - b.length) > allowed) return 0;
  let start = 0;
  const shortest = Math.min(a.length, b.length);
  while (start < shortest && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endB - start;
  let above = new Uint16Array(width + 1);
  let row = new Uint16Array(width + 1);
  const beyond = allowed + 1;
  for (let column = 0; column <= width; column++) above[column] = Math.min(column, beyond);
  for (let at = start; at < endA; at++) {
    const depth = at - start + 1;
    const from = Math.max(1, depth - allowed);
    const to = Math.min(width, depth + allowed);
    row.fill(beyond);
    if (depth <= allowed) row[0] = depth;
    let best = row[0] ?? beyond;
    const letter = a.charCodeAt(at);
    for (let column = from; column <= to; column++) {
      const changed = (above[column - 1] ?? beyond) + (letter === b.charCodeAt(start + column - 1) ? 0 : 1);
      const cost = Math.min(changed, (above[column] ?? beyond) + 1, (row[column - 1] ?? beyond) + 1, beyond);
      row[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > allowed) return 0;
    [above, row] = [row, above];
  }
  const distance = above[width] ?? beyond;
  return distance > allowed ? 0 : 1 - distance / longest;
}
