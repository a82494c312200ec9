import { extraLines, type WriteExtras } from '#core/searching/extras';
import { keywordLine, meshLine } from '#core/searching/keywordLines';
import type { RecordAuthor, RecordType, ReferenceRecord } from '#core/searching/record';

const TYPES: Readonly<Record<RecordType, string>> = {
  article: 'article',
  preprint: 'article',
  book: 'book',
  conference: 'inproceedings',
  thesis: 'phdthesis',
  report: 'techreport',
  trial: 'misc',
  dataset: 'dataset',
  webpage: 'online',
  patent: 'patent',
  other: 'misc',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
  '\u00a0': '~',
};

/** Text so that TeX prints it as it is, and a reader of BibTeX gets it back. */
function texText(text: string): string {
  return text
    .replace(/[\\~^`\u00a0&%$#_{}]/g, sign => ESCAPES[sign] ?? `\\${sign}`)
    .replace(/-(?=-)/g, '-{}')
    .replace(/'(?=')/g, "'{}");
}

function writeAuthor(author: RecordAuthor): string {
  if (author.collective !== null) return `{${texText(author.collective)}}`;
  // `and` would part a name in two, as a comma would.
  const guard = (part: string): string => (/,|\band\b/i.test(part) ? `{${texText(part)}}` : texText(part));
  const given = author.fore ?? author.initials;
  const last = guard(author.last ?? '');
  if (given === null) return `{${texText(author.last ?? '')}},`;
  return author.suffix === null ? `${last}, ${guard(given)}` : `${last}, ${guard(author.suffix)}, ${guard(given)}`;
}

/** A key from the first author and the year, and what identifies the record; letters and digits only. */
function keyOf(record: ReferenceRecord): string {
  if (record.otherIds.key) return record.otherIds.key.replace(/[\s,{}"#%~\\=]/g, '');
  const first = record.authors[0];
  const name = (first?.last ?? first?.collective ?? 'record')
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 20);
  return `${name || 'record'}${record.date.year ?? ''}x${record.pmid ?? record.source.index + 1}`;
}

/** A record as a BibTeX entry, an empty line after it. Extras stand in the note and among the keywords. */
export function writeBibtex(record: ReferenceRecord, extras: WriteExtras = {}): string {
  const { book, date } = record;
  const lines = extraLines(extras);
  const keywords = [...record.keywords.map(keywordLine), ...record.meshHeadings.map(meshLine), ...lines];
  const container = record.recordType === 'conference' ? 'booktitle' : 'journal';
  const text: (readonly [string, string | null | undefined])[] = [
    ['title', record.title],
    [book?.isChapter ? 'booktitle' : container, book?.isChapter ? book.title : record.journal],
    ['shortjournal', record.journalAbbreviation],
    ['volume', record.volume],
    ['number', record.issue],
    ['doi', record.doi],
    ['pmid', record.pmid],
    ['pmcid', record.pmcid],
    ['issn', record.issn],
    ['isbn', book?.isbn.join(', ')],
    ['publisher', book?.publisher],
    ['language', record.languages.join(', ')],
    ['abstract', record.abstractText?.replaceAll('\n', ' ')],
    ['keywords', keywords.map(keyword => keyword.replace(/[,;]/g, ' ')).join(', ')],
    ['note', lines.join('; ')],
  ];
  const fields = text.flatMap(([name, value]) =>
    value ? [`  ${name} = {${name === 'title' ? `{${texText(value)}}` : texText(value)}}`] : [],
  );
  if (record.authors.length > 0) fields.splice(1, 0, `  author = {${record.authors.map(writeAuthor).join(' and ')}}`);
  if (date.year !== null) fields.push(`  year = {${date.year}}`);
  if (date.month !== null) fields.push(`  month = ${MONTHS[date.month - 1]}`);
  if (date.month !== null && date.day !== null) fields.push(`  day = {${date.day}}`);
  if (record.pages !== null)
    fields.push(`  pages = {${texText(record.pages).replace(/^([^-{}]+)-([^-{}]+)$/, '$1--$2')}}`);
  const type = book?.isChapter ? 'incollection' : TYPES[record.recordType];
  return `@${type}{${keyOf(record)},\n${fields.join(',\n')}\n}\n\n`;
}
