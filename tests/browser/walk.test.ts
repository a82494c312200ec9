import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect } from 'vitest';
import { analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { describeBrowser, type Installation, openInstallation, type Visitor } from '../support/browser.ts';
import { stepsOf } from '../support/browserSteps.ts';
import { SMALL_RIS } from '../support/reviewWorld.ts';
import { expectNothingTold } from './walk/blindness.ts';
import { findDuplicates } from './walk/duplicates.ts';
import { addOutcome, addStudy, type TypedStudy, typeNumbers } from './walk/extraction.ts';
import { addCriterion, searchString, writeSlot } from './walk/protocol.ts';
import { bringFile, copiesOf, importThem, pubmedRecords, reportCounts } from './walk/records.ts';
import { closeStage, giveOut, openScreening, screenAll, titleAtHand } from './walk/screening.ts';
import { beginProject, makeInvitation, openSeat, placeOf, signUp } from './walk/team.ts';

/** Of twelve records: three that both include, two that Ada alone, one that Ben alone includes. */
const INCLUDED_BY_ADA = /^(Critical Role|Evidence that S6K1|Coping strat|Production of 10S|A multilocus)/i;
const INCLUDED_BY_BEN = /^(Critical Role|Evidence that S6K1|Coping strat|Nutritional status)/i;
const SECRET = 'a remark that Ada alone knows';

/** Aronson 1948, and Ferguson and Simes 1949, of the trials of BCG vaccine. */
const STUDIES: readonly TypedStudy[] = [
  { intervention: [4, 123], comparator: [11, 139] },
  { intervention: [6, 306], comparator: [29, 303] },
];

const TITLE = 'Invented remedies for tired librarians';

describeBrowser('a review from the first account to the report', () => {
  let house: Installation;
  let lead: Visitor;
  let ada: Visitor;
  let ben: Visitor;
  let projectId = '';
  let reviewId = '';
  let openingId = '';
  const labels: string[] = [];
  const step = stepsOf(() => ({ lead, ada, ben }));

  beforeAll(async () => {
    house = await openInstallation();
    lead = await house.visitor();
    ada = await house.visitor();
    ben = await house.visitor();
  });
  afterAll(async () => {
    await house.close();
  });

  step('somebody signs up and begins a project', async () => {
    await lead.page.goto('/sign-up');
    await signUp(lead.page, 'Lena Hart', /faculty/i);
    projectId = await beginProject(lead.page, TITLE, 'Library science');
  });

  step('who opens an invitation’s link signs up and is in the team', async () => {
    const link = await makeInvitation(lead.page, projectId);
    expect(link).toMatch(new RegExp(`^${house.url}/invitations/`));
    await ada.page.goto(link);
    await ada.page.getByRole('link', { name: 'Create an account and join' }).click();
    await signUp(ada.page, 'Ada Quist', /IMG|graduate/i);
    await ada.page.getByRole('button', { name: 'Join the project' }).click();
    await ada.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    expect(await ada.page.getByText('Lena Hart').count()).toBeGreaterThan(0);
  });

  step('somebody else applies for an opening, is offered the seat and takes it', async () => {
    openingId = await openSeat(lead.page, projectId, 'Second screener');
    await ben.page.goto('/sign-up');
    await signUp(ben.page, 'Ben Okoro', /IMG|graduate/i);
    await ben.page.goto(`/openings/${openingId}`);
    await ben.page.getByLabel(/^Your note/).fill('I have screened before.');
    await ben.page.getByRole('button', { name: 'Send application' }).click();
    await ben.page.getByText('The lead sees your note and your profile.').waitFor();

    await lead.page.goto(`/openings/${openingId}/applicants`);
    await lead.page.getByText('I have screened before.').waitFor();
    await lead.page.getByRole('button', { name: 'Make an offer' }).click();
    await lead.page.getByRole('button', { name: 'Make the offer' }).click();
    await lead.page.getByRole('dialog').waitFor({ state: 'detached' });

    await ben.page.goto('/home');
    await ben.page.getByRole('button', { name: 'Take the seat' }).click();
    await ben.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  });

  step('the lead begins the review', async () => {
    await lead.page.goto(`/projects/${projectId}`);
    await lead.page.getByRole('button', { name: 'Begin the review' }).click();
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Begin the review' }).click();
    await lead.page.waitForURL(/\/reviews\//);
    reviewId = placeOf(lead.page, 'reviews');
    await lead.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    expect(reviewId).not.toBe('');
  });

  step('the lead writes the question and criteria, and the string follows from the question', async () => {
    const { page } = lead;
    await page.goto(`/reviews/${reviewId}/question`);
    await writeSlot(page, 'Population', 'librarians', 'archivists');
    await writeSlot(page, 'Intervention', 'tea', 'green tea');
    await page.getByText('librarians').first().waitFor();
    expect(await searchString(page).inputValue()).toMatch(
      /librarian[\s\S]*OR[\s\S]*archivist[\s\S]*AND[\s\S]*green tea/,
    );
    await addCriterion(page, 'Include a study when', 'Anybody who reads');
    await addCriterion(page, 'Exclude it when', 'Not a controlled trial');
    await addCriterion(page, 'Exclude it when', 'Nobody reads in it');
  });

  step('a mistake in the string is named with its place, and repaired by one click', async () => {
    const { page } = lead;
    await searchString(page).fill('librarians[tiab] AND tea[tiabb]');
    const mistakes = page.getByRole('list', { name: 'What is wrong with the string' });
    await mistakes.getByText('Line 1, character 25').waitFor();
    await mistakes.getByRole('button', { name: 'Change to [tiab]' }).click();
    expect(await searchString(page).inputValue()).toBe('librarians[tiab] AND tea[tiab]');
    await mistakes.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save version 1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save version 1' }).click();
    await page.getByText('Version 1 saved').waitFor();
    await page.reload();
    await page
      .getByText(/Version 1\b/)
      .first()
      .waitFor();
    expect(await searchString(page).inputValue()).toBe('librarians[tiab] AND tea[tiab]');
  });

  step('a file of PubMed is read before it is stored, and its counts are those of another parser', async () => {
    const { text, records } = pubmedRecords();
    await bringFile(lead.page, reviewId, 'pubmed.xml', text);
    expect(await reportCounts(lead.page)).toMatchObject({
      'entries read': records.length,
      'ready to import': records.length,
      skipped: 0,
      'without abstract': records.filter(record => record.abstract.length === 0).length,
      'without DOI or PMID': 0,
      'twice in this file': 0,
    });
    await importThem(lead.page, records.length, 'PubMed');
  });

  step('who brings the very same file again is told so', async () => {
    await bringFile(lead.page, reviewId, 'pubmed.xml', pubmedRecords().text);
    await lead.page.getByText('The very same file was imported before').waitFor();
    await lead.page.getByRole('button', { name: 'Leave it' }).click();
    await lead.page.getByRole('heading', { level: 1, name: 'Search' }).waitFor();
  });

  step('a whole import is undone', async () => {
    await bringFile(lead.page, reviewId, 'scopus.ris', SMALL_RIS);
    await importThem(lead.page, 3, 'Scopus');
    await lead.page.getByRole('button', { name: 'Undo import' }).click();
    await lead.page.getByRole('button', { name: 'Undo the import' }).click();
    await lead.page.getByRole('heading', { level: 1, name: /Scopus that was undone/ }).waitFor();
  });

  step('copies from another database are found, and merged with what they copy', async () => {
    const copies = pubmedRecords().records.filter(({ title }) => /^(Coping strategies|Calcium messenger)/.test(title));
    await bringFile(lead.page, reviewId, 'embase.ris', copiesOf(copies));
    await importThem(lead.page, copies.length, 'Embase');
    await findDuplicates(lead, reviewId);
  });

  step('the lead gives out every record to both, each record once', async () => {
    await giveOut(lead.page, reviewId, 'title-and-abstract', ['Ada Quist', 'Ben Okoro']);
    await lead.page.getByRole('table', { name: 'Work by person' }).getByText('12').first().waitFor();
  });

  step('the first screener decides by keys, takes one back, and comes to the last record', async () => {
    const { page } = ada;
    await openScreening(page, reviewId, 'title-and-abstract');
    const first = await titleAtHand(page);
    await page.keyboard.press('u');
    await page.waitForFunction(before => document.querySelector('h1')?.textContent !== before, first);
    await page.keyboard.press('z');
    await page.waitForFunction(before => document.querySelector('h1')?.textContent === before, first);
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note' }).fill(SECRET);
    await page.getByRole('button', { name: 'Keep the note' }).click();
    const seen = await screenAll(page, title => [INCLUDED_BY_ADA.test(title) ? 'i' : 'e']);
    expect(new Set(seen).size).toBe(12);
    await page.getByText('Saved').first().waitFor();
  });

  step('the second screener learns nothing of it, neither from a page nor from the wire', async () => {
    await expectNothingTold(ben, reviewId, SECRET);
    await ben.page.goto(`/reviews/${reviewId}/conflicts`);
    await ben.page.getByText('Somebody else settles these').waitFor();
    await ben.page.goto(`/reviews/${reviewId}/report`);
    await ben.page.getByText('The diagram is closed to you for now').waitFor();
  });

  step('the second screener decides too; the wire brings back no more than that it is kept', async () => {
    const { page, replies } = ben;
    replies.length = 0;
    await openScreening(page, reviewId, 'title-and-abstract');
    await screenAll(page, title => [INCLUDED_BY_BEN.test(title) ? 'i' : 'e']);
    await page.getByText('Saved').first().waitFor();
    await ben.settled();
    const decisions = replies.filter(reply => reply.path.endsWith('/decision'));
    expect(decisions).toHaveLength(12);
    for (const { text } of decisions) expect(Object.keys(JSON.parse(text))).toEqual(['decisionId']);
    // Where both have decided, neither is told: not even that they differ.
    await ada.page.goto(`/reviews/${reviewId}/conflicts`);
    await ada.page.getByText('Somebody else settles these').waitFor();
    await ada.page.goto(`/reviews/${reviewId}/records`);
    await ada.page.getByText('you: exclude').first().waitFor();
    expect(await ada.page.getByText('conflicted').count()).toBe(0);
  });

  step('the lead reads how far they agree: kappa as computed by hand', async () => {
    await lead.page.goto(`/reviews/${reviewId}/team`);
    // Both include 3, Ada alone 2, Ben alone 1, neither 6: (9/12 − 76/144) / (1 − 76/144) = 8/17.
    await lead.page.getByText(/On 12 records that two people decided on: κ 0\.47 /).waitFor();
  });

  step('the lead settles the three conflicts, each with a reason', async () => {
    const { page } = lead;
    await page.goto(`/reviews/${reviewId}/conflicts`);
    await page.getByText('3 wait to be settled').waitFor();
    for (let left = 3; left > 0; left--) {
      const title = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
      await page.getByLabel(/^Your reason/).fill('Read again, with the criteria at hand.');
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: /^Production of 10S/.test(title) ? /^Include/ : /^Exclude/ }).click();
      await page
        .getByText(left > 1 ? new RegExp(`^${left - 1} waits? to be settled`) : /^No conflicts/)
        .first()
        .waitFor();
    }
  });

  step('the lead closes the stage, and now the screeners see each other', async () => {
    await closeStage(lead.page, reviewId, 'title-and-abstract');
    await ada.page.goto(`/reviews/${reviewId}/records`);
    await ada.page.getByRole('table').getByText('included', { exact: true }).first().waitFor();
    expect(await ada.page.getByRole('table').getByText('included', { exact: true }).count()).toBe(4);
  });

  step('full texts are found, but for one', async () => {
    const { page } = lead;
    await page.goto(`/reviews/${reviewId}/full-text`);
    const buttons = page.getByRole('button', { name: /^Note where the full text is: / });
    await buttons.first().waitFor();
    const names = await buttons.evaluateAll(all => all.map(button => button.getAttribute('aria-label') ?? ''));
    expect(names).toHaveLength(4);
    for (const title of names) {
      await page.getByRole('button', { name: title, exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Where is the full text?' });
      const isLost = title.includes('Production of 10S');
      await dialog.getByRole('radio', { name: isLost ? /^Not retrieved/ : /^Retrieved/ }).check();
      if (isLost) await dialog.getByLabel(/^Why it can’t be had/).fill('No library has it.');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
  });

  step('both read the reports, and exclude one for a reason chosen by its number', async () => {
    await giveOut(lead.page, reviewId, 'full-text', ['Ada Quist', 'Ben Okoro']);
    for (const { page } of [ada, ben]) {
      await openScreening(page, reviewId, 'full-text');
      const seen = await screenAll(page, title => (title.startsWith('Coping') ? ['1', 'e'] : ['i']));
      expect(seen).toHaveLength(3);
      await page.getByText('Saved').first().waitFor();
    }
    await closeStage(lead.page, reviewId, 'full-text');
    await lead.page.goto(`/reviews/${reviewId}/full-text?show=excluded`);
    await lead.page.getByText('Not a controlled trial').waitFor();
  });

  step('the numbers of both included studies are typed', async () => {
    await addOutcome(lead.page, reviewId, 'Fell asleep');
    for (const [place, study] of STUDIES.entries()) {
      labels[place] = await addStudy(lead.page, reviewId);
      await typeNumbers(lead.page, study);
    }
    expect(new Set(labels).size).toBe(2);
  });

  step('the forest plot shows what the core computes from the same counts', async () => {
    const { page } = lead;
    await page.goto(`/reviews/${reviewId}/synthesis`);
    const plot = page.getByRole('figure', { name: /^Forest plot/ });
    await plot.locator('svg').waitFor();
    for (const label of labels) expect(await plot.textContent()).toContain(label);
    const { pooled } = analyse({ ...DEFAULT_ANALYSIS, measure: 'RR' }, countsOf(STUDIES, labels));
    if (!pooled.estimable) throw new Error('The two studies should make a pooled risk ratio.');
    const shown = [pooled.value.estimate, pooled.value.lower, pooled.value.upper].map(Math.exp);
    const sentence =
      (await page
        .getByText(/Risk ratio [\d.]+, 95 % CI/)
        .first()
        .textContent()) ?? '';
    const [, ...numbers] = /Risk ratio ([\d.]+), 95 % CI ([\d.]+) to ([\d.,]+\d)/.exec(sentence) ?? [];
    for (const [place, number] of numbers.entries()) {
      const decimals = number.split('.')[1]?.length ?? 0;
      expect(Number(number.replaceAll(',', ''))).toBeCloseTo(shown[place] ?? Number.NaN, decimals);
    }
    expect(numbers).toHaveLength(3);
  });

  step('the analysis is saved, and is what the server computes', async () => {
    const { page, replies } = lead;
    await page.getByRole('button', { name: 'Save the analysis' }).click();
    await page.getByRole('button', { name: 'Lock for the protocol' }).waitFor();
    await page.reload();
    await page
      .getByRole('figure', { name: /^Forest plot/ })
      .locator('svg')
      .waitFor();
    await lead.settled();
    const reply = replies.findLast(one => one.method === 'GET' && /\/analyses\/[0-9a-f-]{36}$/.test(one.path));
    const { pooled } = analyse({ ...DEFAULT_ANALYSIS, measure: 'RR' }, countsOf(STUDIES, labels));
    expect(JSON.parse(reply?.text ?? '{}').result.pooled).toEqual(JSON.parse(JSON.stringify(pooled)));
  });

  step('the flow diagram counts what was done, its sums hold, and a number leads to its records', async () => {
    const { page } = lead;
    await page.goto(`/reviews/${reviewId}/report`);
    await page.getByText('The numbers agree').waitFor();
    await lead.settled();
    const flow = JSON.parse(lead.replies.findLast(one => one.path.endsWith('/flow'))?.text ?? '{}');
    expect(
      Object.fromEntries(flow.numbers.map((one: { key: string; count: number }) => [one.key, one.count])),
    ).toMatchObject({
      database_results: 14,
      duplicates: 2,
      records_screened: 12,
      records_excluded: 8,
      dbr_sought_reports: 4,
      dbr_notretrieved_reports: 1,
      dbr_assessed: 3,
      dbr_excluded: 1,
      new_studies: 2,
      new_reports: 2,
    });
    const figure = page.getByRole('figure', { name: /^PRISMA 2020 flow diagram/ });
    await figure.getByRole('link').filter({ hasText: '8' }).first().click();
    await page.waitForURL(/box=records-excluded/);
    await page
      .getByText(/^8 records/)
      .first()
      .waitFor();
  });

  step('the whole review is downloaded as a ZIP', async () => {
    await lead.page.goto(`/reviews/${reviewId}/report`);
    const coming = lead.page.waitForEvent('download');
    await lead.page.getByRole('button', { name: /^Download The whole review/ }).click();
    const bytes = await readFile(await (await coming).path());
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(bytes.length).toBeGreaterThan(2000);
  });

  step('nothing went wrong in any window on the way', () => {
    const refused = /status of (401|403|404)/; // a visitor's first question, and what blinding refuses
    for (const { troubles } of [lead, ada, ben]) expect(troubles.filter(trouble => !refused.test(trouble))).toEqual([]);
    return Promise.resolve();
  });
});

/** The counts in the field's short names, as the core takes them. */
function countsOf(studies: readonly TypedStudy[], names: readonly string[]) {
  return studies.map(({ intervention: [ai, n1i], comparator: [ci, n2i] }, place) => ({
    studyId: String(place),
    label: names[place] ?? '',
    numbers: { ai, n1i, ci, n2i },
  }));
}
