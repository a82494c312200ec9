import { z } from 'zod';
import { Problem } from '#core/problem';
import type { EffectOptions, RawEffect, StudyNumbers } from '#core/synthesis/effects/effectSize';
import { isEffectMeasure, MEASURE_FUNCTIONS } from '#core/synthesis/effects/measures';
import { type CaseArguments, caseArguments } from '#scripts/commands/reference/caseArguments';

const fileShape = z.looseObject({
  input: z.looseObject({
    n_rows: z.number().int(),
    columns: z.record(z.string(), z.array(z.unknown())),
  }),
  cases: z.array(z.looseObject({ id: z.string(), type: z.string(), args: z.record(z.string(), z.unknown()) })),
});

export interface ReferenceCase {
  readonly id: string;
  readonly type: string;
  readonly args: CaseArguments;
}

/** The studies that a case pools: those with an effect, in input order, and the input row each came from. */
export interface CaseEffects {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly ni: readonly number[];
  readonly rows: readonly number[];
}

/** A file of reference cases, opened: its raw columns, and the effects that a case names. Results are never read. */
export interface ReferenceFile {
  readonly nRows: number;
  readonly cases: readonly ReferenceCase[];
  readonly caseNamed: (id: string) => ReferenceCase;
  readonly hasColumn: (column: string) => boolean;
  readonly numbers: (column: string) => number[];
  readonly values: (column: string) => readonly unknown[];
  /** One study a row, from a map of argument name to column name. */
  readonly studies: (columns: Readonly<Record<string, unknown>>) => StudyNumbers[];
  readonly rawEffects: (args: CaseArguments) => RawEffect[];
  readonly effects: (args: CaseArguments) => CaseEffects;
}

export function openReferenceFile(text: string): ReferenceFile {
  const { input, cases: given } = fileShape.parse(JSON.parse(text));
  const cases = given.map(({ id, type, args }) => ({ id, type, args: caseArguments(args) }));
  const byId = new Map(cases.map(one => [one.id, one]));
  const values = (column: string): readonly unknown[] => {
    const found = input.columns[column];
    if (!found) throw new Problem('invalid', `there is no column "${column}"`);
    return found;
  };
  const numbers = (column: string) => values(column).map(value => (typeof value === 'number' ? value : Number.NaN));
  const caseNamed = (id: string): ReferenceCase => {
    const found = byId.get(id);
    if (!found) throw new Problem('invalid', `there is no case "${id}"`);
    return found;
  };
  const studies = (columns: Readonly<Record<string, unknown>>): StudyNumbers[] => {
    const read = Object.entries(columns).map(([name, column]) => [name, numbers(String(column))] as const);
    return Array.from({ length: input.n_rows }, (_, row) =>
      Object.fromEntries(
        read.flatMap(([name, list]) => {
          const value = list[row] ?? Number.NaN;
          return Number.isNaN(value) ? [] : [[name, value]];
        }),
      ),
    );
  };
  const known = new Map<CaseArguments, RawEffect[]>();
  const rawEffects = (args: CaseArguments): RawEffect[] => {
    const before = known.get(args);
    if (before) return before;
    const measure = args.text('measure');
    if (!isEffectMeasure(measure)) throw new Problem('invalid', `the measure ${measure} is not known`);
    const raw = MEASURE_FUNCTIONS[measure](studies(args.named('columns')), effectOptions(args));
    known.set(args, raw);
    return raw;
  };
  const effects = (args: CaseArguments): CaseEffects => {
    const from = args.named('effects');
    const raw = rawEffects(caseNamed(String(from.case)).args);
    const chosen = Array.isArray(from.rows) ? from.rows.map(Number) : raw.map((_, i) => i);
    const rows = chosen.filter(row => Number.isFinite(raw[row]?.yi) && Number.isFinite(raw[row]?.vi));
    const pick = (key: keyof RawEffect) => rows.map(row => raw[row]?.[key] ?? Number.NaN);
    return { yi: pick('yi'), vi: pick('vi'), ni: pick('ni'), rows };
  };
  const hasColumn = (column: string) => input.columns[column] !== undefined;
  return { nRows: input.n_rows, cases, caseNamed, hasColumn, numbers, values, studies, rawEffects, effects };
}

function effectOptions(args: CaseArguments): EffectOptions {
  return {
    add: args.number('add', 0.5),
    to: args.text('to', 'only0') as EffectOptions['to'], // an unknown word adds nothing
    drop00: args.flag('drop00', false),
    variance: args.text('vtype', 'LS') as EffectOptions['variance'], // an unknown word means the usual variance
  };
}
