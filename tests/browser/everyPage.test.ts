import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Demo, fillDemo } from '#services/demo/fillDemo';
import { describeBrowser, type Installation, openInstallation, type Visitor } from '../support/browser.ts';
import type { Body } from '../support/reviewWorld.ts';
import { isOfRoute, webRoutes } from '../support/webRoutes.ts';

/** Where every page is drawn, to be looked at; nowhere if it isn't named. */
const FOLDER = process.env.POOLED_SCREENSHOTS;

const WINDOWS = {
  desk: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'dark', isMobile: true, hasTouch: true },
} as const satisfies Record<string, BrowserContextOptions>;

/** Pages that a visitor sees; the others are the lead's. */
const OF_VISITORS = [
  '/',
  '/sign-in',
  '/sign-up',
  '/password',
  '/password/$token',
  '/invitations/$token',
  '/community-invitations/$token',
  '/certificates/$reviewId/$code',
  '/published/$reviewId',
  '/unsubscribe/$token',
];

/** In the demo, as its lead or a visitor, and in both looks: light at a desk, dark in a hand. */
describeBrowser('every page', () => {
  let house: Installation;
  let demo: Demo;
  const addresses = new Map<string, string>();

  beforeAll(async () => {
    house = await openInstallation();
    demo = await fillDemo(house.world.context());
    const lead = await asLead(WINDOWS.desk);
    for (const [route, address] of await knownAddresses(lead.page, demo)) addresses.set(route, address);
    await lead.close();
  });
  afterAll(() => house?.close());

  async function asLead(options: BrowserContextOptions): Promise<Visitor> {
    const lead = await house.visitor(options);
    const reply = await lead.page.request.post('/api/session', {
      data: { email: demo.email, password: demo.password },
    });
    if (!reply.ok()) throw new Error(`The demo's lead could not sign in: ${reply.status()}`);
    return lead;
  }

  for (const [name, options] of Object.entries(WINDOWS)) {
    // Both at once: each waits for its pages most of the time.
    it.concurrent(`stands in a ${name}’s window without a fault`, { timeout: 600_000 }, async () => {
      const lead = await asLead(options);
      const visitor = await house.visitor(options);
      const faults: string[] = [];
      const waiting = webRoutes();
      expect(waiting.length).toBeGreaterThan(30);
      // A page whose address isn't known yet may be linked from one that comes later.
      for (let left = waiting.length; waiting.length > 0 && left >= 0; left--) {
        const route = waiting.shift() ?? '';
        const address = route.includes('$') ? addresses.get(route) : route;
        if (address === undefined) {
          waiting.push(route);
          continue;
        }
        left = waiting.length + 1;
        const who = OF_VISITORS.includes(route) ? visitor : lead;
        faults.push(...(await visit(who, address, name)).map(fault => `${route}: ${fault}`));
        await noteLinks(who.page, addresses);
      }
      expect(faults).toEqual([]);
      expect(waiting, 'routes that nothing leads to: tell their addresses in knownAddresses').toEqual([]);
      await Promise.all([lead.close(), visitor.close()]);
    });
  }
});

/** What is wrong with a page, in words. */
async function visit(visitor: Visitor, address: string, window: string): Promise<string[]> {
  const { page, troubles, replies } = visitor;
  troubles.length = 0;
  replies.length = 0;
  await page.goto(address, { waitUntil: 'networkidle' });
  await visitor.settled();
  // A busy machine may still be fetching the page's own code; a page that never gets a heading is told of below.
  await page.waitForSelector('h1', { timeout: 20_000 }).catch(() => undefined);
  await draw(page, address, window);
  const found = await page.evaluate(() => ({
    headings: [...document.querySelectorAll('h1')].map(one => one.textContent ?? ''),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    widest: [...document.querySelectorAll('main *')]
      .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map(one => `${one.tagName}.${one.className}`)
      .slice(0, 3)
      .join(' '),
    title: document.title,
  }));
  return [
    ...troubles,
    ...replies.filter(reply => reply.status >= 400).map(reply => `${reply.method} ${reply.path}: ${reply.status}`),
    ...(found.headings.length === 1 ? [] : [`${found.headings.length} main headings: ${found.headings.join(' | ')}`]),
    ...(found.wide > 0 ? [`${found.wide} px wider than the window (${found.widest})`] : []),
    ...(found.title.includes('Pooled') ? [] : [`the window is called "${found.title}"`]),
  ];
}

/** The first link that leads to each route. */
async function noteLinks(page: Page, addresses: Map<string, string>): Promise<void> {
  const hrefs = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="/"]')].map(link => link.getAttribute('href') ?? ''),
  );
  for (const route of webRoutes().filter(one => one.includes('$') && !addresses.has(one))) {
    const address = hrefs.find(href => isOfRoute(route, href.split('?')[0] ?? ''));
    if (address !== undefined) addresses.set(route, address);
  }
}

