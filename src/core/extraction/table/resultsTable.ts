import type { Counts } from '#core/extraction/counts';
import type { ArmNumbers, EstimateNumbers } from '#core/extraction/impossibleResult';
import { placeKey } from '#core/extraction/sheetContent';
import { compareArm, compareCounts, compareEstimate } from '#core/extraction/table/compareResults';
import {
  ALL_HEADS,
  estimateCells,
  fieldsOf,
  headFor,
  numberCells,
  numbersOfCounts,
} from '#core/extraction/table/resultColumns';
import {
  armNamed,
  cellText,
  columnsOf,
  studyNamed,
  type TableChange,
  type TableStudy,
  type UploadedRow,
  unknownColumns,
} from '#core/extraction/table/tableChange';
import { isByArm, isEstimated, type OutcomeKind } from '#core/extraction/vocabulary';

export interface TableOutcome {
  readonly outcomeId: string;
  readonly name: string;
  readonly timepoint: string;
  readonly kind: OutcomeKind;
}

export type Estimate = EstimateNumbers & { readonly percentConfidence: number };

export interface ResultsTableState {
  readonly outcomes: readonly TableOutcome[];
  readonly studies: readonly TableStudy[];
  /** By `placeKey` of outcome and arm. */
  readonly armResults: ReadonlyMap<string, ArmNumbers & { readonly foundAt: string }>;
  /** By `placeKey` of outcome and study. */
  readonly estimates: ReadonlyMap<string, Estimate & { readonly foundAt: string }>;
  /** By `placeKey` of outcome and study. */
  readonly counts: ReadonlyMap<string, { readonly counts: Counts; readonly foundAt: string }>;
}

export type ResultDeed =
  | {
      readonly of: 'arm';
      readonly studyId: string;
      readonly armId: string;
      readonly outcomeId: string;
      readonly numbers: ArmNumbers;
      readonly foundAt: string;
    }
  | {
      readonly of: 'estimate';
      readonly studyId: string;
      readonly outcomeId: string;
      readonly numbers: Estimate;
      readonly foundAt: string;
    }
  | {
      readonly of: 'counts';
      readonly studyId: string;
      readonly outcomeId: string;
      readonly counts: Counts;
      readonly foundAt: string;
    };

/** The results as a table: a row for each study, outcome and arm, empty ones too, so that they can be filled in. */
export function resultsTable({ outcomes, studies, armResults, estimates, counts }: ResultsTableState): {
  head: string[];
  rows: string[][];
} {
  const head = headFor(outcomes.map(({ kind }) => kind));
  const rows = studies.flatMap(({ studyId, label, arms }) =>
    outcomes.flatMap(({ outcomeId, name, timepoint, kind }): Record<string, string>[] => {
      const keys = { study: label, outcome: name, timepoint };
      if (isByArm(kind)) {
        return arms.map(arm => {
          const numbers = armResults.get(placeKey(outcomeId, arm.armId));
          const cells = numbers ? numberCells(kind, { ...numbers }) : {};
          return { ...keys, arm: arm.name, ...cells, found_at: numbers?.foundAt ?? '' };
        });
      }
      const key = placeKey(outcomeId, studyId);
      if (isEstimated(kind)) return [{ ...keys, ...ownCells(estimates.get(key)) }];
      if (fieldsOf(kind).length === 0) return [];
      const stored = counts.get(key);
      const cells = stored ? numberCells(kind, numbersOfCounts(stored.counts)) : {};
      return [{ ...keys, ...cells, found_at: stored?.foundAt ?? '' }];
    }),
  );
  return { head, rows: rows.map(cells => head.map(column => cells[column] ?? '')) };
}

const ownCells = (own: (Estimate & { readonly foundAt: string }) | undefined) =>
  own ? { ...estimateCells(own), found_at: own.foundAt } : {};

/**
 * What an edited table changes, row by row: the numbers of an arm belong together, and so do those of a study as a whole. An
 * empty cell keeps what stands there. What can't be (more events than people, an interval that doesn't hold its estimate) is
 * refused with line and column.
 */
export function compareResultsTable(
  state: ResultsTableState,
  head: readonly string[],
  rows: readonly UploadedRow[],
): TableChange<ResultDeed>[] {
  const columns = columnsOf(head, ALL_HEADS);
  const refused = (line: number, column: string, problem: string, after = ''): TableChange<ResultDeed> => ({
    ...{ line, column, place: '', before: '', after, problem, deed: null },
  });
  const lacking = ['study', 'outcome'].filter(name => !columns.has(name));
  if (lacking.length > 0) return lacking.map(name => refused(1, name, `The table has no column “${name}”.`));
  const strangers = unknownColumns(head, ALL_HEADS).map(name =>
    refused(1, name, 'This column is not known; it was left alone.'),
  );
  const compared = rows.flatMap(({ line, cells }) => {
    const read = (name: string) => cellText(cells[columns.get(name) ?? -1]);
    const study = studyNamed(state.studies, read('study'));
    if (!study) return [refused(line, 'study', 'There is no study of this name.', read('study'))];
    const outcome = outcomeNamed(state.outcomes, read('outcome'), read('timepoint'));
    if (!outcome) {
      const after = [read('outcome'), read('timepoint')].filter(Boolean).join(', ');
      return [refused(line, 'outcome', 'There is no outcome of this name and timepoint.', after)];
    }
    if (isEstimated(outcome.kind)) return compareEstimate(state, study, outcome, line, read);
    if (!isByArm(outcome.kind)) {
      if (fieldsOf(outcome.kind).length > 0) return compareCounts(state, study, outcome, line, read);
      return [refused(line, 'outcome', 'Numbers of this outcome are written on its page.')];
    }
    const arm = armNamed(study, read('arm'));
    if (!arm) return [refused(line, 'arm', 'The study has no arm of this name.', read('arm'))];
    return compareArm(state, study, arm, outcome, line, read);
  });
  return [...strangers, ...compared];
}

const plain = (text: string) => text.trim().toLowerCase();

function outcomeNamed(outcomes: readonly TableOutcome[], name: string, timepoint: string): TableOutcome | undefined {
  const named = outcomes.filter(outcome => plain(outcome.name) === plain(name));
  return (
    named.find(outcome => plain(outcome.timepoint) === plain(timepoint)) ??
    (timepoint === '' && named.length === 1 ? named[0] : undefined)
  );
}
