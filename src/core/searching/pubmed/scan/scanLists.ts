import { normaliseOrcid } from '#core/searching/identifiers';
import {
  attribute,
  type Cursor,
  firstChild,
  isYes,
  nextChild,
  passElement,
  readFlat,
} from '#core/searching/pubmed/scan/cursor';
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
  for (let name = firstChild(cursor, 'Author'); name !== ''; name = nextChild(cursor, 'Author')) {
    if (name === 'AffiliationInfo') {
      for (let inner = firstChild(cursor, name); inner !== ''; inner = nextChild(cursor, name)) {
        const text = readFlat(cursor, inner);
        if (inner === 'Affiliation' && text !== null) informed.push(text);
      }
    } else if (name === 'LastName') last ??= readFlat(cursor, name);
    else if (name === 'ForeName') fore ??= readFlat(cursor, name);
    else if (name === 'Initials') initials ??= readFlat(cursor, name);
    else if (name === 'Identifier' && orcid === undefined && attribute(cursor, 'Source') === 'ORCID')
      orcid = readFlat(cursor, name);
    else if (name === 'FirstName') first ??= readFlat(cursor, name);
    else if (name === 'Suffix') suffix ??= readFlat(cursor, name);
    else if (name === 'CollectiveName') collective ??= readFlat(cursor, name);
    else {
      // Until 2014 an affiliation stood in the author itself.
      const text = readFlat(cursor, name);
      if (name === 'Affiliation' && text !== null) direct.push(text);
    }
  }
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
  for (let name = firstChild(cursor, 'Abstract'); name !== ''; name = nextChild(cursor, 'Abstract')) {
    if (name === 'AbstractText') {
      const label = attribute(cursor, 'Label') || null;
      const category = attribute(cursor, 'NlmCategory') || null;
      const text = readFlat(cursor, name);
      if (text !== null) sections.push({ label, category, text });
    } else if (name === 'CopyrightInformation') copyright ??= readFlat(cursor, name);
    else passElement(cursor, name);
  }
  return { sections, copyright };
}

/** The elements of one name in a list, each read; others are passed. */
function listOf<T>(cursor: Cursor, list: string, item: string, read: (cursor: Cursor) => T | null): T[] {
  const found: T[] = [];
  for (let name = firstChild(cursor, list); name !== ''; name = nextChild(cursor, list)) {
    const one = name === item ? read(cursor) : null;
    if (one !== null) found.push(one);
    else if (name !== item) passElement(cursor, name);
  }
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

function scanPublicationType(cursor: Cursor): Term {
  return scanTerm(cursor, 'PublicationType');
}

export function scanPublicationTypes(cursor: Cursor): Term[] {
  return listOf(cursor, 'PublicationTypeList', 'PublicationType', scanPublicationType);
}

function scanMeshHeading(cursor: Cursor): MeshHeading | null {
  let descriptor: MeshTerm | null = null;
  const qualifiers: MeshTerm[] = [];
  for (let name = firstChild(cursor, 'MeshHeading'); name !== ''; name = nextChild(cursor, 'MeshHeading')) {
    if (name === 'DescriptorName' && descriptor === null) descriptor = scanMeshTerm(cursor, name);
    else if (name === 'QualifierName') qualifiers.push(scanMeshTerm(cursor, name));
    else passElement(cursor, name);
  }
  return descriptor === null ? null : { ui: descriptor.ui, name: descriptor.name, major: descriptor.major, qualifiers };
}

export function scanMeshHeadings(cursor: Cursor): MeshHeading[] {
  return listOf(cursor, 'MeshHeadingList', 'MeshHeading', scanMeshHeading);
}

function scanKeyword(cursor: Cursor): Keyword | null {
  const major = isYes(cursor, 'MajorTopicYN');
  const text = readFlat(cursor, 'Keyword');
  return text === null ? null : { text, major };
}

export function scanKeywords(cursor: Cursor): Keyword[] {
  return listOf(cursor, 'KeywordList', 'Keyword', scanKeyword);
}

function scanChemical(cursor: Cursor): Chemical | null {
  let registryNumber: string | null = null;
  let substance: Term | null = null;
  for (let name = firstChild(cursor, 'Chemical'); name !== ''; name = nextChild(cursor, 'Chemical')) {
    if (name === 'RegistryNumber') registryNumber ??= readFlat(cursor, name);
    else if (name === 'NameOfSubstance' && substance === null) substance = scanTerm(cursor, name);
    else passElement(cursor, name);
  }
  return substance === null ? null : { ui: substance.ui, name: substance.name, registryNumber };
}

export function scanChemicals(cursor: Cursor): Chemical[] {
  return listOf(cursor, 'ChemicalList', 'Chemical', scanChemical);
}

function scanAccession(cursor: Cursor): string | null {
  return readFlat(cursor, 'AccessionNumber');
}

function scanDataBank(cursor: Cursor): DataBank {
  let bank: string | null = null;
  let accessions: string[] = [];
  for (let name = firstChild(cursor, 'DataBank'); name !== ''; name = nextChild(cursor, 'DataBank')) {
    if (name === 'DataBankName') bank ??= readFlat(cursor, name);
    else if (name === 'AccessionNumberList') accessions = listOf(cursor, name, 'AccessionNumber', scanAccession);
    else passElement(cursor, name);
  }
  return { name: bank ?? '', accessions };
}

export function scanDataBanks(cursor: Cursor): DataBank[] {
  return listOf(cursor, 'DataBankList', 'DataBank', scanDataBank);
}

function scanGrant(cursor: Cursor): Grant {
  let id: string | null = null;
  let agency: string | null = null;
  let country: string | null = null;
  for (let name = firstChild(cursor, 'Grant'); name !== ''; name = nextChild(cursor, 'Grant')) {
    if (name === 'GrantID') id ??= readFlat(cursor, name);
    else if (name === 'Agency') agency ??= readFlat(cursor, name);
    else if (name === 'Country') country ??= readFlat(cursor, name);
    else passElement(cursor, name);
  }
  return { id, agency, country };
}

export function scanGrants(cursor: Cursor): Grant[] {
  return listOf(cursor, 'GrantList', 'Grant', scanGrant);
}
