import { normaliseText, wordsOf } from '#core/duplicates/normaliseText';
import { normaliseTitle } from '#core/duplicates/normaliseTitle';
import { normaliseDoi, normalisePmid } from '#core/searching/identifiers';
import type { MatchCertainty } from '#core/vocabulary';

/** A file as its name and its first pages tell of it. */
export interface FileToMatch {
  readonly fileName: string;
  readonly title: string | null;
  readonly texts: readonly string[];
}

/** A report whose full text is sought. */
export interface ReportToMatch {
  readonly recordId: string;
  readonly title: string;
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly year: number | null;
  readonly authorsText: string;
}

export interface FullTextMatch {
  readonly recordId: string;
  readonly certainty: MatchCertainty;
  /** What tells, as a sentence. */
  readonly because: string;
}

const MOST_MATCHES = 5;
/** A shorter title may stand in any text by chance. */
const LEAST_TITLE_LETTERS = 25;
const LEAST_TITLE_WORDS = 5;
/** A line break may have cost a word, or a sign that the file has no letter for. */
const SHARE_OF_WORDS = 0.9;
const PAGES_WITH_TITLE = 2;

/**
 * Which reports a file may be the full text of, the likeliest first. Certain is only what two things say that don't
 * depend on each other: an identifier and the title, or the title with first author and year. An identifier alone may
 * stand in a list of references, a correction or a comment; a title alone may be that of the protocol or an abstract.
 */
export function matchFullText(file: FileToMatch, reports: readonly ReportToMatch[]): FullTextMatch[] {
  const read = readFile(file);
  const found = reports.flatMap(report => judge(read, report) ?? []);
  const certain = found.filter(one => one.certainty === 'certain');
  const named = certain.filter(one => one.hasIdentifier);
  const best = named.length > 0 ? named : certain;
  return found
    .map(one => {
      const isSure = one.certainty === 'certain' && best.length === 1 && best[0] === one;
      const isTie = one.certainty === 'certain' && !isSure;
      const because = isTie ? `${one.because} – but the same is true of another report.` : one.because;
      return { ...one, because, certainty: isSure ? ('certain' as const) : ('doubtful' as const) };
    })
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, MOST_MATCHES)
    .map(({ recordId, certainty, because }) => ({ recordId, certainty, because }));
}

interface Judged extends FullTextMatch {
  readonly hasIdentifier: boolean;
  readonly strength: number;
}

function rank(one: Judged): number {
  return (one.certainty === 'certain' ? 10 : 0) + one.strength;
}

interface ReadFile {
  readonly plain: string;
  readonly compact: string;
  readonly words: ReadonlySet<string>;
  readonly dois: ReadonlySet<string>;
  readonly pmids: ReadonlySet<string>;
  /** A notice or a reply has the title and the DOI of the report that it is about. */
  readonly isNotice: boolean;
}

const NOTICE =
  /^.{0,300}\b(?:errat(?:um|a)|corrigend(?:um|a)|correction (?:to|of)|author correction|publisher correction|retraction(?: note|:)|expression of concern|in reply|author'?s'? reply|comment(?:ary)? on)\b/s;

function readFile(file: FileToMatch): ReadFile {
  const front = file.texts.slice(0, PAGES_WITH_TITLE).join('\n');
  const plain = normaliseText(front);
  const words = wordsOf(`${plain} ${normaliseText(file.title ?? '')}`);
  const name = file.fileName.replace(/\.pdf$/i, '');
  const ofName = /^(10\.\d{4,9})[_\- ](.+)$/.exec(name);
  const spoken = [
    file.title ?? '',
    name,
    ofName ? `${ofName[1]}/${ofName[2]}` : '',
    ...file.texts.slice(0, PAGES_WITH_TITLE),
  ];
  const dois = spoken.flatMap(text =>
    [...text.matchAll(/10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]+/g)].map(match => normaliseDoi(match[0])),
  );
  const pmids = [
    /^(?:pmid)?[_\- ]?(\d{5,8})$/i.exec(name)?.[1] ?? null,
    ...[...front.matchAll(/\bPMID:?\s*(\d{4,8})\b/gi)].map(match => match[1] ?? null),
  ].map(text => normalisePmid(text));
  return {
    plain,
    compact: words.join(''),
    words: new Set(words),
    dois: new Set(dois.flatMap(doi => doi ?? [])),
    pmids: new Set(pmids.flatMap(pmid => pmid ?? [])),
    isNotice: NOTICE.test(plain),
  };
}

