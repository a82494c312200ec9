import { foldSpace } from '#core/searching/plainText';
import { pagesOf } from '#core/searching/pubmed/articleDraft';
import type {
  AbstractSection,
  Chemical,
  DataBank,
  Grant,
  Keyword,
  MeshHeading,
  MeshTerm,
  Term,
} from '#core/searching/record';
import { at, child, childrenOf, textOf, textsOf, type XmlElement } from '#core/searching/xml/element';

export function readAbstract(abstract: XmlElement | undefined): AbstractSection[] {
  return childrenOf(abstract, 'AbstractText').flatMap(section => {
    const text = textOf(section);
    if (!text) return [];
    const { Label, NlmCategory } = section.attributes;
    return [{ label: Label || null, category: NlmCategory || null, text }];
  });
}

function readTerm(element: XmlElement): Term {
  return { ui: element.attributes.UI ?? null, name: textOf(element) ?? '' };
}

function readMeshTerm(element: XmlElement): MeshTerm {
  return { ...readTerm(element), major: element.attributes.MajorTopicYN === 'Y' };
}

export function readPublicationTypes(element: XmlElement | undefined): Term[] {
  return childrenOf(element, 'PublicationType').map(readTerm);
}

export function readMeshHeadings(citation: XmlElement): MeshHeading[] {
  return childrenOf(child(citation, 'MeshHeadingList'), 'MeshHeading').flatMap(heading => {
    const descriptor = child(heading, 'DescriptorName');
    if (!descriptor) return [];
    return [{ ...readMeshTerm(descriptor), qualifiers: childrenOf(heading, 'QualifierName').map(readMeshTerm) }];
  });
}

export function readKeywords(element: XmlElement): Keyword[] {
  return childrenOf(element, 'KeywordList').flatMap(list =>
    childrenOf(list, 'Keyword').flatMap(keyword => {
      const text = textOf(keyword);
      return text ? [{ text, major: keyword.attributes.MajorTopicYN === 'Y' }] : [];
    }),
  );
}

export function readChemicals(citation: XmlElement): Chemical[] {
  return childrenOf(child(citation, 'ChemicalList'), 'Chemical').flatMap(chemical => {
    const substance = child(chemical, 'NameOfSubstance');
    return substance ? [{ ...readTerm(substance), registryNumber: textOf(child(chemical, 'RegistryNumber')) }] : [];
  });
}

export function readDataBanks(article: XmlElement | undefined): DataBank[] {
  return childrenOf(child(article, 'DataBankList'), 'DataBank').map(bank => ({
    name: textOf(child(bank, 'DataBankName')) ?? '',
    accessions: textsOf(child(bank, 'AccessionNumberList'), 'AccessionNumber'),
  }));
}

export function readGrants(element: XmlElement | undefined): Grant[] {
  return childrenOf(child(element, 'GrantList'), 'Grant').map(grant => ({
    id: textOf(child(grant, 'GrantID')),
    agency: textOf(child(grant, 'Agency')),
    country: textOf(child(grant, 'Country')),
  }));
}

export function readPages(pagination: XmlElement | undefined): string | null {
  const part = (name: string): string | null => textOf(child(pagination, name));
  return pagesOf(part('MedlinePgn'), part('StartPage'), part('EndPage'));
}

/** Abstracts in other languages and for other readers, each behind its kind; never mixed with the abstract itself. */
export function readOtherAbstracts(citation: XmlElement): string[] {
  return childrenOf(citation, 'OtherAbstract').map(other => {
    const kind = [other.attributes.Type, other.attributes.Language].filter(Boolean).join(', ');
    return foldSpace(`[${kind}] ${textsOf(other, 'AbstractText').join(' ')}`);
  });
}

/** The copyright notice that stands within an abstract. */
export function readCopyright(abstract: XmlElement | undefined): string | null {
  return textOf(at(abstract, 'CopyrightInformation'));
}
