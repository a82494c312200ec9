import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { describeBrowser, type Installation, openInstallation, type Visitor } from '../support/browser.ts';

const TABLE = [
  ['study', 'ai', 'n1i', 'ci', 'n2i', 'dose'],
  ['Adams 1990', '4', '123', '11', '139', '5'],
  ['Baker 1995', '6', '306', '29', '303', '10'],
  ['Clark 2001', '62', '13598', '248', '12867', '20'],
  ['Davis 2004', 'many', '100', '5', '100', '30'],
]
  .map(row => row.join('\t'))
  .join('\n');

describeBrowser('a visitor pools a table', () => {
  let house: Installation;
  let visitor: Visitor;

  beforeAll(async () => {
    house = await openInstallation();
    visitor = await house.visitor();
  });
  afterAll(() => house.close());

  it('sees what can’t be read, the plot of the rest, and hands it on by an address; the server hears nothing of it', async () => {
    const { page } = visitor;
    await page.goto('/pool-a-table');
    await page.getByLabel('Table').fill(TABLE);
    await page.getByText('Line 5, ai: “many” isn’t a number.').waitFor();
    visitor.replies.length = 0;
    await page.getByRole('button', { name: 'Pool 3 studies' }).click();
    await page.getByRole('figure', { name: /^Forest plot of My table: risk ratio, 3 studies/ }).waitFor();
    const [a, b, c] = [
      { ai: 4, n1i: 123, ci: 11, n2i: 139 },
      { ai: 6, n1i: 306, ci: 29, n2i: 303 },
      { ai: 62, n1i: 13598, ci: 248, n2i: 12867 },
    ].map((numbers, place) => ({ studyId: String(place), label: String(place), numbers }));
    const { pooled } = analyse(
      { ...DEFAULT_ANALYSIS, measure: 'RR' },
      [a, b, c].flatMap(one => one ?? []),
    );
    const shown = pooled.estimable ? Math.exp(pooled.value.estimate).toFixed(2) : '';
    await page.getByText(`Risk ratio ${shown}, 95 % CI`).waitFor();

    for (const tab of ['Heterogeneity', 'Sensitivity', 'Meta-regression', 'Small-study effects', 'Studies']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel').waitFor();
    }
    // Subsets are pooled in a thread of the browser.
    await page.getByRole('tab', { name: 'Sensitivity' }).click();
    await page.getByText('GOSH', { exact: true }).click();
    await page.getByText(/All 7 subsets of the studies give/).waitFor();

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await page.waitForURL(/#table=/);
    const other = await house.visitor();
    await other.page.goto(page.url());
    await other.page.getByRole('tab', { name: 'Forest plot' }).click();
    await other.page.getByText(`Risk ratio ${shown}, 95 % CI`).waitFor();
    await visitor.settled();
    expect(visitor.replies.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
    expect(other.troubles).toEqual([]);
  });
});
