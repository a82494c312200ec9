import { createReader } from '#core/searching/createReader';
import type { ReferenceRecord } from '#core/searching/record';

/** The records of a PubmedArticleSet that PubMed sent; what can't be read is left out. */
export function readArticles(xml: string): ReferenceRecord[] {
  const records: ReferenceRecord[] = [];
  const reader = createReader(
    'pubmed-xml',
    record => void records.push(record),
    () => undefined,
  );
  reader.write(xml);
  reader.end();
  return records;
}
