import type { Page } from 'playwright-core';
import { sharedFile } from '../../support/shared.ts';

/** A record as an outside program read it, by another parser than ours. */
interface ExpectedRecord {
  readonly title: string;
  readonly abstract: readonly unknown[];
  readonly journal: string | null;
  readonly volume: string | null;
  readonly pages: string | null;
  readonly date: { readonly year: number | null };
  readonly authors: readonly { readonly last: string; readonly fore: string }[];
}

const FILE = 'pubmed/pubtrends_articlesPubmed.xml';

/** Real records of PubMed, and what another parser found in them. */
export function pubmedRecords(): { readonly text: string; readonly records: readonly ExpectedRecord[] } {
  const expected: { records: ExpectedRecord[] } = JSON.parse(
    sharedFile(`${FILE.replace('pubmed/', 'pubmed/expected/')}.json`),
  );
  return { text: sharedFile(FILE), records: expected.records };
}

/** The same reports as another database would give them: without DOI, PMID and abstract, titles shouted. */
export function copiesOf(records: readonly ExpectedRecord[]): string {
  return records
    .flatMap(record => [
      'TY  - JOUR',
      `TI  - ${record.title.toUpperCase()}`,
      ...record.authors.map(author => `AU  - ${author.last}, ${author.fore}`),
      `PY  - ${record.date.year}`,
      `JO  - ${record.journal}`,
      `VL  - ${record.volume}`,
      `SP  - ${record.pages}`,
      'ER  - ',
      '',
    ])
    .join('\r\n');
}

/** Chooses a file and has it read. Leaves the page at its report. */
export async function bringFile(page: Page, reviewId: string, fileName: string, text: string): Promise<void> {
  await page.goto(`/reviews/${reviewId}/search`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: fileName, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByRole('heading', { level: 1, name: 'Check before you import' }).waitFor();
}

/** The counts of the report, by their names. */
export async function reportCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  const pairs = await page
    .locator('dl > div')
    .evaluateAll(rows =>
      rows.map(
        row => [row.querySelector('dt')?.textContent ?? '', Number(row.querySelector('dd')?.textContent)] as const,
      ),
    );
  return Object.fromEntries(pairs);
}

/** Imports what the report showed and waits until the job is done. */
export async function importThem(page: Page, count: number, source: string): Promise<void> {
  await page.getByRole('button', { name: `Import ${count} records` }).click();
  await page.getByRole('heading', { level: 1, name: `${count} records of ${source}` }).waitFor({ timeout: 30_000 });
}
