import { type ModeratorTerm, moderatorsIn } from '#core/synthesis/moderatorTerms';

/** A characteristic as a moderator of effects. */
export interface Moderator {
  readonly id: string;
  readonly name: string;
  readonly kind: 'number' | 'category';
  readonly unit: string;
}

export type ModeratorRow = Readonly<Record<string, number | string>>;

/** One column of the design: a number, one against the first level of a category, or a product of such. */
export interface ModeratorColumn {
  readonly name: string;
  /** More than one moderator: a column of their interaction. */
  readonly term: ModeratorTerm;
  readonly valueOf: (row: ModeratorRow) => number;
}

export interface ModeratorDesign {
  readonly columns: readonly ModeratorColumn[];
  /** The level that the others of a category are compared with, by the moderator's id. */
  readonly references: Readonly<Record<string, string>>;
  /** Rows with an intercept. */
  readonly rows: readonly (readonly number[])[];
}

/** The levels of a category, the one that others are compared with first: by alphabet. */
export function levelsOf({ id }: Moderator, values: readonly ModeratorRow[]): string[] {
  return [...new Set(values.map(row => String(row[id])))].sort((a, b) => a.localeCompare(b, 'en'));
}

function columnsOf(moderator: Moderator, levels: ReadonlyMap<string, readonly string[]>): ModeratorColumn[] {
  const { id, name, kind } = moderator;
  const term: ModeratorTerm = [moderator];
  if (kind === 'number') return [{ name, term, valueOf: row => Number(row[id] ?? Number.NaN) }];
  const others = (levels.get(id) ?? []).slice(1);
  return others.map(level => ({
    name: `${name}: ${level}`,
    term,
    valueOf: row => (String(row[id]) === level ? 1 : 0),
  }));
}

/** Columns of a term; those of an interaction are all products, the first moderator changing fastest as in R. */
function columnsOfTerm(term: ModeratorTerm, levels: ReadonlyMap<string, readonly string[]>): ModeratorColumn[] {
  const [first, ...others] = term;
  return others.reduce<ModeratorColumn[]>(
    (so, other) =>
      columnsOf(other, levels).flatMap(right =>
        so.map(left => ({
          name: `${left.name} × ${right.name}`,
          term,
          valueOf: (row: ModeratorRow) => left.valueOf(row) * right.valueOf(row),
        })),
      ),
    columnsOf(first, levels),
  );
}

/** Values of moderators, one record a study, every moderator known. */
export function moderatorDesign(terms: readonly ModeratorTerm[], values: readonly ModeratorRow[]): ModeratorDesign {
  const categories = moderatorsIn(terms).filter(({ kind }) => kind === 'category');
  const levels = new Map(categories.map(moderator => [moderator.id, levelsOf(moderator, values)]));
  const columns = terms.flatMap(term => columnsOfTerm(term, levels));
  return {
    columns,
    references: Object.fromEntries([...levels].map(([id, [first = '']]) => [id, first])),
    rows: values.map(row => [1, ...columns.map(column => column.valueOf(row))]),
  };
}

/** A study in the middle: numbers at their means, categories at the level that others are compared with. */
export function middleRow(terms: readonly ModeratorTerm[], values: readonly ModeratorRow[]): ModeratorRow {
  return Object.fromEntries(
    moderatorsIn(terms).map(moderator => {
      const { id, kind } = moderator;
      const mean = values.reduce((sum, row) => sum + Number(row[id]), 0) / values.length;
      return [id, kind === 'number' ? mean : (levelsOf(moderator, values)[0] ?? '')] as const;
    }),
  );
}
