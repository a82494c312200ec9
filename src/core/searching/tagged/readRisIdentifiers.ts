import { normaliseDoi, normalisePmcid, normalisePmid } from '#core/searching/identifiers';
import type { FieldReader } from '#core/searching/tagged/fields';

export interface RisIdentifiers {
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly pmcid: string | null;
  readonly otherIds: Readonly<Record<string, string>>;
}

/** CINAHL writes `PMID: NLM25812345`. */
const NAMED_PMID = /(?:PMID|PUBMED)(?: ID)?[ :#]*(?:NLM)?(\d{4,8})(?!\d)/i;
const PUBMED_ADDRESS = /ncbi\.nlm\.nih\.gov\/(?:pubmed\/)?(\d{1,8})(?!\d)/i;

function firstOf<T>(values: readonly string[], read: (value: string) => T | null): T | null {
  for (const value of values) {
    const found = read(value);
    if (found !== null) return found;
  }
  return null;
}

/** A DOI has many places; an address or a note counts only where it says that it holds one. */
function readDoi(field: FieldReader): string | null {
  const whole = (value: string): string | null =>
    /^(?:doi:?\s*|https?:\/\/\S*)?10\.\d{4,9}/i.test(value) ? normaliseDoi(value) : null;
  const named = (value: string): string | null =>
    /doi\.org\/|\/doi\/|doi[:=]|info:doi/i.test(value) ? normaliseDoi(value.slice(value.search(/doi/i))) : null;
  return (
    firstOf(field.all('DO', 'DI'), normaliseDoi) ??
    firstOf(field.all('M3', 'L3', 'ID', 'AN', 'C7'), whole) ??
    firstOf(field.lines('UR', 'L2', 'LK', 'L1', 'L4'), named) ??
    firstOf(field.all('N1', 'M1', 'C1', 'C2', 'C3'), named)
  );
}

/** A PMID is a bare number only in the field where a system is known to put it. */
function readPmid(field: FieldReader): string | null {
  const databases = field.lines('DB', 'DP').join(' ');
  const bare = (...tags: string[]): string | null =>
    firstOf(field.all(...tags), value => (/^\d{4,8}$/.test(value) ? normalisePmid(value) : null));
  return (
    bare('PM') ??
    firstOf(field.lines('PM', 'C3', 'N1', 'AN', 'ID', 'U2', 'C5', 'C7', 'C2', 'M1'), value =>
      normalisePmid(NAMED_PMID.exec(value)?.[1]),
    ) ??
    (/embase/i.test(databases) ? bare('C5') : null) ??
    (/scopus/i.test(databases) ? bare('C2') : null) ??
    (/pubmed|medline|^(?:mdc|mnh|cmedm|nlm)\b/i.test(databases) && !/embase/i.test(databases)
      ? bare('AN', 'ID')
      : null) ??
    firstOf(field.lines('UR', 'L2', 'L1'), value => normalisePmid(PUBMED_ADDRESS.exec(value)?.[1]))
  );
}

/** The identifiers of a RIS record, from wherever its system puts them. */
export function readRisIdentifiers(field: FieldReader): RisIdentifiers {
  const others: Record<string, string> = {};
  const keep = (scheme: string, value: string | null | undefined): void => {
    if (value) others[scheme] ??= value;
  };
  const notes = field.lines('N1');
  keep(
    'embase',
    firstOf(field.lines('U2', 'N1'), value => /^L\d{6,}$/.exec(value)?.[0] ?? null),
  );
  keep(
    'wos',
    firstOf(field.all('AN', 'UT'), value => /^[A-Z]+:\S+$/.exec(value)?.[0] ?? null),
  );
  keep(
    'scopus',
    firstOf(field.lines('UR'), value => /eid=(2-s2\.0-\d+)/.exec(value)?.[1] ?? null),
  );
  keep(
    'central',
    firstOf(field.all('AN'), value => /^CN-\d+$/.exec(value)?.[0] ?? null),
  );
  keep(
    'accession',
    field.first('AN') ??
      firstOf(notes, value => /^Accession Number: ([^;\s]+)/i.exec(value)?.[1]?.replace(/\.$/, '') ?? null),
  );
  keep('id', field.first('ID'));
  return {
    doi: readDoi(field),
    pmid: readPmid(field),
    pmcid: firstOf(field.lines('C2', 'PMC', 'N1', 'AN', 'UR', 'L1', 'L2'), value =>
      /PMC\d/i.test(value) ? normalisePmcid(value) : null,
    ),
    otherIds: others,
  };
}
