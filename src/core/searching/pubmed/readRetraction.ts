import type { Errata, Retraction, Term } from '#core/searching/record';
import { child, childrenOf, textOf, type XmlElement } from '#core/searching/xml/element';

const RETRACTED_PUBLICATION = 'D016441';
const RETRACTION_NOTICE = 'D016440';

function pmidsOf(links: readonly XmlElement[], kind: string): string[] {
  return links.filter(link => link.attributes.RefType === kind).flatMap(link => textOf(child(link, 'PMID')) ?? []);
}

/** Linked reports by their PMIDs, or as PubMed cites them where they have none. */
function namesOf(links: readonly XmlElement[], kind: string): string[] {
  return links
    .filter(link => link.attributes.RefType === kind)
    .flatMap(link => textOf(child(link, 'PMID')) ?? textOf(child(link, 'RefSource')) ?? []);
}

/** What PubMed says of withdrawals and corrections. A notice is no retracted report, and a link may lack a PMID. */
export function readRetraction(
  citation: XmlElement,
  publicationTypes: readonly Term[],
): { readonly retraction: Retraction; readonly errata: Errata } {
  const links = childrenOf(child(citation, 'CommentsCorrectionsList'), 'CommentsCorrections');
  const linked = (kind: string): boolean => links.some(link => link.attributes.RefType === kind);
  const typed = (ui: string, ...names: string[]): boolean =>
    publicationTypes.some(type => type.ui === ui || (!type.ui && names.includes(type.name)));
  return {
    retraction: {
      isRetracted: linked('RetractionIn') || typed(RETRACTED_PUBLICATION, 'Retracted Publication'),
      isNotice: linked('RetractionOf') || typed(RETRACTION_NOTICE, 'Retraction of Publication', 'Retraction Notice'),
      concern: linked('ExpressionOfConcernIn'),
      retractedBy: pmidsOf(links, 'RetractionIn'),
      retracts: pmidsOf(links, 'RetractionOf'),
    },
    errata: { in: namesOf(links, 'ErratumIn'), for: namesOf(links, 'ErratumFor') },
  };
}
