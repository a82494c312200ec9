import { mkdirSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { describeBrowser, type Installation, openInstallation, type Visitor } from '../support/browser.ts';
import { stepsOf } from '../support/browserSteps.ts';
import { madePdf } from '../support/madePdf.ts';
import { type Body, beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { PASSWORD, type Somebody } from '../support/world.ts';

const FIRST = 'First trial of an invented remedy in apples';
const SECOND = 'Second trial of an invented remedy in pears';
const WORDS = 'No allocation was attempted, since the county wished to offer the remedy to every family.';

/** A report of three pages; what matters stands on the second. */
function reportPdf(title: string, facts: string): Buffer {
  const prose = (place: number) =>
    Array.from(
      { length: 30 },
      (_, line) => `Line ${line + 1} of page ${place}: pupils of the schools were asked again.`,
    );
  return madePdf([
    [title, facts, '', ...prose(1)],
    ['Methods', WORDS, 'The school doctor invited parents to have the child treated.', ...prose(2)],
    ['Results', 'Of 8,214 pupils, 5,020 were treated.', ...prose(3)],
  ]);
}

const FILES = [
  { name: 'first.pdf', content: reportPdf(FIRST, 'Ann Firstson, 2001. doi:10.5555/invented.0') },
  { name: 'second.pdf', content: reportPdf(SECOND, 'A letter that names nobody') },
  { name: 'page.pdf', content: Buffer.from('<html>Sign in to read</html>') },
];

const SHOTS = process.env.POOLED_SCREENSHOTS;

describeBrowser('full texts from the upload to the decision', () => {
  let house: Installation;
  let lead: Visitor;
  let ann: Visitor;
  let phone: Visitor;
  let at = '';
  let place = '';
  let lena: Somebody;
  const step = stepsOf(() => ({ lead, ann }));

  const signIn = async (visitor: Visitor, { email }: Somebody) => {
    const reply = await visitor.page.request.post('/api/session', { data: { email, password: PASSWORD } });
    expect(reply.ok()).toBe(true);
  };
  const draw = async ({ page }: Visitor, name: string) => {
    if (!SHOTS) return;
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: joinPath(SHOTS, `${name}.png`) });
  };

  beforeAll(async () => {
    house = await openInstallation();
    await house.world.person('Root Account');
    lena = await house.world.person('Lena Lead');
    const screener = await house.world.person('Ann Asked');
    const { projectId, reviewId } = await beginReview(lena);
    await join(lena, projectId, screener, ['screener']);
    at = `/api/reviews/${reviewId}`;
    place = `/reviews/${reviewId}`;
    const modes = { titleAndAbstractMode: 'single', fullTextMode: 'double' };
    await must(lena, 'put', at, { title: 'Invented remedies', ...modes });
    for (const text of ['Population', 'Study design']) {
      await must(lena, 'post', `${at}/criteria`, { kind: 'exclude', text });
    }
    await importText(house.world, lena, reviewId, SMALL_RIS);
    // The house has a worker of its own, which may have taken the job.
    const isImported = async () => (await must(lena, 'get', `${at}/records`)).records.length === 3;
    await vi.waitUntil(isImported, { timeout: 20_000, interval: 200 });
    await must(lena, 'post', `${at}/assignments/title-and-abstract`, { personIds: [lena.personId] });
    const { records } = await must(lena, 'get', `${at}/records`);
    for (const { recordId } of records) {
      await must(lena, 'put', `${at}/screening/title-and-abstract/records/${recordId}/decision`, { choice: 'include' });
    }
    await must(lena, 'post', `${at}/assignments/full-text`, { personIds: [screener.personId, lena.personId] });
    lead = await house.visitor();
    ann = await house.visitor();
    phone = await house.visitor({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      colorScheme: 'dark',
    });
    await signIn(lead, lena);
    await signIn(ann, screener);
    await signIn(phone, screener);
  });
  afterAll(() => house.close());

  step('the lead brings several files at once, and what is no PDF is named with the reason', async () => {
    const { page } = lead;
    await page.goto(`${place}/full-text`);
    await page.getByRole('link', { name: 'Bring PDFs' }).click();
    await page
      .getByLabel('PDFs of reports')
      .setInputFiles(FILES.map(({ name, content }) => ({ name, mimeType: 'application/pdf', buffer: content })));
    await page.getByText('page.pdf: This is no PDF.').waitFor();
    await page.getByRole('heading', { name: 'Certain · 1' }).waitFor();
    await page.getByRole('heading', { name: 'Doubtful · 1' }).waitFor();
    await draw(lead, 'files');
  });

  step('the lead confirms the certain one, and the doubtful one after a look', async () => {
    const { page } = lead;
    await page.getByRole('button', { name: 'Confirm 1 certain' }).click();
    await page.getByRole('heading', { name: 'Certain · 1' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('combobox', { name: 'Report of second.pdf' }).inputValue()).toContain(SECOND);
    await page.getByRole('button', { name: 'Confirm the report of second.pdf' }).click();
    await page.getByText('No file waits').waitFor();
    await page.goto(`${place}/full-text`);
    await page.getByRole('link', { name: 'Read the PDF' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Read the PDF' }).count()).toBe(2);
    await draw(lead, 'reports');
  });

  step('a screener reads the PDF beside the reasons, and finds a word in it', async () => {
    const { page } = ann;
    await page.goto(`${place}/screening/full-text`);
    await page.getByText('of 3', { exact: true }).waitFor();
    await page.locator('.textLayer span', { hasText: FIRST }).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('allocat*');
    await page.getByRole('status').getByText('1 of 1').waitFor();
    await page.locator('.textLayer .highlight').first().waitFor();
    await draw(ann, 'search');
    expect(await page.getByRole('textbox', { name: 'Page' }).inputValue()).toBe('2');
    await page.keyboard.press('Escape');
  });

  /** Selects a whole line of the text as a mouse would: from its beginning to its end. */
  const select = async ({ page }: Visitor, words: string) => {
    const line = page.locator('.textLayer span', { hasText: words }).first();
    await line.waitFor();
    await line.evaluate(element => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    });
    await page.getByRole('toolbar', { name: 'The selected text' }).waitFor();
  };

  step('she marks a passage with a note, and it is still there when she comes back', async () => {
    const { page } = ann;
    await select(ann, 'The school doctor invited');
    await draw(ann, 'selection');
    await page.getByRole('button', { name: 'Mark: Orange, dashed line' }).click();
    const mark = page.locator('[data-tint="orange"][data-mark]').first();
    await mark.waitFor();
    const box = await mark.boundingBox();
    if (!box) throw new Error('the mark is nowhere');
    await page.mouse.click(box.x + 20, box.y + box.height / 2);
    await page.getByRole('textbox', { name: 'Note' }).fill('Who was invited, and who came?');
    await draw(ann, 'mark');
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await page.getByRole('textbox', { name: 'Note' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.textLayer span', { hasText: FIRST }).first().waitFor();
    await page.getByRole('textbox', { name: 'Page' }).fill('2');
    await page.keyboard.press('Enter');
    await page.locator('[data-tint="orange"][data-mark]').first().waitFor();
  });

  step('she keeps a passage as the ground of her decision, and excludes by number and key', async () => {
    const { page } = ann;
    await select(ann, 'No allocation was attempted');
    await page.getByRole('button', { name: 'Keep with my decision' }).click();
    const kept = page.getByRole('region', { name: 'Kept with your decision' });
    await kept.getByText('p. 2').waitFor();
    await page.locator('[data-tint="quote"]').first().waitFor();
    await page.locator('main').click({ position: { x: 5, y: 60 } });
    await page.keyboard.press('2');
    await page.getByRole('button', { name: /Exclude: study design/ }).waitFor();
    await draw(ann, 'full-text');
    await page.keyboard.press('e');
    await page.locator('.textLayer span', { hasText: SECOND }).first().waitFor();
    await page.keyboard.press('i');
    await page.getByRole('button', { name: 'Choose a PDF' }).waitFor();
    await draw(ann, 'no-file');
    await page.getByRole('button', { name: /^Not retrieved/ }).click();
    await page.getByRole('radio', { name: /^Not retrieved/ }).check();
    await page.getByLabel('Why it can’t be had').fill('No library has it');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(ann.troubles).toEqual([]);
  });

  step('her reason and passage come to whoever settles, once another reason makes a conflict', async () => {
    const { records } = await must(lena, 'get', `${at}/screening/full-text/records?show=all`);
    const first = records.find((one: Body) => one.title === FIRST);
    const { criteria } = await must(lena, 'get', `${at}/screening/full-text`);
    const criterionId = criteria.find((one: Body) => one.text === 'Population').criterionId;
    const decision = `${at}/screening/full-text/records/${first.recordId}/decision`;
    await must(lena, 'put', decision, { choice: 'exclude', criterionId });
    const { conflicts } = await must(lena, 'get', `${at}/conflicts/full-text`);
    expect(conflicts).toHaveLength(1);
    const hers = conflicts[0].decisions.find((one: Body) => one.person.name === 'Ann Asked');
    expect(hers).toMatchObject({ quote: WORDS, page: 2 });
    await lead.page.goto(`${place}/conflicts/full-text`);
    await lead.page.getByText('No allocation was attempted').first().waitFor();
    await draw(lead, 'conflict');
  });

  step('an answer on risk of bias takes its quote and page from the PDF, and the mark stays there', async () => {
    const { page } = lead;
    const { records } = await must(lena, 'get', `${at}/records`);
    const { recordId } = records.find((one: Body) => one.title === SECOND);
    await must(lena, 'post', `${at}/studies`, { label: 'Secondson 2002', recordIds: [recordId] });
    await must(lena, 'post', `${at}/appraisals`, { tool: 'jbi-case-series' });
    await page.goto(`${place}/risk-of-bias`);
    await page.getByRole('link', { name: /^Judge Secondson/ }).click();
    // Beside the questions: select, press the question.
    await select(lead, 'No allocation was attempted');
    await draw(lead, 'quote');
    const question = page.getByRole('group').first();
    await question.locator('legend').click();
    await question.getByText(WORDS).waitFor();
    // Or kept until the question is there, by the keyboard too.
    await select(lead, 'No allocation was attempted');
    await page.getByRole('button', { name: 'Keep for a question' }).click();
    await page.getByRole('button', { name: 'Go on to Q2' }).click();
    await question.getByRole('button', { name: 'Put the quote at 2' }).press('Enter');
    await question.getByText(WORDS).waitFor();
    await page.getByText('Saved').first().waitFor();
    const { appraisals } = await must(lena, 'get', `${at}/appraisals`);
    const { mine } = await must(lena, 'get', `${at}/appraisals/${appraisals.at(-1).appraisalId}`);
    expect(Object.values(mine.answers)).toHaveLength(2);
    for (const answer of Object.values(mine.answers)) {
      expect(answer).toMatchObject({ quote: WORDS, page: '2', recordId, rects: [{ width: expect.any(Number) }] });
    }
    await page.reload();
    await page
      .getByRole('button', { name: /^Go to where .* was read: p. 2/ })
      .first()
      .click();
    await page.locator('[data-tint="quote"]').first().waitFor();
    expect(lead.troubles.filter(trouble => !trouble.includes('422'))).toEqual([]);
  });

  step('on a phone in the dark the PDF fills the window, and the reasons come as a sheet', async () => {
    const { page } = phone;
    await page.goto(`${place}/screening/full-text?at=0`);
    await page.locator('.textLayer span', { hasText: FIRST }).first().waitFor();
    await draw(phone, 'phone');
    const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide).toBeLessThanOrEqual(window ?? 0);
    await page.getByRole('button', { name: 'Criteria' }).click();
    await page.getByRole('button', { name: /Study design/ }).waitFor();
    await draw(phone, 'phone-sheet');
    expect(phone.troubles).toEqual([]);
  });
});
