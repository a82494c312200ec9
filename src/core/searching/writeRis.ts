import { extraLines, type WriteExtras } from '#core/searching/extras';
import { tellsOfChoices } from '#core/searching/furtherFields';
import { keywordLine, meshLine } from '#core/searching/keywordLines';
import { writePersonName } from '#core/searching/personName';
import { foldSpace } from '#core/searching/plainText';
import type { PublicationDate, RecordType, ReferenceRecord } from '#core/searching/record';

const TYPES: Readonly<Record<RecordType, string>> = {
  article: 'JOUR',
  preprint: 'JOUR',
  book: 'BOOK',
  conference: 'CONF',
  thesis: 'THES',
  report: 'RPRT',
  trial: 'GEN',
  dataset: 'DATA',
  webpage: 'ELEC',
  patent: 'PAT',
  other: 'GEN',
};

/** Fields without a place in a record that a RIS file gave, and that every reader of RIS understands. */
const KEPT = ['N1', 'AD', 'CY', 'DB', 'DP', 'ET', 'ST', 'UR', 'L1', 'L2'] as const;

/** The note that this writer makes of a PMID itself. */
const OWN_NOTE = /^PMID: \d+$/;

/** `2017/06/21/`, with a season as the free part at the end; null when the year says it all. */
function writeDate(date: PublicationDate): string | null {
  if (date.year === null || (date.month === null && date.season === null)) return null;
  const two = (part: number | null): string => (part === null ? '' : String(part).padStart(2, '0'));
  return `${date.year}/${two(date.month)}/${two(date.day)}/${date.season ?? ''}`;
}

/** First and last page apart where a single hyphen parts them. */
function writePages(pages: string): (readonly [string, string])[] {
  const range = /^([^-\s]+)-([^-\s]+)$/.exec(pages);
  return range
    ? [
        ['SP', range[1] ?? ''],
        ['EP', range[2] ?? ''],
      ]
    : [['SP', pages]];
}

function kept(record: ReferenceRecord): (readonly [string, string | null])[] {
  const isRis = record.source.format === 'ris';
  const affiliations = isRis ? [] : [...new Set(record.authors.flatMap(author => author.affiliations))];
  return [
    ...KEPT.flatMap(tag =>
      (isRis ? (record.raw[tag] ?? []) : [])
        .filter(value => !OWN_NOTE.test(value) && !tellsOfChoices(value))
        .map(value => [tag, value] as const),
    ),
    ...affiliations.map(affiliation => ['AD', affiliation] as const),
  ];
}

/**
 * A record in RIS: TY first, one AU an author, CR LF line ends, ER last and an empty line after it. Extras stand both in
 * N1 and in KW, so that reference managers show them and can filter by them.
 */
export function writeRis(record: ReferenceRecord, extras: WriteExtras = {}): string {
  const { book } = record;
  const lines = extraLines(extras);
  const container = book?.isChapter ? book.title : record.journal;
  const types = record.publicationTypes.map(type => type.name);
  if (record.recordType === 'preprint' && !types.includes('Preprint')) types.push('Preprint');
  const fields: (readonly [string, string | null | undefined])[] = [
    ['TI', record.title],
    ['TT', record.vernacularTitle],
    ...record.authors.map(author => ['AU', writePersonName(author)] as const),
    ['PY', record.date.year === null ? null : String(record.date.year)],
    ['DA', writeDate(record.date)],
    ['T2', container],
    ['J2', record.journalAbbreviation],
    ['VL', record.volume],
    ['IS', record.issue],
    ...(record.pages === null ? [] : writePages(record.pages)),
    ['PB', book?.publisher ?? record.raw.PB?.[0]],
    ...(book?.isbn ?? []).map(isbn => ['SN', isbn] as const),
    ['SN', record.issn],
    ['AB', record.abstractText],
    ...record.languages.map(language => ['LA', language] as const),
    ...types.map(type => ['M3', type] as const),
    ...record.keywords.map(keyword => ['KW', keywordLine(keyword)] as const),
    ...record.meshHeadings.map(heading => ['KW', meshLine(heading)] as const),
    ...lines.map(line => ['KW', line] as const),
    ['DO', record.doi],
    ['AN', record.otherIds.accession ?? record.otherIds.wos],
    ['U2', record.otherIds.embase],
    ['C2', record.pmcid],
    ['N1', record.pmid === null ? null : `PMID: ${record.pmid}`],
    ...lines.map(line => ['N1', line] as const),
    ...kept(record),
    ['ID', record.otherIds.id],
  ];
  const type = book?.isChapter ? 'CHAP' : TYPES[record.recordType];
  const body = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${foldSpace(value)}`] : []));
  return [`TY  - ${type}`, ...body, 'ER  - ', '', ''].join('\r\n');
}
