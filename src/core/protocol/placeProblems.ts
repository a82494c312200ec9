import type { FoundProblem, QueryProblem } from '#core/protocol/queryTree';

/** Problems in the order of their places, each with its line and column. */
export function placeProblems(source: string, found: readonly FoundProblem[]): readonly QueryProblem[] {
  const lineStarts = [0];
  for (let at = 0; at < source.length; at++) if (source.charAt(at) === '\n') lineStarts.push(at + 1);
  return [...found]
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map(problem => {
      let line = 0;
      while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= problem.start) line += 1;
      return { ...problem, line: line + 1, column: problem.start - (lineStarts[line] ?? 0) + 1 };
    });
}