async function draw(page: Page, address: string, window: string): Promise<void> {
  if (!FOLDER) return;
  mkdirSync(FOLDER, { recursive: true });
  const name = address.replace(/[0-9a-f-]{36}/g, '').replace(/\W+/g, '-');
  await page.screenshot({ path: join(FOLDER, `${window}${name}.png`), fullPage: true });
}

/** Addresses that no link leads to, or that ask for one certain thing of the demo. */
async function knownAddresses(page: Page, demo: Demo): Promise<[string, string][]> {
  const read = async (path: string): Promise<Body> => (await page.request.get(path)).json();
  const review = `/reviews/${demo.reviewId}`;
  const { projects } = await read('/api/projects');
  const projectId = projects[0].projectId;
  const invited = await page.request.post(`/api/projects/${projectId}/invitations`, { data: { roles: ['viewer'] } });
  const { link } = await invited.json();
  await page.request.post(`/api${review}/certificates`);
  const { certificates } = await read(`/api${review}/credit`);
  const said = await page.request.put(`/api${review}/publication`, { data: {} });
  if (!said.ok()) throw new Error(`The demo's review can't be made public: ${await said.text()}`);
  const cohort = await page.request.post('/api/cohorts', {
    data: { name: 'Winter', ranksUntil: new Date(Date.now() + 86_400_000).toISOString() },
  });
  const { id: cohortId } = await cohort.json();
  const community = await page.request.post('/api/communities', { data: { name: 'Lakeside IMG group' } });
  const { id: communityId } = await community.json();
  await page.request.post(`/api/communities/${communityId}/events`, {
    data: { title: 'Reading a forest plot', startsAt: new Date(Date.now() + 86_400_000).toISOString(), capacity: 8 },
  });
  const asked = await page.request.post(`/api/communities/${communityId}/invitations`, { data: { part: 'mentee' } });
  const { link: intoCommunity } = await asked.json();
  const made = await page.request.post('/api/practice-sets', {
    data: {
      ...{ name: 'A short one', includeWhen: 'Trials', forReviewId: demo.reviewId, count: 4 },
      from: { kind: 'finished-review', reviewId: demo.reviewId },
    },
  });
  const { id: finishedSetId } = await made.json();
  const practice = `/practice-sets/${finishedSetId}`;
  for (const { recordId } of (await read(`/api${practice}/records`)).records) {
    await page.request.put(`/api${practice}/records/${recordId}/decision`, { data: { choice: 'include' } });
  }
  await page.request.post(`/api${practice}/completion`);
  const { openings } = await read('/api/openings');
  // The one that people have applied for.
  const isOwn = (one: Body) => one.role === 'screener' && one.may.seeApplicants === null;
  const { openingId } = openings.find(isOwn);
  const { reviews } = await read('/api/reviews');
  const underWay = reviews.find((one: Body) => one.reviewId !== demo.reviewId).reviewId;
  const { records } = await read(`/api${review}/records?limit=1`);
  const { imports } = await read(`/api${review}/imports`);
  const inReview = webRoutes().filter(route => route.startsWith('/reviews/$reviewId'));
  return [
    ...inReview.map((route): [string, string] => [
      route,
      route.replace('/reviews/$reviewId', review).replace('$stage', 'title-and-abstract'),
    ]),
    ['/reviews/$reviewId/screening/$stage', `/reviews/${underWay}/screening/title-and-abstract`],
    ['/invitations/$token', new URL(link).pathname],
    ['/certificates/$reviewId/$code', new URL(certificates[0].url).pathname],
    ['/published/$reviewId', `/published/${demo.reviewId}`],
    ['/mentoring/communities/$communityId', `/mentoring/communities/${communityId}`],
    ['/community-invitations/$token', new URL(intoCommunity).pathname],
    ['/cohorts/$cohortId', `/cohorts/${cohortId}`],
    ['/practice/$practiceSetId/outcome', `/practice/${finishedSetId}/outcome`],
    ['/password/$token', '/password/a-token-that-nobody-has-made-yet'],
    ['/unsubscribe/$token', '/unsubscribe/a-token-that-nobody-has-made-yet'],
    ['/people/$personId', `/people/${demo.leadId}`],
    ['/projects/$projectId', `/projects/${projectId}`],
    ['/projects/$projectId/openings/new', `/projects/${projectId}/openings/new`],
    ['/openings/$openingId', `/openings/${openingId}`],
    ['/openings/$openingId/edit', `/openings/${openingId}/edit`],
    ['/openings/$openingId/applicants', `/openings/${openingId}/applicants`],
    ['/reviews/$reviewId/records/$recordId', `${review}/records/${records[0].recordId}`],
    ['/reviews/$reviewId/search/$importId', `${review}/search/${imports[0].importId}`],
  ].filter(([, address]) => !address?.includes('$')) as [string, string][]; // pairs stay pairs
}
