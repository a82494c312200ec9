import type { SearchableAuthor, SearchableHeading, SearchableRecord } from '#core/protocol/searchableRecord';

export interface CorpusArticle {
  readonly pmid: string;
  /** The article as it stood in its file. */
  readonly raw: string;
  readonly record: SearchableRecord;
}

/** Reads the articles out of PubMed XML texts; a later one with the same PMID takes the place of the earlier. */
export function readCorpus(articlesXml: readonly string[]): ReadonlyMap<string, CorpusArticle> {
  const corpus = new Map<string, CorpusArticle>();
  for (const xml of articlesXml) {
    for (const [raw] of xml.matchAll(/<(PubmedArticle|PubmedBookArticle)\b[^>]*>[\s\S]*?<\/\1>/g)) {
      const record = readArticle(raw);
      if (record.pmid !== null) corpus.set(record.pmid, { pmid: record.pmid, raw, record });
    }
  }
  return corpus;
}

function readArticle(raw: string): SearchableRecord {
  const own = raw
    .replace(/<ReferenceList>[\s\S]*?<\/ReferenceList>/g, '')
    .replace(/<CommentsCorrectionsList>[\s\S]*?<\/CommentsCorrectionsList>/g, '');
  const first = (name: string): string | null => flat(elements(own, name)[0]);
  const all = (name: string): readonly string[] => elements(own, name).flatMap(inner => flat(inner) ?? []);
  const abstract = elements(own, 'Abstract').flatMap(inner => elements(inner, 'AbstractText'));
  return {
    pmid: first('PMID'),
    title: first('ArticleTitle') ?? first('BookTitle'),
    vernacularTitle: first('VernacularTitle'),
    abstractText: abstract.length === 0 ? null : abstract.map(inner => flat(inner) ?? '').join('\n'),
    keywords: all('Keyword'),
    meshHeadings: elements(own, 'MeshHeading').map(readHeading),
    publicationTypes: all('PublicationType'),
    substances: all('NameOfSubstance'),
    authors: elements(own, 'Author').map(readAuthor),
    affiliations: all('Affiliation'),
    journal: [...all('Title').slice(0, 1), ...all('ISOAbbreviation'), ...all('MedlineTA'), ...all('ISSN')],
    languages: all('Language'),
    volume: first('Volume'),
    issue: first('Issue'),
    pages: first('MedlinePgn'),
    identifiers: [...all('ELocationID'), ...all('ArticleId')],
    registrations: all('AccessionNumber'),
    subsets: /Status="MEDLINE"/.test(own) ? ['medline'] : ['inprocess'],
    dates: readDates(own),
  };
}

function readHeading(inner: string): SearchableHeading {
  const named = (name: string) =>
    [...inner.matchAll(new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`, 'g'))].map(
      ([, attributes = '', text]) => ({
        name: flat(text) ?? '',
        isMajor: attributes.includes('MajorTopicYN="Y"'),
      }),
    );
  const [descriptor] = named('DescriptorName');
  return { name: descriptor?.name ?? '', isMajor: descriptor?.isMajor ?? false, qualifiers: named('QualifierName') };
}

function readAuthor(inner: string): SearchableAuthor {
  const part = (name: string) => flat(elements(inner, name)[0]);
  return {
    last: part('LastName'),
    fore: part('ForeName'),
    initials: part('Initials'),
    collective: part('CollectiveName'),
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASONS: Readonly<Record<string, number>> = { win: 1, spr: 4, sum: 7, fal: 10, aut: 10 };

/** Dates as PubMed sorts them: no month is January, no day the 1st, winter January, spring April and so on. */
function readDates(own: string): NonNullable<SearchableRecord['dates']> {
  const history = (status: string) =>
    dateIn(new RegExp(`<PubMedPubDate PubStatus="${status}">([\\s\\S]*?)</PubMedPubDate>`).exec(own)?.[1]);
  const entered = history('pubmed') ?? history('entrez');
  const created = history('entrez') ?? dateIn(elements(own, 'DateCreated')[0]) ?? entered;
  return Object.fromEntries(
    Object.entries({
      published: dateIn(elements(own, 'PubDate')[0]),
      entered: entered ?? created,
      created: created ?? dateIn(elements(own, 'DateRevised')[0]),
      indexed: history('medline'),
      revised: dateIn(elements(own, 'DateRevised')[0]),
    }).filter(([, date]) => date !== undefined),
  );
}

function dateIn(inner: string | undefined): number | undefined {
  if (inner === undefined) return undefined;
  const loose = flat(elements(inner, 'MedlineDate')[0]) ?? '';
  const year = Number(flat(elements(inner, 'Year')[0]) ?? /\d{4}/.exec(loose)?.[0]);
  if (!Number.isInteger(year)) return undefined;
  const word =
    flat(elements(inner, 'Month')[0]) ?? flat(elements(inner, 'Season')[0]) ?? /[A-Za-z]{3}/.exec(loose)?.[0] ?? '1';
  const short = word.slice(0, 3).toLowerCase();
  const named = MONTHS.indexOf(short) + 1;
  const month = /^\d+$/.test(word) ? Number(word) : named > 0 ? named : (SEASONS[short] ?? 1);
  return year * 10000 + month * 100 + Number(flat(elements(inner, 'Day')[0]) ?? 1);
}

function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*[^/>])?>([\\s\\S]*?)</${name}>`, 'g'))].map(
    match => match[1] ?? '',
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of an element without its markup; null when there is none. */
function flat(inner: string | undefined): string | null {
  const text = (inner ?? '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) =>
      hex
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : decimal
          ? String.fromCodePoint(Number(decimal))
          : (ENTITIES[name] ?? whole),
    )
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
  return text === '' ? null : text;
}
