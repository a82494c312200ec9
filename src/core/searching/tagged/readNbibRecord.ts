import type { RecordDraft } from '#core/searching/draft';
import { normaliseDoi, normaliseIssn, normalisePmcid, normalisePmid } from '#core/searching/identifiers';
import { readWrittenDate } from '#core/searching/publicationDate';
import type { Chemical, DataBank, Grant, MeshHeading, MeshTerm } from '#core/searching/record';
import { createFieldReader, type TaggedField } from '#core/searching/tagged/fields';
import { readNbibAuthors } from '#core/searching/tagged/readNbibAuthors';

function readMeshTerm(text: string): MeshTerm {
  const major = text.startsWith('*');
  return { ui: null, name: major ? text.slice(1) : text, major };
}

/** `Neoplasms/*drug therapy/genetics`: a heading and its qualifiers, the major ones starred. */
function readMeshHeading(text: string): MeshHeading {
  const [descriptor = '', ...qualifiers] = text.split('/');
  return { ...readMeshTerm(descriptor), qualifiers: qualifiers.map(readMeshTerm) };
}

/** `9007-49-2 (DNA)`, or a name alone. */
function readChemical(text: string): Chemical {
  const found = /^(\S+) \((.+)\)$/.exec(text);
  return found
    ? { ui: null, name: found[2] ?? '', registryNumber: found[1] ?? null }
    : { ui: null, name: text, registryNumber: null };
}

/** `R01 CA1234/CA/NCI NIH HHS/United States`: number, acronym, agency, country. */
function readGrant(text: string): Grant {
  const parts = text.split('/');
  const country = parts.length > 2 ? (parts.pop() ?? null) : null;
  const agency = parts.length > 1 ? (parts.pop() ?? null) : null;
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && /^[A-Z]{2,5}$/.test(last)) parts.pop();
  return { id: parts.join('/') || null, agency, country };
}

/** `ClinicalTrials.gov/NCT00000001`, gathered by the name of the bank. */
function readDataBanks(values: readonly string[]): DataBank[] {
  const banks = new Map<string, string[]>();
  for (const value of values) {
    const [name = '', ...accession] = value.split('/');
    banks.set(name, [...(banks.get(name) ?? []), ...(accession.length > 0 ? [accession.join('/')] : [])]);
  }
  return [...banks].map(([name, accessions]) => ({ name, accessions }));
}

function pmidsIn(values: readonly string[]): string[] {
  return values.flatMap(value => normalisePmid(/PMID:? ?(\d+)/.exec(value)?.[1]) ?? []);
}

/** Identifiers with their scheme in brackets, `10.1/x [doi]`; ERIC writes addresses without one. */
function readIds(values: readonly string[]): { readonly doi: string | null; readonly others: Record<string, string> } {
  let doi: string | null = null;
  const others: Record<string, string> = {};
  for (const value of values) {
    const [, id = value, scheme = ''] = /^(.*?)\s*\[(\w+)\]$/.exec(value) ?? [];
    if (scheme === 'doi' || (scheme === '' && /doi/i.test(value))) doi ??= normaliseDoi(id);
    else if (scheme && !['pubmed', 'pmc', 'pmcid'].includes(scheme)) others[scheme] ??= id;
  }
  return { doi, others };
}

/** A record of PubMed's tagged text. Labels of a structured abstract stay in its text, for the format doesn't mark them. */
export function readNbibRecord(fields: readonly TaggedField[]): RecordDraft {
  const field = createFieldReader(fields);
  const bookTitle = field.first('BTI');
  const ownTitle = field.first('TI');
  const abstract = field.all('AB').join(' ');
  const issns = field.all('IS', 'ISSN');
  const { doi, others } = readIds(field.all('LID', 'AID'));
  const types = field.all('PT');
  const date = field.first('DP') ?? field.first('DEP');
  const mid = field.first('MID');
  const accession = field.first('OID');
  const isbn = field.all('ISBN').flatMap(value => value.match(/[\dX-]{10,17}/i)?.[0]?.replaceAll('-', '') ?? []);
  const retractedIn = field.all('RIN');
  const retractionOf = field.all('ROF');
  field.all('FAU', 'AU', 'CN', 'AUID', 'AD');
  const publisher = field.first('PB');
  return {
    recordType: bookTitle ? 'book' : types.includes('Preprint') ? 'preprint' : 'article',
    title: ownTitle ?? bookTitle,
    vernacularTitle: field.first('TT'),
    abstract: abstract ? [{ label: null, category: null, text: abstract }] : [],
    authors: readNbibAuthors(fields),
    journal: field.first('JT'),
    journalAbbreviation: field.first('TA'),
    issn: normaliseIssn(issns.find(issn => !issn.includes('Linking')) ?? issns[0]),
    nlmId: field.first('JID'),
    ...(date && { date: readWrittenDate(date) }),
    volume: field.first('VI'),
    issue: field.first('IP'),
    pages: field.first('PG'),
    doi,
    pmid: normalisePmid(field.first('PMID')),
    pmcid: normalisePmcid(field.first('PMC')),
    otherIds: { ...others, ...(mid && { mid }), ...(accession && { accession }) },
    languages: field.all('LA'),
    publicationTypes: types.map(name => ({ ui: null, name })),
    meshHeadings: field.all('MH').map(readMeshHeading),
    keywords: field.all('OT').map(text => ({ text: text.replace(/^\*/, ''), major: text.startsWith('*') })),
    chemicals: field.all('RN').map(readChemical),
    dataBanks: readDataBanks(field.all('SI')),
    grants: field.all('GR').map(readGrant),
    retraction: {
      isRetracted: retractedIn.length > 0 || types.includes('Retracted Publication'),
      isNotice:
        retractionOf.length > 0 || types.includes('Retraction of Publication') || types.includes('Retraction Notice'),
      concern: field.all('ECI').length > 0,
      retractedBy: pmidsIn(retractedIn),
      retracts: pmidsIn(retractionOf),
    },
    errata: { in: pmidsIn(field.all('EIN')), for: pmidsIn(field.all('EFR')) },
    book: bookTitle ? { title: bookTitle, publisher, isbn, accession, isChapter: ownTitle !== null } : null,
    raw: field.rest(),
  };
}
