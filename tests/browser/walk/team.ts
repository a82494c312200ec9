import type { Page } from 'playwright-core';
import { PASSWORD } from '../../support/world.ts';

/** Fills the form on the page and waits until the person is in. */
export async function signUp(page: Page, name: string, kind: RegExp): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(`${name.toLowerCase().replaceAll(' ', '.')}@example.org`);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('radio', { name: kind }).check();
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: 'Create an account' }).waitFor({ state: 'detached' });
}

/** Begins a project from its form. Gives its id. */
export async function beginProject(page: Page, title: string, specialty: string): Promise<string> {
  await page.goto('/projects/new');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel(/^Specialty/).fill(specialty);
  await page.getByRole('button', { name: 'Begin the project' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return placeOf(page, 'projects');
}

/** Makes an invitation for a screener and gives its link, which is shown this once. */
export async function makeInvitation(page: Page, projectId: string): Promise<string> {
  await page.goto(`/projects/${projectId}`);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const dialog = page.getByRole('dialog', { name: 'The invitation is ready' });
  const link = (await dialog.locator('code').textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  return link;
}

/** Opens a seat for a screener. Gives the opening's id. */
export async function openSeat(page: Page, projectId: string, title: string): Promise<string> {
  await page.goto(`/projects/${projectId}/openings/new`);
  await page.getByLabel('Title').fill(title);
  await page.getByLabel(/^What they’d do/).fill('Screen about a dozen records by title and abstract.');
  await page.getByRole('button', { name: 'Open the seat' }).click();
  await page.getByRole('heading', { level: 1, name: 'Applicants' }).waitFor();
  return placeOf(page, 'openings');
}

/** The id in the address behind this word. */
export function placeOf(page: Page, word: string): string {
  const [, id] = new RegExp(`/${word}/([0-9a-f-]{36})`).exec(page.url()) ?? [];
  if (!id) throw new Error(`placeOf: no id of ${word} in ${page.url()}`);
  return id;
}
