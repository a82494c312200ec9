import type { Provenance } from '#core/extraction/convert';
import type { Counts } from '#core/extraction/counts';
import type { ArmNumbers, EstimateNumbers } from '#core/extraction/impossibleResult';
import type { ResultQuestion } from '#core/extraction/questionableResult';
import type { ValueSource } from '#core/extraction/valueSource';

/** What stands beside every value of a sheet. */
interface Written {
  readonly foundAt: string;
  readonly source: ValueSource | null;
  /** When it was written, as ISO 8601. */
  readonly at: string;
}

/** What one counted of a study as a whole: one group's numbers, a test against the truth, cases by level of exposure. */
export interface SheetCounts {
  readonly counts: Counts;
  readonly foundAt: string;
  /** Sheets from before counts had these lack them. */
  readonly source?: ValueSource | null;
  readonly conversion?: Provenance | null;
  readonly answered?: ResultQuestion[];
  readonly at: string;
}

interface WrittenResult extends Written {
  readonly conversion: Provenance | null;
  readonly answered: ResultQuestion[];
}

/** What one extractor wrote into a field of the form; neither a value nor "not reported": nothing stands there. */
export interface SheetValue extends Written {
  readonly value: number | string | null;
  readonly isNotReported: boolean;
}

/** Sheets from before rates lack person-time. */
export type SheetArmResult = Omit<ArmNumbers, 'personTime'> & Partial<Pick<ArmNumbers, 'personTime'>> & WrittenResult;
export type SheetStudyResult = EstimateNumbers & { readonly percentConfidence: number } & WrittenResult;

/** All that one extractor says of a study, apart from what anybody else says. */
export interface SheetContent {
  /** By `placeKey` of the field and, where it is asked of arms, the arm. */
  readonly values: Readonly<Record<string, SheetValue>>;
  /** How many were randomised, by arm. */
  readonly randomised: Readonly<Record<string, number>>;
  /** Where these were read, by arm; sheets from before they had one lack it. */
  readonly randomisedSources?: Readonly<Record<string, ValueSource>>;
  /** By `placeKey` of outcome and arm. */
  readonly armResults: Readonly<Record<string, SheetArmResult>>;
  /** By outcome. */
  readonly studyResults: Readonly<Record<string, SheetStudyResult>>;
  /** By outcome. */
  readonly studyCounts: Readonly<Record<string, SheetCounts>>;
}

export const EMPTY_SHEET: SheetContent = {
  values: {},
  randomised: {},
  armResults: {},
  studyResults: {},
  studyCounts: {},
};

/** Two ids as one name; the second may be none. */
export function placeKey(first: string, second: string | null): string {
  return second === null ? first : `${first} ${second}`;
}

export function placeIds(key: string): { first: string; second: string | null } {
  const [first = '', second] = key.split(' ');
  return { first, second: second ?? null };
}

/** A record with one more entry, or without it where the entry is null. */
export function withEntry<T>(record: Readonly<Record<string, T>>, key: string, entry: T | null): Record<string, T> {
  const { [key]: _, ...rest } = record;
  return entry === null ? rest : { ...rest, [key]: entry };
}
