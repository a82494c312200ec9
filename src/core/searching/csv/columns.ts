/** What a column of a table can hold, as far as a record has a place for it. */
export const CSV_FIELDS = [
  ...['title', 'vernacularTitle', 'abstract', 'authors', 'firstAuthor', 'journal', 'journalAbbreviation', 'issn'],
  ...[
    'nlmId',
    'year',
    'month',
    'day',
    'season',
    'date',
    'citation',
    'volume',
    'issue',
    'pages',
    'firstPage',
    'lastPage',
  ],
  ...['doi', 'pmid', 'pmcid', 'languages', 'publicationTypes', 'meshHeadings', 'keywords', 'recordType', 'isbn'],
  ...['publisher', 'url', 'id', 'notes', 'retracted'],
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];

/** The header of the column that holds a field, where it isn't known by its own name. */
export type ColumnMapping = Readonly<Partial<Record<CsvField, string>>>;

/** Headers as systems write them, without case and punctuation, the best first. */
const NAMES: Readonly<Record<CsvField, readonly string[]>> = {
  title: [
    'title',
    'articletitle',
    'documenttitle',
    'primarytitle',
    'titleprimary',
    'titles',
    'ti',
    't1',
    'name',
    'reporttitle',
    'studytitle',
    'publictitle',
    'scientifictitle',
    ...['titre', 'titel', 'título', 'titulo', 'titolo'],
  ],
  vernacularTitle: ['vernaculartitle', 'originaltitle', 'originalforeigntitle'],
  abstract: [
    'abstract',
    'abstractnote',
    'abstracts',
    'ab',
    'n2',
    'abstracttext',
    'summary',
    'notesabstract',
    ...['résumé', 'resume', 'resumen', 'resumo', 'zusammenfassung'],
  ],
  authors: [
    ...[
      'af',
      'authorfullnames',
      'authors',
      'author',
      'authornames',
      'authorsprimary',
      'primaryauthors',
      'firstauthors',
    ],
    ...['authorlist', 'au', 'creators', 'creator', 'authorsnames', 'authorshipsauthordisplayname'],
    ...['auteurs', 'auteur', 'autoren', 'autores', 'autor', 'autori'],
  ],
  firstAuthor: ['firstauthor'],
  journal: [
    ...[
      'journal',
      'journaltitle',
      'journalbook',
      'sourcetitle',
      'publicationtitle',
      'periodicalfull',
      'secondarytitle',
    ],
    ...['journalname', 'publicationname', 'fulljournalname', 'titlesecondary', 't2', 'jf', 'so'],
    'primarylocationsourcedisplayname',
  ],
  journalAbbreviation: [
    'journalabbreviation',
    'abbreviatedsourcetitle',
    'periodicalabbrev',
    'journalisoabbreviation',
    'ja',
    'ji',
    'j9',
  ],
  issn: ['issn', 'issns', 'issnisbn', 'sn', 'eissn', 'primarylocationsourceissnl'],
  nlmId: ['nlmid', 'nlmuniqueid'],
  year: [
    'year',
    'publicationyear',
    'publishedyear',
    'pubyear',
    'yearpublished',
    'yearofpublication',
    'py',
    'y1',
    ...['année', 'annee', 'jahr', 'año', 'ano', 'anno'],
  ],
  month: ['month', 'publishedmonth', 'publicationmonth'],
  day: ['day'],
  season: ['season'],
  date: [
    'date',
    'publicationdate',
    'datepublished',
    'dateofpublication',
    'pubdate',
    'pubmonthday',
    'da',
    'pd',
    'createdate',
  ],
  citation: ['citation', 'source', 'reference'],
  volume: ['volume', 'vol', 'vl', 'bibliovolume'],
  issue: ['issue', 'issuenumber', 'number', 'no', 'is', 'biblioissue'],
  // Not Web of Science's PG, which is how many pages there are.
  pages: ['pages', 'page', 'pagerange', 'pagination'],
  firstPage: ['firstpage', 'pagestart', 'startpage', 'beginningpage', 'bp', 'sp', 'bibliofirstpage'],
  lastPage: ['lastpage', 'pageend', 'endpage', 'endingpage', 'otherpages', 'ep', 'bibliolastpage'],
  doi: ['doi', 'digitalobjectidentifier', 'doilink', 'do', 'di'],
  pmid: ['pmid', 'pubmedid', 'medlinepmid', 'pubmed', 'pm', 'idspmid'],
  pmcid: ['pmcid', 'pmc', 'pmcidnumber', 'idspmcid'],
  languages: ['languages', 'language', 'articlelanguage', 'languageoforiginaldocument', 'outputlanguage', 'la'],
  publicationTypes: [
    'publicationtypes',
    'documenttype',
    'dt',
    'publicationtype',
    'doctype',
    'referencetype',
    'itemtype',
    'pt',
  ],
  meshHeadings: ['meshheadings', 'meshterms', 'mesh', 'mh'],
  keywords: ['keywords', 'authorkeywords', 'keyword', 'subjects', 'kw', 'de', 'manualtags', 'tags'],
  recordType: ['recordtype', 'type'],
  isbn: ['isbn', 'isbns'],
  publisher: ['publisher', 'bookpublisher'],
  url: ['url', 'link', 'externalurl', 'links', 'plink', 'ur'],
  id: [
    'recordid',
    'id',
    'internalid',
    'lensid',
    'eid',
    'embaseaccessionid',
    'referenceid',
    'accessionnumber',
    'key',
    'ref',
    'nctnumber',
    'trialid',
    'ut',
    'utuniquewosid',
    'utuniqueid',
  ],
  retracted: ['retracted', 'isretracted'],
  notes: ['notes', 'note', 'extra'],
};

export function plainHeader(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** How many headers are names that tables of references have; the row with the most is the header row. */
export function countKnownHeaders(headers: readonly string[]): number {
  const known = new Set(headers.map(plainHeader).filter(Boolean));
  return CSV_FIELDS.filter(field => NAMES[field].some(name => known.has(name))).length;
}

/** Which column holds which field: as told, else by its header. */
export function findColumns(headers: readonly string[], told: ColumnMapping): ReadonlyMap<CsvField, number> {
  const plain = headers.map(plainHeader);
  const columns = new Map<CsvField, number>();
  for (const field of CSV_FIELDS) {
    const wanted = told[field];
    const names = wanted === undefined ? NAMES[field] : [plainHeader(wanted)];
    const index = names.map(name => plain.indexOf(name)).find(found => found >= 0);
    if (index !== undefined) columns.set(field, index);
  }
  return columns;
}
