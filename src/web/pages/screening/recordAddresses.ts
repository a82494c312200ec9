import type { RecordToScreen } from './useQueue.ts';

export function pubmedAddress(pmid: string): string {
  return `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/`;
}

export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi)}`;
}

export interface FullTextLink {
  readonly name: string;
  readonly to: string;
}

/**
 * Where the full text may be read, the likeliest first: the address that the team noted, PubMed Central and the PDF that
 * Europe PMC has of it, the publisher, and a free copy elsewhere if Unpaywall knows one (its address leads there by DOI).
 */
export function fullTextLinks(
  record: Pick<RecordToScreen, 'pmcid' | 'doi' | 'pmid'>,
  notedUrl: string | null,
): FullTextLink[] {
  const links: FullTextLink[] = [];
  if (notedUrl && isWebAddress(notedUrl)) links.push({ name: 'Full text', to: notedUrl });
  if (record.pmcid) {
    const pmcid = encodeURIComponent(record.pmcid);
    links.push({ name: 'PubMed Central', to: `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/` });
    links.push({ name: 'PDF at Europe PMC', to: `https://europepmc.org/articles/${pmcid}?pdf=render` });
  }
  if (record.doi) {
    links.push({ name: 'DOI', to: doiAddress(record.doi) });
    links.push({ name: 'Free copy by Unpaywall', to: `https://unpaywall.org/${encodeURI(record.doi)}` });
  }
  if (record.pmid) links.push({ name: 'PubMed', to: pubmedAddress(record.pmid) });
  return links;
}

/** Only addresses of the web become links: somebody may have typed `javascript:`. */
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
