import type { Page } from 'playwright-core';

/** Opens a slot of the question's frame and writes it. */
export async function writeSlot(page: Page, slot: string, words: string, synonym: string): Promise<void> {
  const head = page.getByRole('button', { name: new RegExp(`^${slot}`) });
  await head.click();
  await page.getByLabel('In words').fill(words);
  await page.getByRole('combobox', { name: 'Synonyms' }).fill(synonym);
  await page.getByRole('combobox', { name: 'Synonyms' }).press('Enter');
  await head.click();
}

/** Adds a criterion under one of the two headings. */
export async function addCriterion(page: Page, heading: string, text: string): Promise<void> {
  const kind = page.getByText(heading, { exact: true }).locator('..');
  const field = page.getByRole('textbox', { name: 'Criterion' });
  // The form of the criterion before may just be closing, and take a click on the button with it.
  await page.waitForTimeout(200);
  await kind.getByRole('button', { name: 'Add a criterion' }).click();
  if (
    !(await field.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    ))
  ) {
    await kind.getByRole('button', { name: 'Add a criterion' }).click();
  }
  await field.fill(text);
  await page.getByRole('button', { name: 'Add the criterion' }).click();
  await kind.getByText(text).waitFor();
  await field.waitFor({ state: 'detached' });
}

/** The field that holds the search string. */
export function searchString(page: Page) {
  return page.getByRole('textbox', { name: 'Search string for PubMed' });
}
