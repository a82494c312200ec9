import { kindOfOutcome } from '#core/extraction/kinds/outcomeKinds';
import type { OutcomeKind } from '#core/extraction/vocabulary';
import type { ArmColumn } from '#core/reporting/forestData';
import { countText, decimalText } from '#core/reporting/numbers';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';

export interface ArmCells {
  readonly columns: readonly ArmColumn[];
  /** One row of cells for each study given. */
  readonly cells: readonly (readonly string[])[];
  /** Sums over the studies that are pooled. */
  readonly totals: readonly string[];
}

export interface ArmTitles {
  readonly first: string;
  readonly second: string;
  /** The first spread belongs to the second group: that before, by which a change is standardised. */
  readonly areSpreadsCrossed?: boolean;
}

/** What the columns of a figure are called, for an outcome of this kind. */
export function armTitles(kind: OutcomeKind, names: { readonly first: string; readonly second: string }): ArmTitles {
  const entry = kindOfOutcome(kind);
  return { ...names, areSpreadsCrossed: entry.takes === 'whole' && entry.hasSpreadsCrossed === true };
}

type Numbers = readonly (number | null | undefined)[];

/** What one arm of a study reported: its numbers, how they are written, and how those of several studies add up. */
interface ArmKind {
  readonly unit: string;
  readonly numbers: readonly ((study: StudyNumbers) => Numbers)[];
  readonly write: (numbers: readonly number[]) => string;
  readonly total: (rows: readonly (readonly number[])[]) => string;
}

const sum = (rows: readonly (readonly number[])[], place: number): number =>
  rows.reduce((total, row) => total + (row[place] ?? 0), 0);

/** As many decimals as were given, at most three. */
function asGiven(value: number): string {
  const decimals = Math.min(3, (String(value).split('.')[1] ?? '').length);
  return decimalText(value, decimals);
}

const pair = ([events = 0, total = 0]: readonly number[]): string => `${countText(events)} / ${countText(total)}`;

const plus = (a: number | null | undefined, b: number | null | undefined) =>
  typeof a === 'number' && typeof b === 'number' ? a + b : undefined;

const EVENTS: ArmKind = {
  unit: 'events / total',
  numbers: [({ ai, bi, n1i }) => [ai, n1i ?? plus(ai, bi)], ({ ci, di, n2i }) => [ci, n2i ?? plus(ci, di)]],
  write: pair,
  total: rows => pair([sum(rows, 0), sum(rows, 1)]),
};

const RATES: ArmKind = {
  unit: 'events / time',
  numbers: [({ x1i, t1i }) => [x1i, t1i], ({ x2i, t2i }) => [x2i, t2i]],
  write: pair,
  total: rows => pair([sum(rows, 0), sum(rows, 1)]),
};

const MEANS: ArmKind = {
  unit: 'mean (SD), n',
  numbers: [({ m1i, sd1i, n1i }) => [m1i, sd1i, n1i], ({ m2i, sd2i, n2i }) => [m2i, sd2i, n2i]],
  write: ([mean = 0, deviation = 0, n = 0]) => `${asGiven(mean)} (${asGiven(deviation)}), ${countText(n)}`,
  total: rows => countText(sum(rows, 2)),
};

const ONE_COUNT: ArmKind = {
  unit: 'events / total',
  numbers: [({ xi, ni }) => [xi, ni]],
  write: pair,
  total: rows => pair([sum(rows, 0), sum(rows, 1)]),
};

const ONE_RATE: ArmKind = { ...ONE_COUNT, unit: 'events / time', numbers: [({ xi, ti }) => [xi, ti]] };

const PAIRED: ArmKind = {
  unit: 'mean (SD)',
  numbers: [
    ({ m1i, sd1i, ni, ri }) => (ri === undefined ? [undefined] : [m1i, sd1i, ni]),
    ({ m2i, sd2i, ni }) => [m2i, sd2i, ni],
  ],
  write: ([mean = 0, deviation = 0]) => `${asGiven(mean)} (${asGiven(deviation)})`,
  total: rows => `n ${countText(sum(rows, 2))}`,
};

const ONE_MEAN: ArmKind = {
  unit: 'mean (SD), n',
  numbers: [({ mi, sdi, ni }) => [mi, sdi, ni]],
  write: MEANS.write,
  total: MEANS.total,
};

const CORRELATION: ArmKind = {
  unit: 'n',
  numbers: [({ ri, ni }) => (typeof ri === 'number' ? [ni] : [undefined])],
  write: ([n = 0]) => countText(n),
  total: rows => countText(sum(rows, 0)),
};

const RELIABILITY: ArmKind = {
  unit: 'parts, n',
  numbers: [({ ai, mi, ni }) => (typeof ai === 'number' ? [mi, ni] : [undefined])],
  write: ([parts = 0, n = 0]) => `${countText(parts)}, ${countText(n)}`,
  total: rows => countText(sum(rows, 1)),
};

const KINDS: readonly ArmKind[] = [
  ...[MEANS, EVENTS, RATES, PAIRED, ONE_COUNT, ONE_RATE, ONE_MEAN, CORRELATION, RELIABILITY],
];

function complete(numbers: Numbers): numbers is readonly number[] {
  return numbers.length > 0 && numbers.every(number => typeof number === 'number' && Number.isFinite(number));
}

/** Each spread beside its own mean. */
function uncrossed({ sd1i, sd2i, ...rest }: StudyNumbers): StudyNumbers {
  return { ...rest, sd1i: sd2i, sd2i: sd1i };
}

/**
 * The arm columns of a forest plot from what studies reported. Takes numbers under the field's short names; the kind
 * that most studies report decides the columns, a study that reported something else gets dashes. No column where
 * studies gave only effects. `isPooled` says which studies count in the sums.
 */
export function armCells(studies: readonly StudyNumbers[], isPooled: readonly boolean[], titles: ArmTitles): ArmCells {
  const shown = titles.areSpreadsCrossed ? studies.map(uncrossed) : studies;
  const fits = (kind: ArmKind) => shown.filter(study => kind.numbers.every(read => complete(read(study)))).length;
  const best = KINDS.reduce<ArmKind | undefined>(
    (chosen, kind) => (fits(kind) > (chosen ? fits(chosen) : 0) ? kind : chosen),
    undefined,
  );
  if (!best) return { columns: [], cells: studies.map(() => []), totals: [] };
  const names = best.numbers.length === 1 ? [titles.first] : [titles.first, titles.second];
  return {
    columns: names.map(title => ({ title, unit: best.unit })),
    cells: shown.map(study =>
      best.numbers.map(read => {
        const numbers = read(study);
        return complete(numbers) ? best.write(numbers) : '–';
      }),
    ),
    totals: best.numbers.map(read =>
      best.total(
        shown.flatMap((study, place) => {
          const numbers = read(study);
          return isPooled[place] === true && complete(numbers) ? [numbers] : [];
        }),
      ),
    ),
  };
}
