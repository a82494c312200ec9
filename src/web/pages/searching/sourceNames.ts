import type { RecordFormat, SourceKind } from '#core/vocabulary';

export const KIND_NAMES: Readonly<Record<SourceKind, string>> = {
  database: 'database',
  register: 'register of trials',
  website: 'website',
  organisation: 'organisation',
  citation: 'references of other reports',
  other: 'another way',
};

export const FORMAT_NAMES: Readonly<Record<RecordFormat, string>> = {
  'pubmed-xml': 'PubMed XML',
  nbib: 'NBIB',
  ris: 'RIS',
  'endnote-xml': 'EndNote XML',
  bibtex: 'BibTeX',
  csv: 'CSV',
  xlsx: 'Excel',
  'trials-xml': 'Trials in XML',
  'trials-json': 'Trials in JSON',
};

/** Sources that files often come from, with the kind that PRISMA counts them as. */
export const USUAL_SOURCES: readonly { readonly name: string; readonly kind: SourceKind }[] = [
  { name: 'PubMed', kind: 'database' },
  { name: 'Embase', kind: 'database' },
  { name: 'CENTRAL', kind: 'database' },
  { name: 'Scopus', kind: 'database' },
  { name: 'Web of Science', kind: 'database' },
  { name: 'CINAHL', kind: 'database' },
  { name: 'PsycINFO', kind: 'database' },
  { name: 'LILACS', kind: 'database' },
  { name: 'ClinicalTrials.gov', kind: 'register' },
  { name: 'WHO ICTRP', kind: 'register' },
];

/**
 * The source that a file's name speaks of: "embase_2026-11-09.ris" is Embase. NBIB is what PubMed alone gives, so its
 * ending speaks of PubMed. Null when the name speaks of none.
 */
export function sourceOfFile(fileName: string): (typeof USUAL_SOURCES)[number] | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const name = plain(fileName);
  const named = USUAL_SOURCES.find(source => name.includes(plain(source.name)));
  if (named) return named;
  return /\.nbib$/i.test(fileName) ? (USUAL_SOURCES.find(source => source.name === 'PubMed') ?? null) : null;
}
