import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { passes } from '#core/screening/disagreement';
import { wilson } from '#core/synthesis/proportionIntervals';
import type { Choice, PracticeAnswer } from '#core/vocabulary';

/** A share with its 95 % interval, and what it is a share of. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export interface PracticeResult {
  /** Of the records to be included, how many the person passed on. */
  readonly sensitivity: Estimable<Share>;
  /** Of the records to be excluded, how many the person excluded. */
  readonly specificity: Estimable<Share>;
}

/**
 * How a person's choices stand against known answers. A record on which they were unsure counts as passed on, as it does
 * in a review.
 *
 * Scale: shares, 0 to 1. Takes each record's known answer and the person's choice. Not estimable where there is no record
 * of that kind. Source: Wilson's score interval (1927, doi:10.1080/01621459.1927.10502953), which Newcombe found right for
 * few records and shares near 1 (1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E). Agrees with
 * R's prop.test(correct = FALSE) within 1e-9.
 */
export function practiceResult(
  records: readonly { readonly answer: PracticeAnswer; readonly choice: Choice }[],
): PracticeResult {
  const share = (answer: PracticeAnswer): Estimable<Share> => {
    const asked = records.filter(one => one.answer === answer);
    if (asked.length === 0) return notEstimable(`no-record-to-${answer}`);
    const hits = asked.filter(one => passes(one.choice) === (answer === 'include')).length;
    return estimable({ hits, of: asked.length, value: hits / asked.length, ...wilson(hits, asked.length) });
  };
  return { sensitivity: share('include'), specificity: share('exclude') };
}
