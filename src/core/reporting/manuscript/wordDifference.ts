export interface WordRun {
  readonly kind: 'same' | 'gone' | 'added';
  readonly text: string;
}

/**
 * What became of a sentence, word by word: the longest run of words that both share stays, the rest is gone or added.
 * Takes two texts; gives runs whose `same` and `gone` parts make the first, `same` and `added` the second.
 */
export function wordDifference(before: string, after: string): WordRun[] {
  const a = before.split(/(?<=\s)/);
  const b = after.split(/(?<=\s)/);
  // lengths[i][j]: words shared by a from i on and b from j on.
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i];
    for (let j = b.length - 1; row && j >= 0; j--)
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const runs: WordRun[] = [];
  const add = (kind: WordRun['kind'], text: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i] ?? '');
      i++;
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) add('gone', a[i++] ?? '');
    else add('added', b[j++] ?? '');
  }
  return runs;
}
