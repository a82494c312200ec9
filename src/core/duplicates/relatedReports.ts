import type { Levels } from '#core/duplicates/compare';
import type { NormalisedRecord } from '#core/duplicates/normaliseRecord';

/** Titles shorter than this say too little of what two records are about. */
const TELLING_LETTERS = 30;
const COCHRANE = /^(10\.1002\/14651858\.[a-z]{2}\d+)(?:\.pub\d+)?$/;
const SAME_AUTHORS: ReadonlySet<string> = new Set(['same', 'same-families', 'one-list-is-shorter', 'most-same']);

const stem = (doi: string | null): string | null => (doi === null ? null : (COCHRANE.exec(doi)?.[1] ?? null));

/** Two versions of one Cochrane review, by their DOIs. */
export function areVersionsOfOneReview(a: NormalisedRecord, b: NormalisedRecord): boolean {
  return stem(a.doi) !== null && stem(a.doi) === stem(b.doi);
}

function meet(a: string, b: string): boolean {
  if (a === b) return true;
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return shorter.length >= TELLING_LETTERS && longer.startsWith(shorter);
}

/**
 * Whether two records are about one piece of research without being one report, as far as titles and venues tell: a
 * notice, reply or protocol and its report, a conference abstract or preprint and its paper, two versions of a Cochrane
 * review; or two reports of one title by the same people, or two parts of a series. Such pairs are shown to a person however unlike the rest is: reviewers need to know of them.
 */
export function areRelatedReports(a: NormalisedRecord, b: NormalisedRecord, levels: Levels): boolean {
  if (areVersionsOfOneReview(a, b)) return true;
  const hasSameAuthors = SAME_AUTHORS.has(levels.authors);
  if (levels.title === 'same' && hasSameAuthors && a.title.subject.length >= TELLING_LETTERS) return true;
  if (levels.title === 'nearly-same' && hasSameAuthors && levels.journal === 'same') return true;
  const differsInKind = a.title.kind !== b.title.kind || a.venue !== b.venue;
  if (!differsInKind || levels.authors === 'different') return false;
  return (
    Math.min(a.title.subject.length, b.title.subject.length) >= TELLING_LETTERS &&
    meet(a.title.subject, b.title.subject)
  );
}
