/**
 * PubMed's search fields: tag, long name as it stands in a translated query, other spellings, and what kind of thing is
 * looked up. Source: PubMed User Guide, "Search field tags" (NLM), and the field list of EInfo.
 */
export const FIELD_KINDS = ['text', 'heading', 'name', 'date', 'code', 'filter'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

interface Field {
  readonly longName: string;
  readonly kind: FieldKind;
  readonly also: readonly string[];
}

export const FIELDS = {
  tiab: { longName: 'Title/Abstract', kind: 'text', also: [] },
  ti: { longName: 'Title', kind: 'text', also: [] },
  ab: { longName: 'Abstract', kind: 'text', also: [] },
  tw: { longName: 'Text Word', kind: 'text', also: ['text words', 'word'] },
  ot: { longName: 'Other Term', kind: 'text', also: ['other terms', 'keyword'] },
  tt: { longName: 'Transliterated Title', kind: 'text', also: [] },
  all: { longName: 'All Fields', kind: 'text', also: ['all field'] },
  ad: { longName: 'Affiliation', kind: 'text', also: ['affl', 'author - affiliation'] },
  cois: { longName: 'Conflict of Interest Statements', kind: 'text', also: ['conflict of interest statement'] },
  mh: { longName: 'MeSH Terms', kind: 'heading', also: ['mesh', 'mesh term'] },
  majr: { longName: 'MeSH Major Topic', kind: 'heading', also: ['mj', 'mesh major topics'] },
  sh: { longName: 'MeSH Subheading', kind: 'heading', also: ['subheading', 'subheadings', 'mesh subheadings', 'subh'] },
  pt: { longName: 'Publication Type', kind: 'heading', also: ['ptyp', 'publication types'] },
  nm: { longName: 'Supplementary Concept', kind: 'heading', also: ['substance name', 'substance', 'subs'] },
  pa: { longName: 'Pharmacological Action', kind: 'heading', also: ['pharm action', 'mesh pharmacological action'] },
  au: { longName: 'Author', kind: 'name', also: ['auth', 'author name'] },
  '1au': { longName: 'Author - First', kind: 'name', also: ['first author', 'first author name'] },
  lastau: { longName: 'Author - Last', kind: 'name', also: ['last author', 'last author name'] },
  fau: { longName: 'Author - Full', kind: 'name', also: ['full author name'] },
  cn: { longName: 'Author - Corporate', kind: 'name', also: ['corporate author'] },
  ed: { longName: 'Editor', kind: 'name', also: [] },
  ir: { longName: 'Investigator', kind: 'name', also: ['full investigator name'] },
  fir: { longName: 'Investigator - Full', kind: 'name', also: [] },
  ps: { longName: 'Subject - Personal Name', kind: 'name', also: ['personal name as subject'] },
  ta: { longName: 'Journal', kind: 'name', also: ['jour', 'journal title', 'so'] },
  pubn: { longName: 'Publisher', kind: 'name', also: [] },
  pl: { longName: 'Place of Publication', kind: 'name', also: [] },
  la: { longName: 'Language', kind: 'name', also: ['lang'] },
  dp: { longName: 'Date - Publication', kind: 'date', also: ['pdat', 'publication date'] },
  epdat: { longName: 'Electronic Date of Publication', kind: 'date', also: ['electronic publication date'] },
  ppdat: { longName: 'Print Date of Publication', kind: 'date', also: ['print publication date'] },
  edat: { longName: 'Date - Entry', kind: 'date', also: ['entry date', 'entrez date'] },
  crdt: { longName: 'Date - Create', kind: 'date', also: ['create date', 'cdat'] },
  mhda: { longName: 'Date - MeSH', kind: 'date', also: ['mesh date'] },
  lr: { longName: 'Date - Modification', kind: 'date', also: ['mdat', 'modification date', 'last revision'] },
  dcom: { longName: 'Date - Completion', kind: 'date', also: ['completion date'] },
  pmid: { longName: 'PMID', kind: 'code', also: ['uid'] },
  pmcid: { longName: 'PMCID', kind: 'code', also: ['pmc'] },
  doi: { longName: 'DOI', kind: 'code', also: [] },
  aid: { longName: 'Article Identifier', kind: 'code', also: [] },
  lid: { longName: 'Location ID', kind: 'code', also: [] },
  auid: { longName: 'Author - Identifier', kind: 'code', also: ['author identifier'] },
  si: { longName: 'Secondary Source ID', kind: 'code', also: ['secondary source identifier'] },
  gr: { longName: 'Grants and Funding', kind: 'code', also: ['grant number', 'grnt'] },
  rn: { longName: 'EC/RN Number', kind: 'code', also: ['ecno', 'registry number'] },
  jid: { longName: 'NLM Unique ID', kind: 'code', also: ['nlmid'] },
  is: { longName: 'ISSN', kind: 'code', also: [] },
  isbn: { longName: 'ISBN', kind: 'code', also: [] },
  vi: { longName: 'Volume', kind: 'code', also: ['vol'] },
  ip: { longName: 'Issue', kind: 'code', also: ['iss'] },
  pg: { longName: 'Pagination', kind: 'code', also: ['page', 'page number'] },
  book: { longName: 'Book', kind: 'name', also: [] },
  ow: { longName: 'Owner', kind: 'code', also: [] },
  sb: { longName: 'Filter', kind: 'filter', also: ['filt', 'subset', 'filter'] },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldTag = keyof typeof FIELDS;

// Object.keys of a constant gives exactly its keys.
export const FIELD_TAGS = Object.keys(FIELDS) as readonly FieldTag[];

const SPELLINGS: ReadonlyMap<string, FieldTag> = new Map(
  FIELD_TAGS.flatMap(tag =>
    [tag, FIELDS[tag].longName, ...FIELDS[tag].also].map((spelling): [string, FieldTag] => [folded(spelling), tag]),
  ),
);

function folded(spelling: string): string {
  return spelling
    .toLowerCase()
    .replace(/\s*([/-])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The field that a tag's text (without brackets and without what follows a colon) names, or null. */
export function fieldOf(spelling: string): FieldTag | null {
  return SPELLINGS.get(folded(spelling)) ?? null;
}

/** The known spelling nearest to an unknown one: at most two letters added, dropped or changed. */
export function nearestField(spelling: string): FieldTag | null {
  const wanted = folded(spelling);
  let best: { tag: FieldTag; distance: number } | null = null;
  for (const [known, tag] of SPELLINGS) {
    if (known.length < 3) continue;
    const distance = editDistance(wanted, known);
    if (distance <= Math.min(2, known.length - 2) && (best === null || distance < best.distance))
      best = { tag, distance };
  }
  return best?.tag ?? null;
}

/** Levenshtein's distance. */
function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      current.push(
        Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + change),
      );
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}
