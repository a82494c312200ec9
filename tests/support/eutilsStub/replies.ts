export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const json = (body: string, status = 200): Reply => ({ status, type: 'application/json; charset=UTF-8', body });
export const xml = (body: string, status = 200): Reply => ({ status, type: 'text/xml; charset=UTF-8', body });
export const plain = (body: string): Reply => ({ status: 200, type: 'text/plain; charset=UTF-8', body });

/** The refusal of a request too many; it echoes the caller's key or address, whatever reply was asked for. */
export function rateLimited(caller: string, limit: number, status = 429): Reply {
  return {
    ...json(
      `{"error":"API rate limit exceeded","api-key":"${caller}","count":"${limit + 1}","limit":"${limit}"}`,
      status,
    ),
    headers:
      status === 429 ? { 'Retry-After': '2', 'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remaining': '0' } : {},
  };
}

/** Past the cap: status 200, an ERROR, and in JSON a raw line break that strict parsers refuse. */
export function pastCap(cap: number, retmode: string): Reply {
  const named = cap.toLocaleString('en-US');
  const error = `Search Backend failed: Exception:\n'retstart' cannot be larger than ${cap - 1}. For PubMed, ESearch can only retrieve the first ${named} records matching the query. To obtain more than ${named} PubMed records, consider using EDirect that contains additional logic to batch PubMed search results automatically so that an arbitrary number can be retrieved. For details see https://www.ncbi.nlm.nih.gov/books/NBK25499/`;
  return searchError(error, retmode);
}

export function searchError(error: string, retmode: string): Reply {
  return retmode === 'json'
    ? json(`{"header":{"type":"esearch","version":"0.3"},"esearchresult":{"ERROR":"${error}"}}`)
    : xml(`<?xml version="1.0" encoding="UTF-8" ?>\n<eSearchResult><ERROR>${escapeXml(error)}</ERROR></eSearchResult>`);
}

export function fetchError(error: string): Reply {
  return xml(
    `<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE eEfetchResult PUBLIC "-//NLM//DTD efetch 20131226//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20131226/efetch.dtd">\n<eFetchResult>\n\t<ERROR>${escapeXml(error)}</ERROR>\n</eFetchResult>\n`,
    400,
  );
}

export function articleSet(raws: readonly string[]): Reply {
  return xml(
    `<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n<PubmedArticleSet>${raws.join('\n')}</PubmedArticleSet>\n`,
  );
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
