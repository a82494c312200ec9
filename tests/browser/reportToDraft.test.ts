import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { unpackZip } from '#gateways/zip';
import { describeBrowser, type Installation, openInstallation, type Visitor } from '../support/browser.ts';
import { stepsOf } from '../support/browserSteps.ts';
import { madePdf } from '../support/madePdf.ts';
import { type Body, beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { PASSWORD, type Somebody } from '../support/world.ts';

/** Answers to RoB 2 that speak for a low risk in each domain. */
const FLAWLESS = {
  ...{ '1.1': 'Y', '1.2': 'PY', '1.3': 'N', '2.1': 'PY', '2.2': 'Y', '2.3': 'PN', '2.6': 'Y', '3.1': 'PY' },
  ...{ '4.1': 'N', '4.2': 'PN', '4.3': 'N', '5.1': 'PY', '5.2': 'N', '5.3': 'N' },
};

describeBrowser('from an included report to the draft of a manuscript', () => {
  let house: Installation;
  let people: Record<'lead' | 'ann' | 'ben' | 'cai', Somebody>;
  let windows: Record<'lead' | 'ann' | 'ben' | 'cai', Visitor>;
  let at = '';
  let place = '';
  const step = stepsOf(() => windows);

  beforeAll(async () => {
    house = await openInstallation();
    await house.world.person('Root Account');
    const [lead, ann] = [await house.world.person('Lena Lead'), await house.world.person('Ann Asked')];
    const [ben, cai] = [await house.world.person('Ben Other'), await house.world.person('Cai Settler')];
    people = { lead, ann, ben, cai };
    const { projectId, reviewId } = await beginReview(lead);
    await join(lead, projectId, ann, ['extractor']);
    await join(lead, projectId, ben, ['extractor']);
    await join(lead, projectId, cai, ['adjudicator']);
    [at, place] = [`/api/reviews/${reviewId}`, `/reviews/${reviewId}`];
    const modes = { titleAndAbstractMode: 'single', fullTextMode: 'single' };
    await must(lead, 'put', at, { title: 'Invented remedies', ...modes });
    await importText(house.world, lead, reviewId, SMALL_RIS);
    const records = async () => (await must(lead, 'get', `${at}/records`)).records as Body[];
    await vi.waitUntil(async () => (await records()).length === 3, { timeout: 20_000, interval: 200 });
    const [first, ...others] = await records();
    for (const stage of ['title-and-abstract', 'full-text']) {
      await must(lead, 'post', `${at}/assignments/${stage}`, { personIds: [lead.personId] });
      const decide = (record: Body, choice: string) =>
        must(lead, 'put', `${at}/screening/${stage}/records/${record.recordId}/decision`, { choice });
      if (stage === 'title-and-abstract') for (const record of others) await decide(record, 'exclude');
      await decide(first, 'include');
    }
    const report = madePdf([
      ['An invented remedy in apples', 'People were allocated by a computer.'],
      ['Table 2. Relapse by group', 'Remedy', '10', '100', 'Nothing', '20', '101'],
    ]);
    await lead.agent
      .post(`${at}/full-texts?fileName=report.pdf&recordId=${first.recordId}`)
      .set('Content-Type', 'application/octet-stream')
      .send(report);
    await must(lead, 'post', `${at}/outcomes`, { name: 'Relapse', kind: 'dichotomous' });
    await must(lead, 'put', `${at}/extraction-mode`, { mode: 'double' });
    windows = {
      lead: await visitAs(lead),
      ann: await visitAs(ann),
      ben: await visitAs(ben),
      cai: await visitAs(cai),
    };
  });
  afterAll(() => house.close());

  async function visitAs({ email }: Somebody): Promise<Visitor> {
    const visitor = await house.visitor();
    const reply = await visitor.page.request.post('/api/session', { data: { email, password: PASSWORD } });
    expect(reply.ok()).toBe(true);
    return visitor;
  }

  /** Selects a text of the report that is open, and presses a field. */
  async function take({ page, settled }: Visitor, text: string, field: string) {
    const words = page.locator('.textLayer span').getByText(text, { exact: true }).first();
    await words.selectText();
    await page.getByRole('toolbar', { name: 'The selected text' }).waitFor();
    const box = page.getByRole('textbox', { name: field });
    await box.click();
    // No reader selects the next words before the last ones stand in their field and are kept.
    await expect.poll(() => box.inputValue(), { timeout: 20_000 }).toBe(text);
    await settled();
  }

  step('the lead makes a study of the included report', async () => {
    const { page } = windows.lead;
    await page.goto(`${place}/extraction`);
    await page.getByRole('button', { name: /^Add study / }).click();
    await page.getByRole('button', { name: 'Add the study' }).click();
    await page.getByRole('region', { name: 'Report' }).waitFor();
  });

  step('the first extractor reads it beside the form: what is selected goes to the field that is pressed', async () => {
    const { page } = windows.ann;
    await page.goto(`${place}/extraction`);
    await page
      .getByRole('link', { name: /Firstson/ })
      .first()
      .click();
    await page.locator('.textLayer span').getByText('Table 2').waitFor();
    await take(windows.ann, '10', 'Events, Intervention');
    await take(windows.ann, '100', 'Total, Intervention');
    await take(windows.ann, '20', 'Events, Comparator');
    await take(windows.ann, '101', 'Total, Comparator');
    await page.getByText('Saved').first().waitFor();
    await page.getByRole('button', { name: 'Go to where Relapse, Comparator was read: p. 2, “20 … 101”' }).click();
    await page.locator('[data-shown]').first().waitFor();
    expect(await page.locator('[data-mark]').count()).toBe(4);
    await page.getByRole('button', { name: 'Done with this study' }).click();
    await page.getByRole('button', { name: 'Open it again' }).waitFor();
  });

  step('the second one types, and is told nothing of what the first one wrote', async () => {
    const { page, replies } = windows.ben;
    await page.goto(`${place}/extraction`);
    await page
      .getByRole('link', { name: /Firstson/ })
      .first()
      .click();
    const numbers = { 'Events, Intervention': '10', 'Total, Intervention': '100', 'Events, Comparator': '20' };
    await page.getByRole('textbox', { name: 'Events, Intervention' }).waitFor();
    await windows.ben.settled();
    expect(replies.some(({ text }) => text.includes('20 … 101'))).toBe(false);
    for (const [field, text] of Object.entries(numbers)) await page.getByRole('textbox', { name: field }).fill(text);
    await page.getByRole('textbox', { name: 'Total, Comparator' }).fill('100');
    await page.getByRole('textbox', { name: 'Total, Comparator' }).press('Tab');
    await page.getByText('Saved').first().waitFor();
    await page.getByRole('button', { name: 'Done with this study' }).click();
    await page.getByRole('button', { name: 'Compare both versions' }).waitFor();
  });

  step('an adjudicator settles the one difference', async () => {
    const { page } = windows.cai;
    await page.goto(`${place}/extraction`);
    await page
      .getByRole('link', { name: /Firstson/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Settle the differences' }).click();
    await page.getByRole('button', { name: /^Go to where Relapse, Comparator of Ann Asked was read: p\. 2/ }).click();
    await page.locator('[data-shown]').first().waitFor();
    await page.getByRole('radio', { name: 'Relapse, Comparator: 20 of 101, Ann Asked' }).check();
    await page.getByRole('button', { name: 'Settle 1 difference' }).click();
    await page.getByText('Cai Settler settled the differences.').waitFor();
  });

  step('the two judge the risk of bias, and agree', async () => {
    const { lead, ann, ben } = people;
    const plan = { tool: 'rob2', variant: 'assignment', assessorsNeeded: 2, outcomeIds: [], studyIds: [] };
    await must(lead, 'post', `${at}/appraisals`, { ...plan, note: '' });
    const { appraisals } = await must(lead, 'get', `${at}/appraisals`);
    const path = `${at}/appraisals/${appraisals[0].appraisalId}`;
    const answers = Object.fromEntries(
      Object.entries(FLAWLESS).map(([id, answer]) => [id, { answer, quote: '', page: '', note: '' }]),
    );
    for (const person of [ann, ben]) {
      await must(person, 'put', `${path}/assessment`, { answers });
      await must(person, 'put', `${path}/finished`, { isFinished: true });
    }
    await must(lead, 'put', `${path}/consensus`, { answers, ownJudgements: {} });
    const { page } = windows.lead;
    await page.goto(`${place}/risk-of-bias`);
    await page.getByText('1 of 1 settled').waitFor();
  });

  step('the lead pools what was settled, and grades it', async () => {
    const { outcomes } = await must(people.lead, 'get', `${at}/extraction`);
    const { outcomeId } = outcomes[0];
    await must(people.lead, 'post', `${at}/analyses`, { name: 'Main', outcomeId, specification: { measure: 'RR' } });
    const { page } = windows.lead;
    await page.goto(`${place}/certainty`);
    await page.getByRole('link', { name: 'Grade Main' }).click();
    for (const name of ['Risk of bias', 'Inconsistency', 'Indirectness', 'Imprecision', 'Publication bias']) {
      const reason = page.getByRole('group', { name, exact: true });
      await reason.getByRole('button', { name: name === 'Imprecision' ? 'Serious −1' : 'Not serious' }).click();
    }
    const footnote = page.getByLabel('Footnote on imprecision');
    await footnote.fill('One small trial.');
    await footnote.press('Tab');
    await page.getByText('Saved').first().waitFor();
    await page.getByRole('button', { name: 'Agree on Moderate' }).click();
    await page.getByRole('link', { name: 'See the summary of findings' }).click();
    const table = page.getByRole('table', { name: 'Summary of findings' });
    await table.waitFor();
    expect(await table.textContent()).toContain('RR 0.51');
  });

  step('the draft says it in numbers that are bound to their data, and goes to Word with them', async () => {
    const { page } = windows.lead;
    await page.goto(`${place}/manuscript`);
    await page.getByText('Relapse').first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    await page.getByRole('menuitem', { name: /Word/ }).click();
    const file = await (await download).path();
    const parts = await unpackZip(new Uint8Array(readFileSync(file)));
    const plain = (parts.get('word/document.xml') ?? '').replace(/<[^>]+>/g, '');
    for (const part of ['0.51', '201 people', 'Relapse', 'moderate']) expect(plain).toContain(part);
    expect(Object.values(windows).flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});
