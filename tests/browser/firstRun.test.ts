import { afterAll, beforeAll, expect } from 'vitest';
import { describeBrowser, type Installation, openInstallation, type Visitor } from '../support/browser.ts';
import { stepsOf } from '../support/browserSteps.ts';

describeBrowser('an installation where nobody is yet', () => {
  let house: Installation;
  let visitor: Visitor;
  const step = stepsOf(() => ({ visitor }));
  beforeAll(async () => {
    house = await openInstallation();
    visitor = await house.visitor();
  });
  afterAll(() => house?.close());

  step('offers a demo on its first page, and tells how to come back to it', async () => {
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('button', { name: 'Fill in the demo review' }).click();
    // It is made by some thousand deeds: five seconds of a processor, which others want too.
    await page.getByText('The demo review is ready, and you are signed in as its lead.').waitFor({ timeout: 60_000 });
    await page.getByText(/To come back: .+@.+, password/).waitFor();
  });

  step('shows a finished review, with nothing that went wrong or waits', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Open the demo review' }).click();
    await page.getByRole('heading', { level: 1, name: /BCG vaccination/ }).waitFor();
    const reviewId = /reviews\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    // The worker that is at work has done none of its jobs a second time.
    const { jobs } = await (await page.request.get(`/api/reviews/${reviewId}/jobs`)).json();
    expect(jobs.map((job: { kind: string; state: string }) => [job.kind, job.state])).toEqual([
      ['find-duplicates', 'done'],
      ['import-records', 'done'],
      ['import-records', 'done'],
    ]);
    const waiting = await house.world.database.query('select id from graphile_worker.jobs');
    expect(waiting).toEqual([]);
    await page.goto(`/reviews/${reviewId}/synthesis`);
    await page
      .getByText(/risk is 51 % lower/)
      .first()
      .waitFor();
  });

  step('keeps what is typed into a field that was refused', async () => {
    const { page } = visitor;
    const at = /\/reviews\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
    await page.goto(`${at}/credit`);
    await page.getByRole('button', { name: /^Look at Amara Okafor/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Dispute' }).click();
    await dialog.getByText('Say why you see it differently').waitFor();
    const reason = dialog.locator('textarea[name=reason]');
    await reason.pressSequentially('It was settled as agreed.');
    expect(await reason.inputValue()).toBe('It was settled as agreed.');
    expect(await dialog.getByText('Say why you see it differently').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Dispute' }).click();
    await page.getByText('Disputed; the reason is with the claim').waitFor();
  });

  step('offers no demo once there is somebody', async () => {
    const second = await house.visitor();
    await second.page.goto('/');
    await second.page.getByRole('heading', { level: 1 }).waitFor();
    await second.settled();
    expect(await second.page.getByRole('button', { name: 'Fill in the demo review' }).count()).toBe(0);
    // The one refusal was asked for above.
    expect(visitor.troubles.filter(one => !one.includes('status of 422'))).toEqual([]);
  });
});
