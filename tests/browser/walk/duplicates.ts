import type { Visitor } from '../../support/browser.ts';

/** Has duplicates found and waits until it is done. */
export async function findDuplicates({ page }: Visitor, reviewId: string): Promise<void> {
  await page.goto(`/reviews/${reviewId}/duplicates`);
  await page.getByRole('button', { name: 'Find duplicates' }).click();
  for (let turn = 0; turn < 60; turn++) {
    const { counts } = await (await page.request.get(`/api/reviews/${reviewId}/duplicate-pairs`)).json();
    if (counts.removed === 2) return;
    await page.waitForTimeout(250);
  }
  throw new Error('findDuplicates: two copies should have been merged');
}
