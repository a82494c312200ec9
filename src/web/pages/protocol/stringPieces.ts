import type { QueryProblem } from '#core/protocol/queryTree';

export interface StringPiece {
  readonly start: number;
  readonly text: string;
  readonly look: 'operator' | 'tag' | 'words';
  /** What is wrong here, the worst of it. */
  readonly severity: QueryProblem['severity'] | null;
}

const MARKS = /"[^"\n]*"|(\[[^\]\n]*\])|\b(AND|OR|NOT)\b/g;
const RANK = { error: 2, warning: 1, note: 0 } as const;

/** A search string in pieces of one look each: operators, tags, words, and where something is wrong. */
export function stringPieces(text: string, problems: readonly QueryProblem[]): readonly StringPiece[] {
  const looks = [...text.matchAll(MARKS)].flatMap(match => {
    const look = match[1] ? ('tag' as const) : match[2] ? ('operator' as const) : null;
    return look ? [{ start: match.index, end: match.index + match[0].length, look }] : [];
  });
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...looks, ...problems]) {
    cuts.add(Math.min(start, text.length));
    cuts.add(Math.min(end, text.length));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, place) => {
    const end = sorted[place + 1] ?? text.length;
    const look = looks.find(one => one.start <= start && one.end >= end)?.look ?? 'words';
    const here = problems.filter(one => one.start <= start && one.end >= end && one.severity !== 'note');
    const worst = here.sort((a, b) => RANK[b.severity] - RANK[a.severity])[0];
    return { start, text: text.slice(start, end), look, severity: worst?.severity ?? null };
  });
}
