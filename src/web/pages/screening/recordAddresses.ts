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

/** Where the full text may be read, the likeliest first: the address that the team noted, PubMed Central, the publisher. */
export function fullTextLinks(
  record: Pick<RecordToScreen, 'pmcid' | 'doi' | 'pmid'>,
  notedUrl: string | null,
): FullTextLink[] {
  const links: FullTextLink[] = [];
  if (notedUrl && isWebAddress(notedUrl)) links.push({ name: 'Full text', to: notedUrl });
  if (record.pmcid) {
    links.push({
      name: 'PubMed Central',
      to: `https://pmc.ncbi.nlm.nih.gov/articles/${encodeURIComponent(record.pmcid)}/`,
    });
  }
  if (record.doi) links.push({ name: 'DOI', to: doiAddress(record.doi) });
  if (record.pmid) links.push({ name: 'PubMed', to: pubmedAddress(record.pmid) });
  return links;
}

/** Only addresses of the web become links: somebody may have typed `javascript:`. */
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
