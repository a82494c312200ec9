import { afterAll, beforeAll, expect } from 'vitest';
import { describeBrowser, type Installation, openInstallation, type Visitor } from '../support/browser.ts';
import { stepsOf } from '../support/browserSteps.ts';
import { type Body, beginReview, join, must } from '../support/reviewWorld.ts';
import { PASSWORD, type Somebody } from '../support/world.ts';

/** Keys that answer RoB 2 for a result with nothing against it, domain by domain: 1 is yes, 4 is no. */
const FLAWLESS = { D1: '114', D2: '441', D3: '1', D4: '444', D5: '144' } as const;

describeBrowser('from an extracted result to a graded outcome', () => {
  let house: Installation;
  let lead: Visitor;
  let ben: Visitor;
  let at = '';
  let place = '';
  const step = stepsOf(() => ({ lead, ben }));

  const signIn = async (visitor: Visitor, { email }: Somebody) => {
    await visitor.page.goto('/sign-in');
    await visitor.page.getByLabel('E-mail').fill(email);
    await visitor.page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await visitor.page.getByRole('button', { name: 'Sign in' }).click();
    await visitor.page.getByRole('heading', { level: 1 }).first().waitFor();
  };

  beforeAll(async () => {
    house = await openInstallation();
    await house.world.person('Root Account');
    const lena = await house.world.person('Lena Lead');
    const other = await house.world.person('Ben Other');
    const { projectId, reviewId } = await beginReview(lena);
    await join(lena, projectId, other, ['extractor']);
    at = `/api/reviews/${reviewId}`;
    place = `/reviews/${reviewId}`;
    const { id: outcomeId } = await must(lena, 'post', `${at}/outcomes`, { name: 'Relapse', kind: 'dichotomous' });
    const { id: studyId } = await must(lena, 'post', `${at}/studies`, { label: 'Trial 1' });
    const { studies } = await must(lena, 'get', `${at}/extraction`);
    for (const [arm, events] of [10, 20].entries()) {
      const path = `${at}/studies/${studyId}/arms/${studies[0].arms[arm].armId}/results/${outcomeId}`;
      await must(lena, 'put', path, { events, total: 100 });
    }
    await must(lena, 'post', `${at}/analyses`, { name: 'Main', outcomeId, specification: { measure: 'RR' } });
    lead = await house.visitor();
    ben = await house.visitor();
    await signIn(lead, lena);
    await signIn(ben, other);
  });
  afterAll(() => house.close());

  /** Answers every domain by keys and finishes. `hidden` is the key for question 1.2. */
  async function assess({ page }: Visitor, hidden: string) {
    await page.goto(`${place}/risk-of-bias`);
    await page.getByRole('link', { name: 'Judge Trial 1' }).click();
    await page.getByRole('heading', { level: 1, name: 'Trial 1' }).waitFor();
    for (const [id, keys] of Object.entries(FLAWLESS)) {
      await page.getByRole('heading', { level: 2, name: new RegExp(`^${id} `) }).waitFor();
      for (const [turn, key] of [...keys].entries()) {
        await page.keyboard.press(id === 'D1' && turn === 1 ? hidden : key);
        await page.waitForTimeout(50);
      }
      await page.getByRole('button', { name: id === 'D5' ? 'Go on to Overall' : /^Go on to D/ }).click();
    }
  }

  step('the lead chooses the tool, and two who judge blind to each other', async () => {
    const { page } = lead;
    await page.goto(`${place}/risk-of-bias`);
    await page.getByRole('button', { name: 'Choose the tool' }).click();
    await page.getByRole('button', { name: 'Plan it' }).click();
    await page.getByText('0 of 1 settled').waitFor();
  });

  step('the lead answers by keys, keeps a quote, and finishes with what the answers suggest', async () => {
    const { page } = lead;
    await assess(lead, '1');
    await page.getByRole('button', { name: /^Randomisation/ }).click();
    await page.getByRole('button', { name: 'Add a quote or note, with its page' }).first().click();
    await page.getByLabel('Quote', { exact: true }).fill('drawn from a table of random numbers');
    await page.getByLabel('Page', { exact: true }).fill('2');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('Saved').first().waitFor();
    await page.getByRole('button', { name: /^Overall/ }).click();
    await page.getByRole('button', { name: 'Finish with Low' }).click();
    await page.getByText('waits for the other').waitFor();
  });

  step('the other finds that allocation was not hidden; neither is told what the first one said', async () => {
    ben.replies.length = 0;
    await assess(ben, '4');
    await ben.settled();
    expect(ben.replies.some(({ text }) => text.includes('random numbers'))).toBe(false);
    await ben.page.getByRole('button', { name: 'Finish with High' }).click();
    await ben.page.getByText('to agree on').first().waitFor();
  });

  step('they see both side by side, choose, and agree on high', async () => {
    const { page } = lead;
    await page.goto(`${place}/risk-of-bias`);
    await page.getByRole('link', { name: 'Agree on Trial 1' }).click();
    await page.getByText('Both have finished.').waitFor();
    const hidden = page.getByRole('group', { name: /^1\.2/ });
    expect(await hidden.getByRole('listitem').allTextContents()).toEqual(['Lena Lead Yes', 'Ben Other No']);
    await hidden.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('button', { name: /^Overall/ }).click();
    await page.getByRole('button', { name: 'Agree on High' }).click();
    await page.getByText('1 of 1 settled').waitFor();
    const reply = await page.request.get(`${at}/judgements`);
    expect((await reply.json()).judgements.map((one: Body) => [one.studyLabel, one.overall])).toEqual([
      ['Trial 1', 'high'],
    ]);
  });

  step('the certainty is rated by hand beside its suggestion, with a footnote, and agreed on', async () => {
    const { page } = lead;
    await page.goto(`${place}/certainty`);
    await page.getByRole('link', { name: 'Grade Main' }).click();
    await page.getByText('100 % of the weight comes from 1 study at high risk.').waitFor();
    const reason = (name: string) => page.getByRole('group', { name, exact: true });
    await reason('Risk of bias').getByRole('button', { name: 'Very serious −2' }).click();
    for (const name of ['Inconsistency', 'Indirectness', 'Imprecision', 'Publication bias']) {
      await reason(name).getByRole('button', { name: 'Not serious' }).click();
    }
    await page.getByText('Each rating needs a footnote: risk of bias.').waitFor();
    const footnote = page.getByLabel('Footnote on risk of bias');
    await footnote.fill('Allocation was not hidden.');
    await footnote.press('Tab');
    await page.getByText('Saved').first().waitFor();
    await page.getByRole('button', { name: 'Agree on Low' }).click();
    await page.getByRole('link', { name: 'See the summary of findings' }).click();
  });

  step('the summary of findings tells it in absolute numbers: 200 in 1,000 without, 100 with', async () => {
    const { page } = lead;
    const table = page.getByRole('table', { name: 'Summary of findings' });
    await table.waitFor();
    const words = (await table.textContent()) ?? '';
    for (const part of ['200', '100', '100 fewer', 'RR 0.50', 'Low', 'may lower the number of people with relapse']) {
      expect(words).toContain(part);
    }
    await page.getByText('Allocation was not hidden.').waitFor();
    expect([...lead.troubles, ...ben.troubles]).toEqual([]);
  });
});
