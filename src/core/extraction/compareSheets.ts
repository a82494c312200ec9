import { impossibleCounts } from '#core/extraction/counts';
import { fitValue } from '#core/extraction/form/fitValue';
import type { FormField } from '#core/extraction/form/formField';
import { armNumbersOf, impossibleArmResult } from '#core/extraction/impossibleResult';
import { plainCountsText } from '#core/extraction/plainCounts';
import { saidNumber as say } from '#core/extraction/saidNumber';
import {
  placeKey,
  type SheetArmResult,
  type SheetContent,
  type SheetCounts,
  type SheetStudyResult,
  type SheetValue,
} from '#core/extraction/sheetContent';
import { isEstimated, type OutcomeKind } from '#core/extraction/vocabulary';

/** What a study is asked: the form, its arms, and the outcomes of the review. */
export interface SheetLayout {
  readonly fields: readonly (FormField & { readonly characteristicId: string })[];
  readonly arms: readonly { readonly armId: string; readonly name: string }[];
  readonly outcomes: readonly { readonly outcomeId: string; readonly name: string; readonly kind: OutcomeKind }[];
}

/** One thing that both were asked, with what either wrote; null where one left it empty. */
export interface ComparedPlace {
  readonly key: string;
  /** What was asked: a field, or an outcome. */
  readonly label: string;
  /** The arm that it was asked of, or empty. */
  readonly arm: string;
  /** What places are counted together by: a field's or an outcome's id. */
  readonly group: string;
  readonly texts: readonly [string | null, string | null];
  readonly isSame: boolean;
}

/** A place that a sheet may have something at. */
interface AskedPlace {
  readonly key: string;
  readonly label: string;
  readonly arm: string;
  readonly group: string;
  read(content: SheetContent): string | null;
}

/** Every place of a study in the order of the page; fields and outcomes that are gone have none. */
export function askedPlaces({ fields, arms, outcomes }: SheetLayout): AskedPlace[] {
  const ofForm = fields.flatMap((field): AskedPlace[] => {
    const asked = field.block === 'arms' ? arms : [null];
    return asked.map(arm => {
      const key = placeKey(field.characteristicId, arm?.armId ?? null);
      const { name: label, characteristicId: group } = field;
      const read = (content: SheetContent) => valueText(field, content.values[key]);
      return { key: `value ${key}`, label, arm: arm?.name ?? '', group, read };
    });
  });
  const people = arms.map(({ armId, name }): AskedPlace => {
    const read = ({ randomised }: SheetContent) => (randomised[armId] === undefined ? null : say(randomised[armId]));
    return { key: `randomised ${armId}`, label: 'Randomised', arm: name, group: 'randomised', read };
  });
  const results = outcomes.flatMap(({ outcomeId, name: label, kind }): AskedPlace[] => [
    ...arms.map(({ armId, name: arm }) => {
      const key = placeKey(outcomeId, armId);
      const read = ({ armResults }: SheetContent) => armText(kind, armResults[key]);
      return { key: `arm ${key}`, label, arm, group: outcomeId, read };
    }),
    {
      key: `study ${outcomeId}`,
      label,
      arm: '',
      group: outcomeId,
      read: ({ studyResults }) => (isEstimated(kind) ? estimateText(studyResults[outcomeId]) : null),
    },
    {
      key: `counts ${outcomeId}`,
      label,
      arm: '',
      group: outcomeId,
      read: content => countsText(kind, content.studyCounts[outcomeId]),
    },
  ]);
  return [...ofForm, ...people, ...results];
}

/**
 * Two sheets side by side: every place where at least one of them has something. They are the same where they say the same
 * under the form as it is now, however it was typed; where it was found doesn't count.
 */
export function compareSheets(layout: SheetLayout, one: SheetContent, other: SheetContent): ComparedPlace[] {
  return askedPlaces(layout).flatMap(({ read, ...place }) => {
    const texts = [read(one), read(other)] as const;
    if (texts[0] === null && texts[1] === null) return [];
    return [{ ...place, texts, isSame: plainText(texts[0]) === plainText(texts[1]) }];
  });
}

/** Case, spaces and a full stop at the end make no difference between what two people wrote. */
function plainText(text: string | null): string | null {
  return text === null ? null : text.trim().replace(/\s+/g, ' ').replace(/\.$/, '').toLowerCase();
}

export const NOT_REPORTED = 'not reported';

function valueText(field: FormField, stored: SheetValue | undefined): string | null {
  if (!stored) return null;
  if (stored.value === null) return stored.isNotReported ? NOT_REPORTED : null;
  const fitted = fitValue(field, stored.value);
  const value = fitted.fits ? fitted.value : stored.value;
  return field.kind === 'number' && field.unit !== '' ? `${value} ${field.unit}` : String(value);
}

const WORDS_OF_NUMBERS: Readonly<Record<string, string>> = {
  events: 'events',
  total: 'n',
  mean: 'mean',
  standardDeviation: 'SD',
  personTime: 'person-time',
};

/** What stands beside the numbers of a result and is no number of it. */
const BESIDE = new Set(['foundAt', 'source', 'at', 'conversion', 'answered']);

function armText(kind: OutcomeKind, stored: SheetArmResult | undefined): string | null {
  if (!stored || impossibleArmResult(kind, armNumbersOf(stored)).length > 0) return null;
  if (stored.events !== null && stored.total !== null && kind === 'dichotomous') {
    return `${exact(stored.events)} of ${exact(stored.total)}`;
  }
  const parts = Object.entries(stored).flatMap(([name, value]) =>
    BESIDE.has(name) || value === null || value === undefined
      ? []
      : [`${WORDS_OF_NUMBERS[name] ?? name} ${typeof value === 'number' ? exact(value) : String(value)}`],
  );
  return parts.length === 0 ? null : parts.join(', ');
}

function estimateText(stored: SheetStudyResult | undefined): string | null {
  if (!stored) return null;
  const { estimate, lower, upper, percentConfidence, isRatio } = stored;
  const interval = `${exact(lower)} to ${exact(upper)}`;
  return `${isRatio ? 'ratio' : 'difference'} ${exact(estimate)} (${percentConfidence} % CI ${interval})`;
}

function countsText(kind: OutcomeKind, stored: SheetCounts | undefined): string | null {
  if (!stored || impossibleCounts(kind, stored.counts).length > 0) return null;
  const { counts } = stored;
  if (counts.kind === 'accuracy') return `TP ${counts.tp}, FP ${counts.fp}, FN ${counts.fn}, TN ${counts.tn}`;
  if (counts.kind !== 'dose-response') return plainCountsText(counts, exact);
  const levels = counts.levels.map(({ dose, cases, total, ratio, lower, upper }) => {
    const told = ratio === null ? '' : `, ${exact(ratio)} (${lower ?? '?'} to ${upper ?? '?'})`;
    return `at ${exact(dose)}: ${exact(cases)} of ${exact(total)}${told}`;
  });
  return `${counts.design}, ${counts.percentConfidence} % CI; ${levels.join('; ')}`;
}

/** Enough digits that two different numbers look different, and a converted one isn't a line long. */
function exact(value: number): string {
  return String(Number(value.toPrecision(10)));
}
