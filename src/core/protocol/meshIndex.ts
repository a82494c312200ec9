/** A descriptor of MeSH as it stands in a list of them; all else is derived. */
export interface MeshRow {
  readonly ui: string;
  readonly name: string;
  readonly treeNumbers: readonly string[];
  /** Entry terms, permuted ones too. */
  readonly terms: readonly string[];
}

export interface MeshSuggestion {
  readonly ui: string;
  readonly name: string;
  /** The term that fitted; the name itself or another word for it. */
  readonly matched: string;
}

export interface MeshIndex {
  readonly size: number;
  /** The descriptor that a name or any of its terms means, in any case and word order. */
  readonly byName: (name: string) => MeshRow | null;
  readonly byUi: (ui: string) => MeshRow | null;
  /** Headings for what a person types, the nearest first. */
  readonly suggest: (text: string, limit?: number) => readonly MeshSuggestion[];
  /** The descriptor and all that stand below it in any of its places in the tree; empty when it is not known. */
  readonly explode: (ui: string) => readonly MeshRow[];
}

interface Spelling {
  readonly row: MeshRow;
  readonly term: string;
  readonly plain: string;
}

/** An index over the descriptors of MeSH; about 30,000 of them with 260,000 terms take some 60 MB. */
export function createMeshIndex(rows: readonly MeshRow[]): MeshIndex {
  const byUi = new Map(rows.map(row => [row.ui, row]));
  // Some names differ from another's by a sign alone (Cytochromes c, Cytochromes c').
  const byOwnName = new Map(rows.map(row => [row.name.toLowerCase(), row]));
  const spellings: Spelling[] = rows.flatMap(row =>
    [row.name, ...row.terms].map(term => ({ row, term, plain: foldMesh(term) })),
  );
  spellings.sort((one, other) => compare(one.plain, other.plain));
  const byPlain = new Map<string, Spelling>();
  const byWords = new Map<string, MeshRow>();
  for (const spelling of spellings) {
    // A descriptor's own name goes before another's entry term.
    if (!byPlain.has(spelling.plain) || spelling.term === spelling.row.name) byPlain.set(spelling.plain, spelling);
    const words = wordsInOrder(spelling.plain);
    if (!byWords.has(words)) byWords.set(words, spelling.row);
  }
  const byWord = wordLists(spellings);
  const tree = rows
    .flatMap(row => row.treeNumbers.map(number => ({ number, row })))
    .sort((one, other) => compare(one.number, other.number));

  return {
    size: rows.length,
    byUi: ui => byUi.get(ui) ?? null,
    byName: name =>
      byOwnName.get(name.trim().toLowerCase()) ??
      byPlain.get(foldMesh(name))?.row ??
      byWords.get(wordsInOrder(foldMesh(name))) ??
      null,
    suggest: (text, limit = 10) => suggest(text, limit, spellings, byWord),
    explode: ui => {
      const row = byUi.get(ui);
      if (!row) return [];
      const below = row.treeNumbers.flatMap(number => {
        const found: MeshRow[] = [];
        const prefix = `${number}.`;
        for (let at = firstAtLeast(tree, prefix, ({ number: own }) => own); tree[at]?.number.startsWith(prefix); at++) {
          const next = tree[at];
          if (next) found.push(next.row);
        }
        return found;
      });
      return [...new Set([row, ...below])];
    },
  };
}

function suggest(
  text: string,
  limit: number,
  spellings: readonly Spelling[],
  byWord: ReadonlyMap<string, readonly Spelling[]>,
): readonly MeshSuggestion[] {
  const wanted = foldMesh(text);
  if (wanted === '') return [];
  const best = new Map<string, { suggestion: MeshSuggestion; rank: number }>();
  const offer = ({ row, term, plain }: Spelling, rank: number): void => {
    const length = rank + plain.length / 1000 + (term === row.name ? 0 : 0.5);
    const known = best.get(row.ui);
    if (!known || length < known.rank)
      best.set(row.ui, { suggestion: { ui: row.ui, name: row.name, matched: term }, rank: length });
  };
  for (let at = firstAtLeast(spellings, wanted, ({ plain }) => plain); spellings[at]?.plain.startsWith(wanted); at++) {
    const spelling = spellings[at];
    if (spelling) offer(spelling, spelling.plain === wanted ? 0 : 1);
  }
  for (const spelling of withAllWords(wanted.split(' '), byWord)) offer(spelling, 2);
  return [...best.values()]
    .sort((one, other) => one.rank - other.rank || compare(one.suggestion.name, other.suggestion.name))
    .slice(0, limit)
    .map(({ suggestion }) => suggestion);
}

/** Spellings that hold all words; the last one may be only begun. */
function withAllWords(words: readonly string[], byWord: ReadonlyMap<string, readonly Spelling[]>): readonly Spelling[] {
  const whole = words.slice(0, -1).map(word => byWord.get(word) ?? []);
  const last = words.at(-1) ?? '';
  const [rarest] = [...whole, byWord.get(last) ?? []]
    .filter(list => list.length > 0)
    .sort((one, other) => one.length - other.length);
  return (rarest ?? []).filter(({ plain }) => {
    const own = plain.split(' ');
    return words.every((word, index) =>
      index < words.length - 1 ? own.includes(word) : own.some(each => each.startsWith(word)),
    );
  });
}

function wordLists(spellings: readonly Spelling[]): ReadonlyMap<string, readonly Spelling[]> {
  const lists = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    for (const word of new Set(spelling.plain.split(' '))) {
      const list = lists.get(word);
      if (list) list.push(spelling);
      else lists.set(word, [spelling]);
    }
  }
  return lists;
}

/** A term as it is compared: without case, accents and signs. */
export function foldMesh(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function wordsInOrder(plain: string): string {
  return plain.split(' ').sort(compare).join(' ');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The first place in a sorted list whose key is not less than the wanted one. */
function firstAtLeast<T>(sorted: readonly T[], wanted: string, key: (value: T) => string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle];
    if (value !== undefined && key(value) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
