import { type EffectOptions, numberOf, type StudyNumbers } from '#core/synthesis/effects/effectSize';

/** Events (a, c) and non-events (b, d) of two groups of n1 and n2 persons. */
export interface Table {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly n1: number;
  readonly n2: number;
}

/** The table that a study reports, as cells or as events and totals; NaN where a number is missing. */
export function tableOf(study: StudyNumbers): Table {
  const a = numberOf(study, 'ai');
  const c = numberOf(study, 'ci');
  const b = study.bi ?? numberOf(study, 'n1i') - a;
  const d = study.di ?? numberOf(study, 'n2i') - c;
  return { a, b, c, d, n1: a + b, n2: c + d };
}

export function isComplete(table: Table): boolean {
  return !Number.isNaN(table.n1 + table.n2);
}

export function hasZeroCell(table: Table): boolean {
  return table.a === 0 || table.b === 0 || table.c === 0 || table.d === 0;
}

/** No event in either group, or nothing but events in both: such a study says nothing about a ratio. */
export function isDoubleZero(table: Table): boolean {
  return (table.a === 0 && table.c === 0) || (table.b === 0 && table.d === 0);
}

const UNKNOWN: Table = {
  a: Number.NaN,
  b: Number.NaN,
  c: Number.NaN,
  d: Number.NaN,
  n1: Number.NaN,
  n2: Number.NaN,
};

/** The tables after the rule for zero cells; a table that the rule drops becomes unknown. */
export function correctedTables(tables: readonly Table[], options: EffectOptions): Table[] {
  const dropped = tables.map(table => isComplete(table) && options.drop00 && isDoubleZero(table));
  const kept = tables.map((table, i) => (dropped[i] ? UNKNOWN : table));
  const anyZero = kept.some(hasZeroCell);
  return kept.map(table => {
    const adds =
      options.to === 'all' || (options.to === 'only0' && hasZeroCell(table)) || (options.to === 'if0all' && anyZero);
    if (!adds) return table;
    const { add } = options;
    return {
      a: table.a + add,
      b: table.b + add,
      c: table.c + add,
      d: table.d + add,
      n1: table.n1 + 2 * add,
      n2: table.n2 + 2 * add,
    };
  });
}