function judge(file: ReadFile, report: ReportToMatch): Judged | null {
  const doi = normaliseDoi(report.doi);
  const hasDoi = doi !== null && file.dois.has(doi);
  const hasPmid = report.pmid !== null && file.pmids.has(report.pmid);
  const title = titleIn(file, report.title);
  if (!hasDoi && !hasPmid && title === 'absent') return null;
  const hasAuthor = isAuthorIn(file, report.authorsText);
  const hasYear = report.year !== null && file.words.has(String(report.year));
  const hasIdentifier = hasDoi || hasPmid;
  const isOtherKind = file.isNotice && normaliseTitle(report.title).kind === 'report';
  const isSure = !isOtherKind && title !== 'absent' && (hasIdentifier || (title === 'whole' && hasAuthor && hasYear));
  const strength =
    Number(hasDoi) * 2 +
    Number(hasPmid) * 2 +
    Number(title === 'whole') * 2 +
    Number(title !== 'absent') +
    Number(hasAuthor && hasYear);
  return {
    recordId: report.recordId,
    certainty: isSure ? 'certain' : 'doubtful',
    because: sentence({ hasDoi, hasPmid, title, hasAuthor, hasYear, isOtherKind }),
    hasIdentifier,
    strength,
  };
}

type TitleFound = 'whole' | 'nearly' | 'absent';

function titleIn(file: ReadFile, title: string): TitleFound {
  const form = normaliseTitle(title);
  const spellings = [form.compact, ...form.others].filter(one => one.length >= LEAST_TITLE_LETTERS);
  if (spellings.some(one => file.compact.includes(one))) return 'whole';
  const telling = [...new Set(form.words.filter(word => word.length > 3))];
  if (telling.length < LEAST_TITLE_WORDS) return 'absent';
  const there = telling.filter(word => file.words.has(word)).length;
  return there / telling.length >= SHARE_OF_WORDS ? 'nearly' : 'absent';
}

function isAuthorIn(file: ReadFile, authorsText: string): boolean {
  const [first = ''] = authorsText.split(/[;,]/);
  const names = wordsOf(normaliseText(first)).filter(word => word.length > 2);
  return names.length > 0 && names.every(word => file.words.has(word));
}

function sentence(found: {
  hasDoi: boolean;
  hasPmid: boolean;
  title: TitleFound;
  hasAuthor: boolean;
  hasYear: boolean;
  isOtherKind: boolean;
}): string {
  const there = [
    ...(found.hasDoi ? ['DOI'] : []),
    ...(found.hasPmid ? ['PMID'] : []),
    ...(found.title === 'whole' ? ['title'] : found.title === 'nearly' ? ['most words of its title'] : []),
    ...(found.hasAuthor ? ['first author'] : []),
    ...(found.hasYear ? ['year'] : []),
  ];
  const listed = there.length > 1 ? `${there.slice(0, -1).join(', ')} and ${there.at(-1)}` : there[0];
  if (found.isOtherKind)
    return `Its ${listed} are there, but the file seems to be a correction, a retraction or a reply.`;
  if (found.title === 'absent')
    return `Its ${listed} ${there.length > 1 ? 'are' : 'is'} there, but its title is not on the first pages.`;
  const isAlone = !found.hasDoi && !found.hasPmid && !(found.hasAuthor && found.hasYear);
  const doubt = isAlone ? ' A protocol or an abstract may have them too.' : '';
  return `Its ${listed} ${there.length > 1 ? 'are' : 'is'} there.${doubt}`;
}
