import { Problem } from '#core/problem';
import type { Ask } from '#gateways/pubmed/ask';
import { readSearchReply, type SearchReply } from '#gateways/pubmed/searchReply';
import { afterSlice, allDays, type FoundSlice, halves, type Slice, sliceQuery } from '#gateways/pubmed/slices';

export interface SearchIdsOptions {
  /** Told of each slice when all its ids are there, and waited for: what it has stored needn't be asked for again. */
  readonly onSlice?: ((slice: FoundSlice) => Promise<void> | void) | undefined;
  /** The last slice that was stored before the search broke off. */
  readonly resumeFrom?: Slice | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface FoundIds {
  /** How many the search finds in all, by PubMed's own count at the start. */
  readonly count: number;
  /** Each PMID once; after a resumption those of the remaining slices. */
  readonly pmids: readonly string[];
  readonly slices: readonly FoundSlice[];
  readonly queryTranslation: string;
  readonly warnings: SearchReply['warnings'];
  /** Counted by PubMed but not among its ids: the search changed under way, or PubMed withheld some. Null after a resumption. */
  readonly missing: number | null;
}

/** All ids of a search, however many: past the cap it is cut by day of creation, never paged. */
export async function searchIds(
  ask: Ask,
  query: string,
  { cap, today }: { readonly cap: number; readonly today: Date },
  { onSlice, resumeFrom, signal }: SearchIdsOptions,
): Promise<FoundIds> {
  const search = async (term: string, retmax: number): Promise<SearchReply> =>
    readSearchReply(await ask('esearch', { term, retmode: 'json', retmax, sort: 'pub_date' }, signal));
  const whole = await search(query, resumeFrom ? 0 : cap);
  const slices: FoundSlice[] = [];
  const keep = async (slice: Slice, count: number, ids: readonly string[]): Promise<void> => {
    if (ids.length < Math.min(count, cap)) {
      throw new Problem('upstream', `PubMed counts ${count} records but names ${ids.length}. Try again later.`, {
        count,
        named: ids.length,
      });
    }
    const found: FoundSlice = { ...slice, count, ids };
    slices.push(found);
    await onSlice?.(found);
  };
  const gather = async (slice: Slice): Promise<void> => {
    signal?.throwIfAborted();
    const term = sliceQuery(query, slice);
    const { count, pmids } = await search(term, cap);
    if (count <= cap) {
      if (count > 0) await keep(slice, count, pmids);
      return;
    }
    const parts = halves(slice);
    if (parts === null)
      throw new Problem('upstream', 'PubMed counts more records than ids in a part that can’t be cut further.', {
        count,
      });
    for (const part of parts) await gather(part);
  };
  if (resumeFrom) for (const slice of afterSlice(resumeFrom, today)) await gather(slice);
  else if (whole.count > cap) await gather(allDays(today));
  else if (whole.count > 0) await keep({ days: null, pmids: null }, whole.count, whole.pmids);
  const pmids = [...new Set(slices.flatMap(slice => slice.ids))];
  return {
    count: whole.count,
    pmids,
    slices,
    queryTranslation: whole.queryTranslation,
    warnings: whole.warnings,
    missing: resumeFrom ? null : Math.max(0, whole.count - pmids.length),
  };
}
