import type { Page } from 'playwright-core';
import type { Stage } from '#core/vocabulary';

/** Gives everything that waits at a stage to everybody who can screen. */
export async function giveOut(page: Page, reviewId: string, stage: Stage, names: readonly string[]): Promise<void> {
  await page.goto(`/reviews/${reviewId}/team?stage=${stage}`);
  for (const name of names) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: /^Give out \d+ / }).click();
  await page
    .getByText(/given out/)
    .first()
    .waitFor();
}

/** The title of the record at hand. */
export async function titleAtHand(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

/** Decides on record after record by the keys that `keysOf` gives for each title, to the last. Gives the titles seen. */
export async function screenAll(page: Page, keysOf: (title: string) => readonly string[]): Promise<readonly string[]> {
  const seen: string[] = [];
  for (;;) {
    const title = await titleAtHand(page);
    if (title.startsWith('That was the last')) return seen;
    seen.push(title);
    for (const key of keysOf(title)) await page.keyboard.press(key);
    await page.waitForFunction(before => document.querySelector('h1')?.textContent !== before, title);
  }
}

export async function openScreening(page: Page, reviewId: string, stage: Stage): Promise<void> {
  await page.goto(`/reviews/${reviewId}/screening/${stage}`);
  await page.getByRole('group', { name: 'Your decision' }).waitFor();
}

/** Closes a stage for good: everybody in the team sees what the others chose. */
export async function closeStage(page: Page, reviewId: string, stage: Stage): Promise<void> {
  await page.goto(`/reviews/${reviewId}/team?stage=${stage}`);
  await page.getByRole('button', { name: 'Close this stage' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the stage' }).click();
  await page.getByRole('button', { name: 'Open it again' }).waitFor();
}
