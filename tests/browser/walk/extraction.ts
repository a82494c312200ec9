import type { Page } from 'playwright-core';

/** Events and totals of both arms of a study. */
export interface TypedStudy {
  readonly intervention: readonly [events: number, total: number];
  readonly comparator: readonly [events: number, total: number];
}

/** Names the outcome that all studies counted. */
export async function addOutcome(page: Page, reviewId: string, name: string): Promise<void> {
  await page.goto(`/reviews/${reviewId}/extraction`);
  await page.getByRole('button', { name: 'Add an outcome' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add an outcome' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Add the outcome' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Makes a study of the first included report that has none. Gives its label. */
export async function addStudy(page: Page, reviewId: string): Promise<string> {
  await page.goto(`/reviews/${reviewId}/extraction`);
  await page
    .getByRole('button', { name: /^Add study / })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Add a study' });
  const label = await dialog.getByLabel('Label').inputValue();
  await dialog.getByRole('button', { name: 'Add the study' }).click();
  await page.getByRole('heading', { level: 1, name: label }).waitFor();
  return label;
}

/** Types what both arms reported. Each field is saved when it is left. */
export async function typeNumbers(page: Page, study: TypedStudy): Promise<void> {
  const arms = [
    ['Intervention', study.intervention],
    ['Comparator', study.comparator],
  ] as const;
  for (const [arm, [events, total]] of arms) {
    await page.getByLabel(`Events, ${arm}`).fill(String(events));
    await page.getByLabel(`Total, ${arm}`).fill(String(total));
    await page.getByLabel(`Found at, ${arm}`).fill('p. 5, table 2');
    await page.getByLabel(`Found at, ${arm}`).press('Tab');
  }
  await page.getByText('Saved').first().waitFor();
}
