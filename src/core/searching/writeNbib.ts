import { extraLines, type WriteExtras } from '#core/searching/extras';
import { keywordLine, meshLine } from '#core/searching/keywordLines';
import { foldSpace } from '#core/searching/plainText';
import { readWrittenDate } from '#core/searching/publicationDate';
import type { Grant, PublicationDate, RecordAuthor, ReferenceRecord } from '#core/searching/record';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WIDTH = 88;

type Field = readonly [string, string | null | undefined];

/** The date as it was written where that says the same, else put together. */
function writeDate(date: PublicationDate): string | null {
  if (date.year === null) return null;
  const written = date.raw === null ? null : readWrittenDate(date.raw);
  const isSame =
    written?.year === date.year &&
    written.month === date.month &&
    written.day === date.day &&
    written.season === date.season;
  if (isSame) return date.raw;
  const month = date.month === null ? null : MONTHS[date.month - 1];
  return [date.year, date.season ?? month, month && date.day].filter(Boolean).join(' ');
}

function writeAuthor(author: RecordAuthor): Field[] {
  const affiliations = author.affiliations.map(affiliation => ['AD', affiliation] as const);
  if (author.collective !== null) return [['CN', author.collective], ...affiliations];
  const given = author.fore ?? author.initials;
  return [
    ['FAU', [author.last, given].filter(Boolean).join(', ')],
    ['AU', [author.last, author.initials, author.suffix?.replace(/\.$/, '')].filter(Boolean).join(' ')],
    ['AUID', author.orcid && `ORCID: ${author.orcid}`],
    ...affiliations,
  ];
}

function writeGrant(grant: Grant): string {
  return [grant.id ?? '', grant.agency, grant.country].filter(part => part !== null).join('/');
}

function isPmid(text: string): boolean {
  return /^\d+$/.test(text);
}

/** A line of the format: the tag in four columns, and what doesn't fit wrapped behind six spaces. */
function writeField(tag: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of foldSpace(value).split(' ')) {
    if (line !== '' && line.length + word.length + 7 > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return `${tag.padEnd(4)}- ${lines.join('\r\n      ')}`;
}

/** A record in PubMed's tagged text, an empty line after it. Extras stand among the other terms (OT). */
export function writeNbib(record: ReferenceRecord, extras: WriteExtras = {}): string {
  const { book, retraction } = record;
  const ids = Object.entries(record.otherIds).filter(([scheme]) => !['mid', 'accession'].includes(scheme));
  const many = (tag: string, values: readonly string[]): Field[] => values.map(value => [tag, value] as const);
  const cite = (values: readonly string[]): string[] => values.map(value => (isPmid(value) ? `PMID: ${value}` : value));
  const hasOwnType = record.publicationTypes.some(type => /^retract/i.test(type.name));
  const fields: Field[] = [
    ['PMID', record.pmid],
    ['OWN', record.raw.OWN?.[0] ?? (record.pmid ? 'NLM' : 'POOLED')],
    ['IS', record.issn],
    ['VI', record.volume],
    ['IP', record.issue],
    ['DP', writeDate(record.date)],
    ['TI', book && !book.isChapter ? null : record.title],
    ['BTI', book?.title],
    ['PB', book?.publisher],
    ...many('ISBN', book?.isbn ?? []),
    ['PG', record.pages],
    ['LID', record.doi && `${record.doi} [doi]`],
    ['AB', record.abstractText],
    ...record.authors.flatMap(writeAuthor),
    ...many('LA', record.languages),
    ...many('GR', record.grants.map(writeGrant)),
    ...many(
      'SI',
      record.dataBanks.flatMap(bank =>
        bank.accessions.length > 0 ? bank.accessions.map(accession => `${bank.name}/${accession}`) : [bank.name],
      ),
    ),
    ...many(
      'PT',
      record.publicationTypes.map(type => type.name),
    ),
    ['PT', retraction.isRetracted && !hasOwnType ? 'Retracted Publication' : null],
    ['TT', record.vernacularTitle],
    ['TA', record.journalAbbreviation],
    ['JT', record.journal],
    ['JID', record.nlmId],
    ...many(
      'RN',
      record.chemicals.map(chemical =>
        chemical.registryNumber === null ? chemical.name : `${chemical.registryNumber} (${chemical.name})`,
      ),
    ),
    ...many('EIN', cite(record.errata.in)),
    ...many('EFR', cite(record.errata.for)),
    ...many('RIN', cite(retraction.retractedBy)),
    ...many('ROF', cite(retraction.retracts)),
    ['ECI', retraction.concern ? 'Expression of concern' : null],
    ...many('MH', record.meshHeadings.map(meshLine)),
    ...many('OT', [...record.keywords.map(keywordLine), ...extraLines(extras)]),
    ['MID', record.otherIds.mid],
    ['OID', book?.accession ?? record.otherIds.accession],
    ['PMC', record.pmcid],
    ...many(
      'AID',
      ids.map(([scheme, id]) => `${id} [${scheme}]`),
    ),
  ];
  return `${fields.flatMap(([tag, value]) => (value ? [writeField(tag, value)] : [])).join('\r\n')}\r\n\r\n`;
}
