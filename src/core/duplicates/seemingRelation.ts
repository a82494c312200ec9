import type { Levels } from '#core/duplicates/compare';
import type { NormalisedRecord } from '#core/duplicates/normaliseRecord';
import type { TitleKind } from '#core/duplicates/normaliseTitle';
import { areVersionsOfOneReview } from '#core/duplicates/relatedReports';

/** What two reports of one piece of research seem to be to each other. Such a pair is never merged, but always asked about. */
export const RELATIONS = [
  'protocol-and-results',
  'abstract-and-report',
  'preprint-and-report',
  'parts-of-a-series',
  'notice-and-report',
  'reply-and-report',
  'updated-review',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Words that say how a report was made or what kind of report it is, not what it is about. */
const GENERIC = new Set(
  (
    'a an the of in on for and or with by to from after before during at as its is are be vs versus using among between ' +
    'study studies trial trials protocol rationale design methods method randomised randomized controlled clinical ' +
    'multicentre multicenter prospective retrospective pilot feasibility phase results result review reviews systematic ' +
    'meta analysis metaanalysis cohort update updated part reply response comment commentary letter re erratum correction ' +
    'corrigendum authors author report abstract effect effects effectiveness efficacy impact evaluation role based new ' +
    'patients people i ii iii iv v'
  ).split(' '),
);
const SERIES_NOUNS = new Set(['part', 'parts', 'paper', 'section', 'chapter']);
const PART_NUMBER = /^(?:\d{1,2}|i|v|x|one|two|three|four|five)$/;

const SAME_AUTHORS: ReadonlySet<string> = new Set(['same', 'same-families', 'one-list-is-shorter', 'most-same']);
const SHARED_AUTHORS: ReadonlySet<string> = new Set([...SAME_AUTHORS, 'some-same']);
/** Shorter subjects ("Editorial", "Stroke") are borne by many reports. */
const TELLING_LETTERS = 20;
const LEAST_LETTERS = 12;

function subjectWords({ title }: NormalisedRecord): ReadonlySet<string> {
  return new Set(title.words.filter(word => word.length > 1 && !GENERIC.has(word)));
}

/** Whether the shorter title's telling words stand in the longer one, and how many must. */
function areAboutTheSame(a: NormalisedRecord, b: NormalisedRecord, least: number, share: number): boolean {
  const [left, right] = [subjectWords(a), subjectWords(b)];
  const common = [...left].filter(word => right.has(word)).length;
  return common >= least && common >= share * Math.min(left.size, right.size);
}

/** Where a title names its part of a series: the words before, and which part it is. */
function partOf({ title: { words } }: NormalisedRecord): { readonly before: string; readonly number: string } | null {
  const noun = words.findIndex((word, at) => SERIES_NOUNS.has(word) && PART_NUMBER.test(words[at + 1] ?? ''));
  // "Studies on penicillin. II. Assay": a numeral alone behind a few words.
  const alone = words.findIndex((word, at) => at >= 2 && /^(?:[1-9]|i|v|x)$/.test(word));
  const at = noun >= 0 ? noun : alone;
  const number = noun >= 0 ? words[noun + 1] : words[alone];
  if (at < 2 || number === undefined) return null;
  const before = words.slice(0, at).join('');
  return before.length >= LEAST_LETTERS ? { before, number: number === 'i' ? '1' : number } : null;
}

function arePartsOfASeries(a: NormalisedRecord, b: NormalisedRecord, levels: Levels): boolean {
  if (!SAME_AUTHORS.has(levels.authors) || levels.journal === 'different') return false;
  const [left, right] = [partOf(a), partOf(b)];
  return left !== null && right !== null && left.before === right.before && left.number !== right.number;
}

function meet(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return (a === b && a.length >= LEAST_LETTERS) || (shorter.length >= TELLING_LETTERS && longer.startsWith(shorter));
}

/** A notice or reply names what it is about; its authors may be others, or none. */
function isAboutTheOther(a: NormalisedRecord, b: NormalisedRecord, levels: Levels): boolean {
  const hasOtherJournal = levels.journal === 'different' && !SHARED_AUTHORS.has(levels.authors);
  return !hasOtherJournal && meet(a.title.subject, b.title.subject);
}

function isAnUpdate(a: NormalisedRecord, b: NormalisedRecord, levels: Levels): boolean {
  const isUpdate = ({ title }: NormalisedRecord) => title.words.some(word => word === 'update' || word === 'updated');
  return (
    isUpdate(a) !== isUpdate(b) &&
    SHARED_AUTHORS.has(levels.authors) &&
    levels.year !== 'same' &&
    areAboutTheSame(a, b, 2, 0.9)
  );
}

const isInSupplement = ({ pages, issue, volume }: NormalisedRecord): boolean =>
  pages?.prefix === 's' || (issue?.supplement ?? '') !== '' || (volume?.supplement ?? '') !== '';

const isMeetingAbstract = (record: NormalisedRecord): boolean =>
  record.venue === 'conference' || isInSupplement(record);

const RELATION_OF_KIND: Readonly<Record<Exclude<TitleKind, 'report'>, Relation>> = {
  protocol: 'protocol-and-results',
  erratum: 'notice-and-report',
  'retraction-notice': 'notice-and-report',
  reply: 'reply-and-report',
};

/** What the one is to the other where their titles announce two kinds of record. */
function relationOfKinds(a: NormalisedRecord, b: NormalisedRecord, levels: Levels): Relation | null {
  const kind = a.title.kind === 'report' ? b.title.kind : a.title.kind;
  if (kind === 'report') return null;
  const isRelated =
    kind === 'protocol'
      ? SHARED_AUTHORS.has(levels.authors) && areAboutTheSame(a, b, 2, 0.75)
      : isAboutTheOther(a, b, levels);
  return isRelated ? RELATION_OF_KIND[kind] : null;
}

/** Whether it is worth asking what two records are to each other, by what is quickly seen. */
export function mayBeRelated(a: NormalisedRecord, b: NormalisedRecord): boolean {
  return (
    a.title.kind !== b.title.kind ||
    a.venue !== b.venue ||
    isMeetingAbstract(a) !== isMeetingAbstract(b) ||
    (a.title.compact !== b.title.compact &&
      a.title.compact.slice(0, LEAST_LETTERS) === b.title.compact.slice(0, LEAST_LETTERS))
  );
}

/**
 * What two records seem to be to each other when they tell of one piece of research without being one report: by the kind
 * that a title announces, by where they stand, and by the words that say what they are about; the same people must
 * have written both, but for a notice or a reply. Null: nothing of the kind.
 */
export function seemingRelation(a: NormalisedRecord, b: NormalisedRecord, levels: Levels): Relation | null {
  if (areVersionsOfOneReview(a, b) && a.doi !== b.doi) return 'updated-review';
  if (!mayBeRelated(a, b)) return null;
  if (a.title.kind !== b.title.kind) return relationOfKinds(a, b, levels);
  if (arePartsOfASeries(a, b, levels)) return 'parts-of-a-series';
  if (isAnUpdate(a, b, levels)) return 'updated-review';
  if (!SHARED_AUTHORS.has(levels.authors)) return null;
  if ((a.venue === 'preprint') !== (b.venue === 'preprint'))
    return areAboutTheSame(a, b, 3, 0.8) ? 'preprint-and-report' : null;
  if (isMeetingAbstract(a) !== isMeetingAbstract(b))
    return areAboutTheSame(a, b, 3, 0.8) ? 'abstract-and-report' : null;
  return null;
}
