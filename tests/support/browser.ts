import { existsSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import pino from 'pino';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';
import { silentQueueLogger } from '#gateways/database/silentQueueLogger';
import { startWorker } from '#jobs/startWorker';
import { createWorld, type World } from './world.ts';

/** Debian's Chromium; CHROMIUM_PATH names another one. */
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A window of its own, still, and in nobody's country but the tests'. */
const USUAL: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  reducedMotion: 'reduce',
  acceptDownloads: true,
};

/**
 * A block of tests that clicks through pages. Without a Chromium it is skipped and says so. With REQUIRE_BROWSER=1 (as on
 * CI) it runs, and fails.
 */
export function describeBrowser(name: string, tests: () => void): void {
  if (process.env.REQUIRE_BROWSER === '1' || existsSync(CHROMIUM)) describe(name, tests);
  else describe.skip(`${name} (skipped: no Chromium at ${CHROMIUM}; CHROMIUM_PATH names another)`, tests);
}

/** An installation that answers on a port of its own, with a worker that takes its jobs, and a browser beside it. */
export interface Installation {
  readonly url: string;
  readonly world: World;
  readonly browser: Browser;
  /** A visitor with a window, cookies and storage of their own. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
  close(): Promise<void>;
}

/** A browser's window, with all that went wrong in it and all that the server told it. */
export interface Visitor {
  readonly page: Page;
  /** Errors of the console (a broken content security policy is one), and exceptions of the page's code. */
  readonly troubles: string[];
  /** Every reply of the API, as text, since the window opened or since somebody emptied the list. */
  readonly replies: Reply[];
  /** Waits until the text of every reply so far is in `replies`. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface Reply {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly text: string;
}

export async function openInstallation(): Promise<Installation> {
  if (!existsSync('dist/web/index.html')) throw new Error('The pages are not built: run `npm run build:web` first.');
  // The port is known before the installation is, because its letters and links name it.
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on a port, not a pipe
  const url = `http://127.0.0.1:${port}`;
  const world = await createWorld({}, { PUBLIC_URL: url });
  answer = world.app;
  const stopWorker = await work(world);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    url,
    world,
    browser,
    visitor: options => visit(browser, url, options),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await stopWorker();
      await world.close();
    },
  };
}

async function work(world: World): Promise<() => Promise<void>> {
  return startWorker({
    databaseUrl: world.databaseUrl,
    concurrency: 1,
    context: world.context,
    openLifeline: async () => {
      const lifeline = new Client({ connectionString: world.databaseUrl });
      await lifeline.connect();
      return lifeline;
    },
    log: pino({ level: 'silent' }),
    queueLogger: silentQueueLogger,
  });
}

async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ ...USUAL, baseURL: url, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  const replies: Reply[] = [];
  const coming = new Set<Promise<void>>();
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', error => troubles.push(error.stack ?? error.message));
  page.on('response', response => {
    const { pathname, search } = new URL(response.url());
    if (!pathname.startsWith('/api/')) return;
    const request = response.request();
    const read = response.text().then(
      text => void replies.push({ method: request.method(), path: pathname + search, status: response.status(), text }),
      () => undefined, // a file that went to a download, or a page that was left meanwhile: there is nothing to read
    );
    coming.add(read);
    void read.finally(() => coming.delete(read));
  });
  return {
    page,
    troubles,
    replies,
    settled: async () => {
      await page.waitForLoadState('networkidle');
      await Promise.all(coming);
    },
    close: () => context.close(),
  };
}
