import type { Conversion } from '#core/extraction/conversionForms';
import type { NamedNumbers, NumberField } from '#core/extraction/kinds/numberField';
import type { PlainKind } from '#core/extraction/kinds/plainKind';
import type { Measure } from '#core/vocabulary';

/** The numbers of an arm, as they are stored. */
export type ArmNumberName = 'events' | 'total' | 'mean' | 'standardDeviation' | 'personTime';

/** A number that can't be beside the others, and why. */
export interface NumberTrouble {
  readonly field: string;
  readonly detail: string;
}

/** What is told of every kind. */
export interface Told {
  /** In a list of kinds. */
  readonly words: string;
  /** For whom it is, below the list. */
  readonly about: string;
  /** How it can be pooled; the first is the usual one. */
  readonly measures: readonly Measure[];
  /** What the outcome's unit is of, with an example; null where its numbers have none. */
  readonly unit: string | null;
  /** Conversions made for another kind that give this kind's numbers too. */
  readonly conversions?: readonly Conversion[];
  /** What the box says that turns a study's direction; null where there is no other direction. */
  readonly opposite: string | null;
}

/** A kind whose numbers belong to arms. */
export interface ArmKindOfOutcome extends Told {
  readonly takes: 'arms';
  readonly fields: readonly (NumberField<ArmNumberName> & {
    /** What the synthesis calls it in the first group and in the second. */
    readonly short: readonly [string, string];
  })[];
  /** Why other numbers don't belong here. */
  readonly asks: string;
  readonly trouble: (numbers: NamedNumbers) => readonly NumberTrouble[];
  /** Several arms of one side as one: counts and times add up, means combine. */
  readonly combines: 'sums' | 'means';
  readonly reversed: (numbers: NamedNumbers) => NamedNumbers;
}

/** A kind of which each study gives one estimate with its interval. */
export interface EstimateKindOfOutcome extends Told {
  readonly takes: 'estimate';
  /** Always a ratio; null where each study says. */
  readonly isRatio: true | null;
}

/** Kinds that core has a model of their own for. */
export interface OwnModelKind extends Told {
  readonly takes: 'own-model';
}

export interface PlainKindOfOutcome extends Told, PlainKind {
  readonly takes: 'whole';
}

export type KindOfOutcome = ArmKindOfOutcome | EstimateKindOfOutcome | PlainKindOfOutcome | OwnModelKind;
