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
  await kind.getByRole('button', { name: 'Add a criterion' }).click();
  await page.getByRole('textbox', { name: 'Criterion' }).fill(text);
  await page.getByRole('button', { name: 'Add the criterion' }).click();
  await kind.getByText(text).waitFor();
}

/** The field that holds the search string. */
export function searchString(page: Page) {
  return page.getByRole('textbox', { name: 'Search string for PubMed' });
}
