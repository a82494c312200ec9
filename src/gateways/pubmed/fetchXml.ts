import { Problem } from '#core/problem';
import type { Ask } from '#gateways/pubmed/ask';

export interface FetchedBatch {
  readonly requested: readonly string[];
  /** The text of one PubmedArticleSet, as PubMed wrote it. */
  readonly xml: string;
  /** Asked for and not sent: deleted, merged into another, or unknown. */
  readonly missing: readonly string[];
}

const OWN_PMID = /<(?:MedlineCitation|BookDocument)\b[^>]*>\s*<PMID\b[^>]*>(\d+)<\/PMID>/g;

/** Records by PMID, batch after batch, each whole. */
export async function* fetchXml(
  ask: Ask,
  pmids: readonly string[],
  batchSize: number,
  signal?: AbortSignal,
): AsyncGenerator<FetchedBatch> {
  const unreadable = pmids.filter(pmid => !/^[1-9]\d{0,8}$/.test(pmid));
  if (unreadable.length > 0)
    throw new Problem('invalid', `“${unreadable[0]}” is not a PMID.`, { count: unreadable.length });
  const distinct = [...new Set(pmids)];
  for (let at = 0; at < distinct.length; at += batchSize) {
    const requested = distinct.slice(at, at + batchSize);
    const xml = await ask('efetch', { id: requested.join(','), retmode: 'xml' }, signal);
    const sent = new Set([...xml.matchAll(OWN_PMID)].map(match => match[1]));
    yield { requested, xml, missing: requested.filter(pmid => !sent.has(pmid)) };
  }
}
