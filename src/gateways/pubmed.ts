import { createAsk } from '#gateways/pubmed/ask';
import { type FetchedBatch, fetchXml } from '#gateways/pubmed/fetchXml';
import { readSpelling } from '#gateways/pubmed/readSpelling';
import { type FoundIds, type SearchIdsOptions, searchIds } from '#gateways/pubmed/searchIds';
import { readSearchReply, type SearchReply } from '#gateways/pubmed/searchReply';
import { PUBMED_CAP, type PubmedSettings } from '#gateways/pubmed/settings';

export type SearchCount = Omit<SearchReply, 'pmids'>;

export interface Pubmed {
  /** How many a search finds, how PubMed understood it, and what PubMed warns of; the found set is kept in its history. */
  readonly count: (query: string, signal?: AbortSignal) => Promise<SearchCount>;
  /** All PMIDs that a search finds. */
  readonly searchIds: (query: string, options?: SearchIdsOptions) => Promise<FoundIds>;
  /** The records of PMIDs as PubMed's XML, in batches. */
  readonly fetchXml: (pmids: readonly string[], signal?: AbortSignal) => AsyncGenerator<FetchedBatch>;
  /** PubMed's own suggestion for a misspelt search, or null. */
  readonly spell: (query: string, signal?: AbortSignal) => Promise<string | null>;
}

/** The window to PubMed through NCBI's E-utilities. */
export function createPubmed(settings: PubmedSettings): Pubmed {
  const ask = createAsk(settings);
  const cap = settings.cap ?? PUBMED_CAP;
  const today = settings.today ?? (() => new Date());
  return {
    count: async (query, signal) => {
      const body = await ask('esearch', { term: query, retmode: 'json', retmax: 0, usehistory: 'y' }, signal);
      const { pmids: _none, ...counted } = readSearchReply(body);
      return counted;
    },
    searchIds: (query, options = {}) => searchIds(ask, query, { cap, today: today() }, options),
    fetchXml: (pmids, signal) => fetchXml(ask, pmids, settings.batchSize ?? 200, signal),
    spell: async (query, signal) => readSpelling(await ask('espell', { term: query }, signal)),
  };
}
