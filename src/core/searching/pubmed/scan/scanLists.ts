import { normaliseOrcid } from '#core/searching/identifiers';
import { attribute, type Cursor, forEachChild, isYes, readFlat } from '#core/searching/pubmed/scan/cursor';
import type {
  AbstractSection,
  Chemical,
  DataBank,
  Grant,
  Keyword,
  MeshHeading,
  MeshTerm,
  RecordAuthor,
  Term,
} from '#core/searching/record';

/** Passes an element of whom nothing is kept, with a look at whether its tags match. */
export function passElement(cursor: Cursor, name: string): void {
  readFlat(cursor, name);
}

export function scanAuthor(cursor: Cursor): RecordAuthor {
  let last: string | null = null;
  let fore: string | null = null;
  let first: string | null = null;
  let initials: string | null = null;
  let suffix: string | null = null;
  let collective: string | null = null;
  let orcid: string | null | undefined;
  const informed: string[] = [];
  const direct: string[] = [];
  const affiliation = (name: string, list: string[]): void => {
    const text = readFlat(cursor, name);
    if (text !== null) list.push(text);
  };
  forEachChild(cursor, 'Author', name => {
    if (name === 'AffiliationInfo') {
      forEachChild(cursor, name, inner => {
        if (inner === 'Affiliation') affiliation(inner, informed);
        else passElement(cursor, inner);
      });
    } else if (name === 'LastName') last ??= readFlat(cursor, name);
    else if (name === 'ForeName') fore ??= readFlat(cursor, name);
    else if (name === 'Initials') initials ??= readFlat(cursor, name);
    else if (name === 'Identifier' && orcid === undefined && attribute(cursor, 'Source') === 'ORCID')
      orcid = readFlat(cursor, name);
    else if (name === 'Affiliation') affiliation(name, direct);
    else if (name === 'FirstName') first ??= readFlat(cursor, name);
    else if (name === 'Suffix') suffix ??= readFlat(cursor, name);
    else if (name === 'CollectiveName') collective ??= readFlat(cursor, name);
    else passElement(cursor, name);
  });
  return {
    last,
    fore: fore ?? first,
    initials,
    suffix,
    collective,
    affiliations: direct.length > 0 ? [...informed, ...direct] : informed,
    orcid: normaliseOrcid(orcid),
  };
}

export function scanAbstract(cursor: Cursor): {
  readonly sections: AbstractSection[];
  readonly copyright: string | null;
} {
  const sections: AbstractSection[] = [];
  let copyright: string | null = null;
  forEachChild(cursor, 'Abstract', name => {
    if (name === 'AbstractText') {
      const label = attribute(cursor, 'Label') || null;
      const category = attribute(cursor, 'NlmCategory') || null;
      const text = readFlat(cursor, name);
      if (text !== null) sections.push({ label, category, text });
    } else if (name === 'CopyrightInformation') copyright ??= readFlat(cursor, name);
    else passElement(cursor, name);
  });
  return { sections, copyright };
}

/** The elements of one name in a list, each read; others are passed. */
function listOf<T>(cursor: Cursor, list: string, item: string, read: () => T | null): T[] {
  const found: T[] = [];
  forEachChild(cursor, list, name => {
    if (name !== item) return passElement(cursor, name);
    const one = read();
    if (one !== null) found.push(one);
  });
  return found;
}

function scanTerm(cursor: Cursor, name: string): Term {
  return { ui: attribute(cursor, 'UI') ?? null, name: readFlat(cursor, name) ?? '' };
}

function scanMeshTerm(cursor: Cursor, name: string): MeshTerm {
  const ui = attribute(cursor, 'UI') ?? null;
  const major = isYes(cursor, 'MajorTopicYN');
  return { ui, name: readFlat(cursor, name) ?? '', major };
}

export function scanPublicationTypes(cursor: Cursor): Term[] {
  return listOf(cursor, 'PublicationTypeList', 'PublicationType', () => scanTerm(cursor, 'PublicationType'));
}

export function scanMeshHeadings(cursor: Cursor): MeshHeading[] {
  return listOf(cursor, 'MeshHeadingList', 'MeshHeading', () => {
    let descriptor: MeshTerm | null = null;
    const qualifiers: MeshTerm[] = [];
    forEachChild(cursor, 'MeshHeading', name => {
      if (name === 'DescriptorName' && descriptor === null) descriptor = scanMeshTerm(cursor, name);
      else if (name === 'QualifierName') qualifiers.push(scanMeshTerm(cursor, name));
      else passElement(cursor, name);
    });
    // The compiler doesn't see that a callback has written it.
    const found = descriptor as MeshTerm | null;
    return found === null ? null : { ui: found.ui, name: found.name, major: found.major, qualifiers };
  });
}

export function scanKeywords(cursor: Cursor): Keyword[] {
  return listOf(cursor, 'KeywordList', 'Keyword', () => {
    const major = isYes(cursor, 'MajorTopicYN');
    const text = readFlat(cursor, 'Keyword');
    return text === null ? null : { text, major };
  });
}

export function scanChemicals(cursor: Cursor): Chemical[] {
  return listOf(cursor, 'ChemicalList', 'Chemical', () => {
    let registryNumber: string | null = null;
    let substance: Term | null = null;
    forEachChild(cursor, 'Chemical', name => {
      if (name === 'RegistryNumber') registryNumber ??= readFlat(cursor, name);
      else if (name === 'NameOfSubstance' && substance === null) substance = scanTerm(cursor, name);
      else passElement(cursor, name);
    });
    const found = substance as Term | null; // written by the callback
    return found === null ? null : { ui: found.ui, name: found.name, registryNumber };
  });
}

export function scanDataBanks(cursor: Cursor): DataBank[] {
  return listOf(cursor, 'DataBankList', 'DataBank', () => {
    let bank: string | null = null;
    let accessions: string[] = [];
    forEachChild(cursor, 'DataBank', name => {
      if (name === 'DataBankName') bank ??= readFlat(cursor, name);
      else if (name === 'AccessionNumberList')
        accessions = listOf(cursor, name, 'AccessionNumber', () => readFlat(cursor, 'AccessionNumber'));
      else passElement(cursor, name);
    });
    return { name: bank ?? '', accessions };
  });
}

export function scanGrants(cursor: Cursor): Grant[] {
  return listOf(cursor, 'GrantList', 'Grant', () => {
    let id: string | null = null;
    let agency: string | null = null;
    let country: string | null = null;
    forEachChild(cursor, 'Grant', name => {
      if (name === 'GrantID') id ??= readFlat(cursor, name);
      else if (name === 'Agency') agency ??= readFlat(cursor, name);
      else if (name === 'Country') country ??= readFlat(cursor, name);
      else passElement(cursor, name);
    });
    return { id, agency, country };
  });
}
