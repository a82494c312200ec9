import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { describeBrowser, type Installation, openInstallation, type Visitor } from '../support/browser.ts';
import { stepsOf } from '../support/browserSteps.ts';
import { inventedRis } from '../support/inventedRis.ts';
import { beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { PASSWORD, type Somebody } from '../support/world.ts';
import { openScreening, titleAtHand } from './walk/screening.ts';

const RECORDS = 12;
/** What the issue of the whole asks of the screening page: JavaScript, gzipped. */
const MOST_BYTES = 220_000;
const PATIENT = { timeout: 20_000 };

describeBrowser('screening while the network is away', () => {
  let house: Installation;
  let ada: Somebody;
  let ben: Somebody;
  let device: Visitor;
  let reviewId = '';
  let page: Page;
  const step = stepsOf(() => ({ device }));

  beforeAll(async () => {
    house = await openInstallation();
    const { world } = house;
    const lead = await world.person('Lena Lead');
    ada = await world.person('Ada Quist');
    ben = await world.person('Ben Okoro');
    const review = await beginReview(lead);
    reviewId = review.reviewId;
    for (const person of [ada, ben]) await join(lead, review.projectId, person, ['screener']);
    await importText(world, lead, reviewId, inventedRis(RECORDS));
    // The installation's worker may have taken the job.
    await vi.waitFor(
      async () => expect((await must(lead, 'get', `/api/reviews/${reviewId}/records`)).total).toBe(RECORDS),
      PATIENT,
    );
    await must(lead, 'post', `/api/reviews/${reviewId}/assignments/title-and-abstract`, {
      personIds: [ada.personId, ben.personId],
    });
    device = await house.visitor();
    page = device.page;
  });
  afterAll(() => house?.close());

  const signIn = async (person: Somebody) => {
    const reply = await page.context().request.post('/api/session', {
      data: { email: person.email, password: PASSWORD },
    });
    expect(reply.status()).toBe(200);
  };
  const decide = async (key: string) => {
    const title = await titleAtHand(page);
    await page.keyboard.press(key);
    await page.waitForFunction(before => document.querySelector('h1')?.textContent !== before, title);
  };
  const keptOf = async (person: Somebody): Promise<string[]> => {
    const rows: { choice: string }[] = await house.world.database.query(
      'select choice from screening_decisions where review_id = $1 and person_id = $2 order by decided_at',
      [reviewId, person.personId],
    );
    return rows.map(row => row.choice);
  };
  const eventsOf = async (person: Somebody): Promise<number> => {
    const rows: { n: number }[] = await house.world.database.query(
      "select count(*)::int as n from audit_events where review_id = $1 and actor_id = $2 and deed = 'record-decision'",
      [reviewId, person.personId],
    );
    return rows[0]?.n ?? 0;
  };
  /** A new tab on the same device; the one before is closed as a person closes it. */
  const reopen = async () => {
    const next = await page.context().newPage();
    await page.close();
    page = next;
  };

  step('the screening page is small enough for a slow line', async () => {
    await signIn(ada);
    const scripts = new Map<string, Promise<number>>();
    page.on('response', response => {
      if (new URL(response.url()).pathname.endsWith('.js'))
        scripts.set(
          response.url(),
          response.body().then(body => gzipSync(body).length),
        );
    });
    await openScreening(page, reviewId, 'title-and-abstract');
    const sizes = await Promise.all(scripts.values());
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBeGreaterThan(3);
    expect(bytes, `${sizes.length} files`).toBeLessThan(MOST_BYTES);
  });

  step('decisions go on without a wait, and the page says that they are safe here', async () => {
    await decide('i');
    await expect.poll(() => keptOf(ada), PATIENT).toEqual(['include']);
    await page.context().setOffline(true);
    for (const key of ['e', 'u', 'i']) await decide(key);
    await page.getByText('3 decisions wait for the network. They are safe on this device.').first().waitFor();
    expect(await keptOf(ada)).toEqual(['include']);
  });

  step('one is changed meanwhile, and only what was meant last is sent when the network is back', async () => {
    await page.keyboard.press('z');
    await decide('e');
    await page.context().setOffline(false);
    await expect.poll(() => keptOf(ada), PATIENT).toEqual(['include', 'exclude', 'unsure', 'exclude']);
    await page.getByText('Saved', { exact: true }).first().waitFor();
    expect(await eventsOf(ada)).toBe(4);
  });

  step('those of a tab that was closed without network are sent, each once, when Pooled is opened again', async () => {
    await page.context().setOffline(true);
    for (const key of ['i', 'i']) await decide(key);
    await page
      .getByText(/^2 decisions wait/)
      .first()
      .waitFor();
    await reopen();
    await page.context().setOffline(false);
    expect(await eventsOf(ada)).toBe(4);
    await openScreening(page, reviewId, 'title-and-abstract');
    await expect.poll(() => keptOf(ada), PATIENT).toHaveLength(6);
    await reopen();
    await openScreening(page, reviewId, 'title-and-abstract');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    expect(await eventsOf(ada)).toBe(6);
  });

  step('what one person left on the device is neither shown nor sent when another signs in', async () => {
    await page.context().setOffline(true);
    for (const key of ['e', 'e']) await decide(key);
    await page
      .getByText(/^2 decisions wait/)
      .first()
      .waitFor();
    await reopen();
    await page.context().setOffline(false);
    await signIn(ben);
    await openScreening(page, reviewId, 'title-and-abstract');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.getByText(`0 of ${RECORDS}`).first().waitFor();
    await decide('u');
    await expect.poll(() => keptOf(ben), PATIENT).toEqual(['unsure']);
    expect([await keptOf(ada).then(kept => kept.length), await eventsOf(ben)]).toEqual([6, 1]);
  });

  step('a page that stands open sends nothing in the name of who signed in behind it', async () => {
    // Ben's page stands open; in another tab Ada signs in.
    await signIn(ada);
    await page.keyboard.press('i');
    await expect.poll(() => keptOf(ada), PATIENT).toHaveLength(8);
    // Her own two came with her, and Ben's waits for him.
    expect(await keptOf(ada).then(kept => kept.slice(-2))).toEqual(['exclude', 'exclude']);
    expect(await keptOf(ben)).toEqual(['unsure']);
    await signIn(ben);
    await reopen();
    await openScreening(page, reviewId, 'title-and-abstract');
    await expect.poll(() => keptOf(ben), PATIENT).toEqual(['unsure', 'include']);
    expect([await eventsOf(ada), await eventsOf(ben)]).toEqual([8, 2]);
  });

  step(
    'the page opens without network after a single visit, where several are decided at one press, each once',
    async () => {
      const once = await house.visitor();
      const visit = once.page.context();
      await visit.request.post('/api/session', { data: { email: ben.email, password: PASSWORD } });
      const list = `/reviews/${reviewId}/screening/title-and-abstract?mode=list`;
      await once.page.goto(list);
      await once.page
        .getByRole('checkbox', { name: /^Tick:/ })
        .nth(2)
        .waitFor();
      await once.page.waitForFunction(
        async () => (await caches.open('pooled-page').then(kept => kept.keys())).length > 3,
      );
      await visit.setOffline(true);
      await once.page.close();
      const again = await visit.newPage();
      await again.goto(list);
      const ticks = again.getByRole('checkbox', { name: /^Tick:/ });
      await ticks.nth(0).click();
      await ticks.nth(2).click({ modifiers: ['Shift'] });
      await again.keyboard.press('e');
      await again
        .getByText(/^3 decisions wait/)
        .first()
        .waitFor();
      expect(await keptOf(ben)).toHaveLength(2);
      await visit.setOffline(false);
      await expect.poll(() => keptOf(ben), PATIENT).toEqual(['unsure', 'include', 'exclude', 'exclude', 'exclude']);
      expect(await eventsOf(ben)).toBe(5);
      await again.keyboard.press('z');
      await expect.poll(() => keptOf(ben), PATIENT).toEqual(['unsure', 'include']);
      await visit.close();
    },
  );

  step('a swipe to the right includes, one to the left excludes', async () => {
    const phone = await house.visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await phone.page.context().request.post('/api/session', { data: { email: ada.email, password: PASSWORD } });
    await openScreening(phone.page, reviewId, 'title-and-abstract');
    const finger = await phone.page.context().newCDPSession(phone.page);
    const swipe = async (from: number, to: number) => {
      const title = await titleAtHand(phone.page);
      const at = (x: number) => ({ touchPoints: [{ x, y: 300 }] });
      await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(from) });
      for (const part of [0.5, 1])
        await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(from + part * (to - from)) });
      await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await phone.page.waitForFunction(before => document.querySelector('h1')?.textContent !== before, title);
    };
    await swipe(120, 300);
    await swipe(300, 120);
    await expect.poll(() => keptOf(ada).then(kept => kept.slice(8)), PATIENT).toEqual(['include', 'exclude']);
    await phone.close();
  });
});
