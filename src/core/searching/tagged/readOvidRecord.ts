import type { RecordDraft } from '#core/searching/draft';
import type { TaggedField } from '#core/searching/tagged/fields';
import { readRisRecord } from '#core/searching/tagged/readRisRecord';

/** Ovid's labels in its labelled text, by the tags that RIS has for the same. */
const LABELS: Readonly<Record<string, string>> = {
  'unique identifier': 'UI',
  'accession number': 'AN',
  pmid: 'PM',
  'pubmed id': 'PM',
  title: 'TI',
  'original title': 'TT',
  source: 'SO',
  'journal name': 'T2',
  abstract: 'AB',
  author: 'AU',
  authors: 'AU',
  'authors full name': 'AF',
  'author full name': 'AF',
  institution: 'AD',
  'subject headings': 'KW',
  'mesh subject headings': 'KW',
  'keyword heading': 'KW',
  keywords: 'KW',
  'candidate terms': 'KW',
  'issn print': 'SN',
  'issn electronic': 'SN',
  issn: 'SN',
  publisher: 'PB',
  language: 'LA',
  'publication type': 'M3',
  'year of publication': 'PY',
  'date of publication': 'DA',
  'publication date': 'DA',
  'digital object identifier': 'DO',
  doi: 'DO',
  'pmc identifier': 'PMC',
  'link to the ovid full text or citation': 'UR',
};

/** `Journal. 12(3):45-56, 2019 Mar 04.`, and Embase's `Journal. 12 (3) (pp 45-56), 2019. Date of Publication: …`. */
const SOURCE =
  /^(?<journal>.+?)\.\s+(?:Vol\.?\s*)?(?<volume>[^\s(:,]+)?\s*(?:\((?<issue>(?!pp)[^)]*)\))?\s*(?::\s*(?<pages>[^,]+)|\(pp?\.? ?(?<range>[^)]+)\))?(?:,\s*(?<date>\d{4}[^.;]*))?/s;

/** Whether a line is one of Ovid's labels, which stand alone at its beginning. */
export function isOvidLabel(line: string): boolean {
  return /^[A-Z]/.test(line) && line.trim().toLowerCase() in LABELS;
}

function sourceFields(written: string): TaggedField[] {
  const found = SOURCE.exec(written.replace(/\s+/g, ' ').trim())?.groups;
  if (!found) return [{ tag: 'SO', value: written }];
  const pages = found.pages ?? found.range;
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['T2', found.journal],
    ['VL', found.volume],
    ['IS', found.issue],
    [pages && /[-–‐]/.test(pages) ? 'PG' : 'SP', pages],
    ['DA', found.date],
  ];
  return parts.flatMap(([tag, value]) => (value ? [{ tag, value: value.trim() }] : []));
}

/**
 * A record of Ovid's labelled text, whose fields bear the labels as tags. The unique identifier is MEDLINE's, a PMID;
 * names in full go before short ones. What has no label here stays in `raw` under its own.
 */
export function readOvidRecord(labelled: readonly TaggedField[]): RecordDraft {
  const fields = labelled.flatMap(({ tag: label, value }): TaggedField[] => {
    const tag = LABELS[label.toLowerCase()] ?? label;
    if (tag === 'SO') return sourceFields(value);
    if (tag === 'UI') return [{ tag: /^\d{7,8}$/.test(value.trim()) ? 'PM' : 'AN', value }];
    // Embase links its PMIDs: `31000001 [http://…]`.
    if (tag === 'PM') return [{ tag, value: value.replace(/\s*\[http[^\]]*\]/, '') }];
    return [{ tag, value }];
  });
  const hasFullNames = fields.some(field => field.tag === 'AF');
  return readRisRecord(
    fields.flatMap(field => {
      if (field.tag === 'AF') return [{ tag: 'AU', value: field.value }];
      return field.tag === 'AU' && hasFullNames ? [] : [field];
    }),
  );
}
