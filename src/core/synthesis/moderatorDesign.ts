/** A characteristic as a moderator of effects. */
export interface Moderator {
  readonly id: string;
  readonly name: string;
  readonly kind: 'number' | 'category';
  readonly unit: string;
}

/** One column of the design: a number, or one against the first level of a category. */
export interface ModeratorColumn {
  readonly name: string;
  readonly moderator: Moderator;
  /** Of a category: the level that this column marks. */
  readonly level: string | null;
  readonly valueOf: (value: number | string) => number;
}

export interface ModeratorDesign {
  readonly columns: readonly ModeratorColumn[];
  /** The level that the others of a category are compared with, by the moderator's id. */
  readonly references: Readonly<Record<string, string>>;
  /** Rows with an intercept. */
  readonly rows: readonly (readonly number[])[];
}

/** Values of moderators, one record a study, every moderator known. */
export function moderatorDesign(
  moderators: readonly Moderator[],
  values: readonly Readonly<Record<string, number | string>>[],
): ModeratorDesign {
  const references: Record<string, string> = {};
  const columns = moderators.flatMap((moderator): ModeratorColumn[] => {
    const { id, name, kind } = moderator;
    if (kind === 'number') return [{ name, moderator, level: null, valueOf: value => Number(value) }];
    const levels = [...new Set(values.map(row => String(row[id])))].sort((a, b) => a.localeCompare(b, 'en'));
    references[id] = levels[0] ?? '';
    return levels.slice(1).map(level => ({
      name: `${name}: ${level}`,
      moderator,
      level,
      valueOf: value => (String(value) === level ? 1 : 0),
    }));
  });
  return {
    columns,
    references,
    rows: values.map(row => [1, ...columns.map(column => column.valueOf(row[column.moderator.id] ?? Number.NaN))]),
  };
}
