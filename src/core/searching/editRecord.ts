import { Problem } from '#core/problem';
import { readAuthorList } from '#core/searching/csv/readAuthorList';
import { normaliseDoi, normalisePmid } from '#core/searching/identifiers';
import { writePersonName } from '#core/searching/personName';
import type { AbstractSection, ReferenceRecord } from '#core/searching/record';
import type { EditedField } from '#core/vocabulary';

/** The fields of a record that a person may put right, as texts; an empty one says that the record has none. */
export type RecordTexts = Readonly<Record<EditedField, string>>;

/** Some of them, for a change. */
export type WantedTexts = Readonly<Partial<Record<EditedField, string | undefined>>>;

/** What a record says in these fields now, as a person writes it. */
export function textsOf(record: ReferenceRecord): RecordTexts {
  return {
    title: record.title ?? record.vernacularTitle ?? '',
    abstract: record.abstractText ?? '',
    authors: record.authors.map(writePersonName).join('; '),
    year: record.date.year === null ? '' : String(record.date.year),
    journal: record.journal ?? record.journalAbbreviation ?? '',
    volume: record.volume ?? '',
    issue: record.issue ?? '',
    pages: record.pages ?? '',
    doi: record.doi ?? '',
    pmid: record.pmid ?? '',
  };
}

/** One field that an edit changes, with what it said before. */
export interface FieldChange {
  readonly field: EditedField;
  readonly before: string;
  readonly after: string;
}

/** The fields that differ from what the record says now. */
export function changesOf(record: ReferenceRecord, wanted: WantedTexts): FieldChange[] {
  const now = textsOf(record);
  return Object.entries(wanted).flatMap(([name, text]) => {
    const field = name as EditedField; // the keys of RecordTexts
    if (text === undefined) return [];
    const after = text.trim();
    return now[field] === after ? [] : [{ field, before: now[field], after }];
  });
}

/** The record with its changes. What a field says has its usual form, or is refused as 'invalid' with the field's name. */
export function editRecord(record: ReferenceRecord, changes: readonly FieldChange[]): ReferenceRecord {
  let edited = record;
  for (const { field, after } of changes) edited = { ...edited, ...written(edited, field, after) };
  return edited;
}

function written(record: ReferenceRecord, field: EditedField, text: string): Partial<ReferenceRecord> {
  const value = text === '' ? null : text;
  switch (field) {
    case 'title':
      return { title: value, vernacularTitle: value === null ? null : record.vernacularTitle };
    case 'abstract':
      return { abstractText: value, abstract: sectionsOf(text) };
    case 'authors':
      return { authors: readAuthorList(text), authorsComplete: null };
    case 'year':
      if (value !== null && !/^\d{4}$/.test(text)) throw refused(field, 'Write the year with four digits.');
      return { date: { ...record.date, year: value === null ? null : Number(text), raw: value } };
    case 'journal':
      return { journal: value, journalAbbreviation: null };
    case 'doi': {
      const doi = normaliseDoi(text);
      if (value !== null && doi === null) throw refused(field, 'A DOI begins with 10. and has a slash in it.');
      return { doi };
    }
    case 'pmid': {
      const pmid = normalisePmid(text);
      if (value !== null && pmid === null) throw refused(field, 'A PMID is a number of up to eight digits.');
      return { pmid };
    }
    case 'volume':
    case 'issue':
    case 'pages':
      return { [field]: value };
    default:
      return field satisfies never;
  }
}

function refused(field: EditedField, detail: string): Problem {
  return new Problem('invalid', detail, {}, [{ pointer: `/body/fields/${field}`, detail }]);
}

const LABELLED = /^([A-Z][A-Z ,/&()-]{2,60}): (.+)$/;

/** A line that begins with capitals and a colon opens a section of its own: `METHODS: …`. */
function sectionsOf(text: string): AbstractSection[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [, label, rest] = LABELLED.exec(line) ?? [];
      return { label: label ?? null, category: null, text: rest ?? line };
    });
}
