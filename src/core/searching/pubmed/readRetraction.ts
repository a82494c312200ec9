import type { Errata, Retraction, Term } from '#core/searching/record';

const RETRACTED_PUBLICATION = 'D016441';
const RETRACTION_NOTICE = 'D016440';

/** A link between reports (CommentsCorrections): its kind, and the other report by its PMID or as PubMed cites it. */
export interface ArticleLink {
  readonly kind: string | undefined;
  readonly pmid: string | null;
  readonly citation: string | null;
}

const NO_RETRACTION: Retraction = {
  isRetracted: false,
  isNotice: false,
  concern: false,
  retractedBy: [],
  retracts: [],
};
const NO_ERRATA: Errata = { in: [], for: [] };

/** What PubMed says of withdrawals and corrections. A notice is no retracted report, and a link may lack a PMID. */
export function readRetraction(
  links: readonly ArticleLink[],
  publicationTypes: readonly Term[],
): { readonly retraction: Retraction; readonly errata: Errata } {
  const of = (kind: string): readonly ArticleLink[] => links.filter(link => link.kind === kind);
  const typed = (ui: string, ...names: string[]): boolean =>
    publicationTypes.some(type => type.ui === ui || (!type.ui && names.includes(type.name)));
  const pmids = (found: readonly ArticleLink[]): string[] => found.flatMap(link => link.pmid ?? []);
  const named = (found: readonly ArticleLink[]): string[] => found.flatMap(link => link.pmid ?? link.citation ?? []);
  const isRetracted = typed(RETRACTED_PUBLICATION, 'Retracted Publication');
  const isNotice = typed(RETRACTION_NOTICE, 'Retraction of Publication', 'Retraction Notice');
  if (links.length === 0) return { retraction: { ...NO_RETRACTION, isRetracted, isNotice }, errata: NO_ERRATA };
  const retractionIn = of('RetractionIn');
  const retractionOf = of('RetractionOf');
  return {
    retraction: {
      isRetracted: isRetracted || retractionIn.length > 0,
      isNotice: isNotice || retractionOf.length > 0,
      concern: of('ExpressionOfConcernIn').length > 0,
      retractedBy: pmids(retractionIn),
      retracts: pmids(retractionOf),
    },
    errata: { in: named(of('ErratumIn')), for: named(of('ErratumFor')) },
  };
}
