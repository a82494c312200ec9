import type { NamedNumbers, NumberField } from '#core/extraction/kinds/numberField';

/** What is asked about numbers that can be but may be wrong: see `questionsOnNumbers`. */
export type NumberQuestion = 'percentage' | 'rate' | 'spread' | 'sign' | 'below-0';

/** What a study reports as a whole: a few numbers, no arm. */
export interface PlainKind {
  readonly fields: readonly NumberField[];
  /** What the columns of a figure are called. */
  readonly groups: { readonly first: string; readonly second: string };
  /** The first spread belongs to the second group. */
  readonly hasSpreadsCrossed?: true;
  readonly trouble: (numbers: NamedNumbers) => readonly { readonly field: string; readonly detail: string }[];
  /** The same counted the other way round, or the same numbers where there is no other way. */
  readonly reversed: (numbers: NamedNumbers) => NamedNumbers;
  /** Under the names that the synthesis knows. */
  readonly short: (numbers: NamedNumbers) => NamedNumbers;
  /** In a sentence; the fields one by one where there is no shorter way. */
  readonly said?: (numbers: NamedNumbers, write: (value: number) => string) => string;
  readonly questions: readonly NumberQuestion[];
  /** What has a direction, for questions on it. */
  readonly signOf?: (numbers: NamedNumbers) => number;
}

export const oneGroup = { first: 'Group', second: '' } as const;
