import { DEMO_AUTHORS } from '#services/demo/demoAuthors';
import type { UnderWayRecord } from '#services/demo/demoUnderWayRecords';

/** Records as a file of PubMed's format: with affiliations and MeSH headings, which RIS has no place for. */
export function demoNbib(
  records: readonly UnderWayRecord[],
  pmidOf: (record: UnderWayRecord) => string | null,
): string {
  return records
    .map(record => {
      const pmid = pmidOf(record);
      return [
        'OWN - DEMO',
        ...(pmid === null ? [] : [`PMID- ${pmid}`]),
        `DP  - ${record.year}`,
        `TI  - ${record.title}`,
        `AB  - ${record.abstract}`,
        ...record.authors.flatMap(key => {
          const [name, affiliation] = DEMO_AUTHORS[key];
          return [`FAU - ${name}`, `AD  - ${affiliation}`];
        }),
        'LA  - eng',
        'PT  - Journal Article',
        `JT  - ${record.journal}`,
        ...record.meshHeadings.map(heading => `MH  - ${heading}`),
        '',
      ].join('\n');
    })
    .join('\n');
}
