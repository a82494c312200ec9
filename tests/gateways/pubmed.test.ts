import { afterEach, describe, expect, it } from 'vitest';
import { createPubmed, type Pubmed } from '#gateways/pubmed';
import { createDatabaseLimiter } from '#gateways/pubmed/databaseLimiter';
import { createProcessLimiter, type Limiter } from '#gateways/pubmed/limiter';
import { readSearchReply } from '#gateways/pubmed/searchReply';
import type { PubmedSettings } from '#gateways/pubmed/settings';
import type { FoundSlice } from '#gateways/pubmed/slices';
import { type EutilsStub, type EutilsStubOptions, startEutilsStub } from '../support/eutilsStub/startEutilsStub.js';
import { describeShared, sharedFile } from '../support/shared.js';

const API_KEY = 'secret-key-of-ours';
const open: Limiter = { acquire: async () => {}, defer: async () => {} };
const stubs: EutilsStub[] = [];

afterEach(async () => {
  await Promise.all(stubs.splice(0).map(stub => stub.close()));
});

/** An article with a title, created on a day. */
function article(pmid: number, title: string, created = '2020-01-01'): string {
  const [year = '', month = '', day = ''] = created.split('-');
  return `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">${pmid}</PMID><Article><Journal><JournalIssue CitedMedium="Print"><PubDate><Year>${year}</Year></PubDate></JournalIssue></Journal><ArticleTitle>${title}</ArticleTitle><Language>eng</Language></Article></MedlineCitation><PubmedData><History><PubMedPubDate PubStatus="entrez"><Year>${year}</Year><Month>${Number(month)}</Month><Day>${Number(day)}</Day></PubMedPubDate></History></PubmedData></PubmedArticle>`;
}

/** `count` articles about asthma, spread over the days of 2020 and 2021. */
function asthma(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + ((index * 37) % 700))).toISOString().slice(0, 10);
    return article(1000 + index, `Asthma trial number ${index}`, day);
  });
}

async function setUp(
  stubOptions: EutilsStubOptions,
  settings: Partial<PubmedSettings> = {},
): Promise<{ stub: EutilsStub; pubmed: Pubmed; waits: number[] }> {
  const stub = await startEutilsStub({ perSecond: Number.POSITIVE_INFINITY, ...stubOptions });
  stubs.push(stub);
  const waits: number[] = [];
  const pubmed = createPubmed({
    baseUrl: stub.url,
    apiKey: API_KEY,
    email: 'ops@example.org',
    tool: 'pooled',
    limiter: open,
    sleep: async ms => {
      waits.push(ms);
    },
    today: () => new Date('2022-06-01T00:00:00Z'),
    ...(stubOptions.cap === undefined ? {} : { cap: stubOptions.cap }),
    ...settings,
  });
  return { stub, pubmed, waits };
}

async function all(pubmed: Pubmed, pmids: readonly string[]) {
  const batches = [];
  for await (const batch of pubmed.fetchXml(pmids)) batches.push(batch);
  return batches;
}

describe('counting what a search finds', () => {
  it('tells the number, how PubMed read the search, and where the set is kept', async () => {
    const { pubmed, stub } = await setUp({ articlesXml: asthma(30) });
    const counted = await pubmed.count('asthma[ti] AND 2020:2021[dp]');
    expect(counted).toMatchObject({
      count: 30,
      queryTranslation: '"asthma"[Title] AND 2020/01/01:2021/12/31[Date - Publication]',
      warnings: [],
    });
    expect(counted.webEnv).toMatch(/^MCID_[0-9a-f]{24}$/);
    expect(stub.requests[0]).toMatchObject({
      method: 'POST',
      parameters: { db: 'pubmed', tool: 'pooled', email: 'ops@example.org', api_key: API_KEY },
    });
  });

  it('takes a search string of any length', async () => {
    const { pubmed } = await setUp({ articlesXml: asthma(3) });
    const long = Array.from({ length: 5000 }, (_, index) => `"word number ${index}"[tiab]`).join(' OR ');
    expect((await pubmed.count(`${long} OR asthma[ti]`)).count).toBe(3);
  });

  it('hands on a phrase that PubMed does not know, with what to write instead', async () => {
    const { pubmed } = await setUp({ articlesXml: asthma(3) });
    const { count, warnings } = await pubmed.count('asthma[ti] OR "no such phrase"[tiab]');
    expect(count).toBe(3);
    expect(warnings).toMatchObject([
      { kind: 'quoted-phrase-not-found', severity: 'warning', repair: '"no such phrase"[tiab:~0]' },
    ]);
  });

  it('hands on a field that PubMed does not know as an error', async () => {
    const { pubmed } = await setUp({ articlesXml: asthma(3) });
    expect((await pubmed.count('asthma[nonsense]')).warnings).toMatchObject([
      { kind: 'field-not-found', severity: 'error', text: 'nonsense' },
    ]);
  });

  it('refuses an empty search in words', async () => {
    const { pubmed } = await setUp({ articlesXml: asthma(1) });
    await expect(pubmed.count('  ')).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('empty'),
    });
  });
});

describe('the ids of a search', () => {
  it('come in one request when there are few', async () => {
    const { pubmed, stub } = await setUp({ articlesXml: asthma(40), cap: 50 });
    const found = await pubmed.searchIds('asthma[ti]');
    expect(stub.requests).toHaveLength(1);
    expect(found).toMatchObject({ count: 40, missing: 0 });
    expect(found.pmids).toHaveLength(40);
    expect(found.slices).toMatchObject([{ days: null, count: 40 }]);
  });

  it('are all had past the cap, each once, in slices no larger than the cap', async () => {
    const { pubmed } = await setUp({ articlesXml: asthma(500), cap: 50 });
    const found = await pubmed.searchIds('asthma[ti]');
    expect(found).toMatchObject({ count: 500, missing: 0 });
    expect(new Set(found.pmids).size).toBe(500);
    expect(Math.max(...found.slices.map(({ count }) => count))).toBeLessThanOrEqual(50);
  });

  it('are all had when one day alone is past the cap', async () => {
    const articlesXml = Array.from({ length: 120 }, (_, index) => article(5000 + index, 'Asthma', '2021-03-04'));
    const { pubmed } = await setUp({ articlesXml, cap: 50 });
    const found = await pubmed.searchIds('asthma[ti]');
    expect(new Set(found.pmids).size).toBe(120);
    expect(found.slices.every(({ pmids }) => pmids !== null)).toBe(true);
  });

  it('goes on after the last slice that was stored, and asks for nothing twice', async () => {
    const articlesXml = [
      ...asthma(300),
      ...Array.from({ length: 80 }, (_, index) => article(9000 + index, 'Asthma', '2020-08-08')),
    ];
    const { pubmed } = await setUp({ articlesXml, cap: 50 });
    const { slices } = await pubmed.searchIds('asthma[ti]');
    for (const broken of [1, 3, Math.floor(slices.length / 2), slices.length]) {
      const stored: FoundSlice[] = [];
      const stop = new Error('the process was killed');
      const first = pubmed.searchIds('asthma[ti]', {
        onSlice: slice => {
          stored.push(slice);
          if (stored.length === broken) throw stop;
        },
      });
      await expect(first).rejects.toBe(stop);
      const rest = await pubmed.searchIds('asthma[ti]', { resumeFrom: stored.at(-1) });
      const ids = [...stored.flatMap(slice => slice.ids), ...rest.pmids];
      expect(ids).toHaveLength(380);
      expect(new Set(ids).size).toBe(380);
    }
  });

  it('goes on within a day that is past the cap, wherever it broke off', async () => {
    const articlesXml = Array.from({ length: 60 }, (_, index) => article(5000 + index, 'Asthma', '2021-03-04'));
    const { pubmed } = await setUp({ articlesXml, cap: 10 });
    const { slices } = await pubmed.searchIds('asthma[ti]');
    expect(slices.length).toBeGreaterThan(5);
    for (const [at, slice] of slices.entries()) {
      const { pmids } = await pubmed.searchIds('asthma[ti]', { resumeFrom: slice });
      expect(pmids.toSorted()).toEqual(
        slices
          .slice(at + 1)
          .flatMap(({ ids }) => ids)
          .toSorted(),
      );
    }
  });

  it('stops when it is cancelled', async () => {
    const { pubmed, stub } = await setUp({ articlesXml: asthma(300), cap: 20 });
    const cancel = new AbortController();
    const search = pubmed.searchIds('asthma[ti]', { signal: cancel.signal, onSlice: () => cancel.abort() });
    await expect(search).rejects.toMatchObject({ name: 'AbortError' });
    const asked = stub.requests.length;
    await new Promise(resolve => setImmediate(resolve));
    expect(stub.requests).toHaveLength(asked);
  });

  it('are never taken for complete when PubMed names fewer than it counts', async () => {
    const { pubmed } = await setUp({
      articlesXml: asthma(10),
      faults: [{ utility: 'esearch', kind: 'fewer-ids' }],
    });
    await expect(pubmed.searchIds('asthma[ti]')).rejects.toMatchObject({
      kind: 'upstream',
      facts: { count: 10, named: 9 },
    });
  });
});

describe('records', () => {
  it('come in batches, and those that PubMed no longer has are named', async () => {
    const { pubmed, stub } = await setUp({ articlesXml: asthma(25) }, { batchSize: 10 });
    const pmids = Array.from({ length: 25 }, (_, index) => String(1000 + index));
    const batches = await all(pubmed, [...pmids, '99999']);
    expect(batches.map(({ requested }) => requested.length)).toEqual([10, 10, 6]);
    expect(batches.flatMap(({ missing }) => missing)).toEqual(['99999']);
    expect(
      batches
        .map(({ xml }) => xml)
        .join('')
        .match(/<PubmedArticle>/g),
    ).toHaveLength(25);
    expect(stub.requests.every(({ method }) => method === 'POST')).toBe(true);
  });

  it('are asked for once, however often an id is named', async () => {
    const { pubmed } = await setUp({ articlesXml: asthma(2) });
    const [batch] = await all(pubmed, ['1000', '1001', '1000']);
    expect(batch?.requested).toEqual(['1000', '1001']);
  });

  it('refuses what is no PMID before asking', async () => {
    const { pubmed, stub } = await setUp({ articlesXml: asthma(1) });
    await expect(all(pubmed, ['1000', 'PMC12'])).rejects.toMatchObject({ kind: 'invalid' });
    expect(stub.requests).toHaveLength(0);
  });

  it('none of which exist are an empty set, not a failure', async () => {
    const { pubmed } = await setUp({ articlesXml: asthma(1) });
    expect(await all(pubmed, ['77'])).toMatchObject([{ missing: ['77'] }]);
  });
});

describe('when PubMed stumbles', () => {
  for (const kind of [
    'rate-limited',
    'rate-limited-as-200',
    'server-error',
    'transient-400',
    'truncated',
    'slow',
    'hang-up',
  ] as const) {
    it(`a fetch gets through after “${kind}”`, async () => {
      const { pubmed } = await setUp({ articlesXml: asthma(5), faults: [{ utility: 'efetch', kind, times: 2 }] });
      const [batch] = await all(pubmed, ['1000', '1001', '1002']);
      expect(batch).toMatchObject({ missing: [] });
      expect(batch?.xml.trimEnd().endsWith('</PubmedArticleSet>')).toBe(true);
    });
  }

  for (const kind of [
    'rate-limited',
    'rate-limited-as-200',
    'server-error',
    'backend-proxy-error',
    'truncated',
    'raw-newline',
    'hang-up',
  ] as const) {
    it(`a search gets through after “${kind}”`, async () => {
      const { pubmed } = await setUp({ articlesXml: asthma(5), faults: [{ utility: 'esearch', kind, times: 2 }] });
      expect((await pubmed.count('asthma[ti]')).count).toBe(5);
    });
  }

  it('waits as long as Retry-After says, and tells all who share the limiter', async () => {
    const deferred: number[] = [];
    const limiter: Limiter = { acquire: async () => {}, defer: async ms => void deferred.push(ms) };
    const { pubmed, waits } = await setUp({ articlesXml: asthma(1), faults: [{ kind: 'rate-limited' }] }, { limiter });
    await pubmed.count('asthma[ti]');
    expect(waits).toEqual([2000]);
    expect(deferred).toEqual([2000]);
  });

  it('waits twice as long from try to try, each time by a chance part more or less', async () => {
    const { pubmed, waits } = await setUp(
      { articlesXml: asthma(1), faults: [{ kind: 'server-error', times: 4 }] },
      { random: () => 0.5 },
    );
    await pubmed.count('asthma[ti]');
    expect(waits).toEqual([500, 1000, 2000, 4000]);
  });

  it('gives up after its tries, in plain words and without a key', async () => {
    const told: unknown[] = [];
    const { pubmed, stub } = await setUp(
      { articlesXml: asthma(1), faults: [{ kind: 'rate-limited', times: 99 }] },
      { tries: 3, log: facts => told.push(facts) },
    );
    const failure: unknown = await pubmed.count('asthma[ti]').catch(error => error);
    expect(failure).toMatchObject({ name: 'Problem', kind: 'upstream', message: expect.stringContaining('3 tries') });
    expect(stub.requests).toHaveLength(3);
    const { message, facts } = failure as { message: string; facts: unknown }; // checked to be a Problem above
    expect(JSON.stringify([message, facts, told])).not.toContain(API_KEY);
    expect(told).toHaveLength(3);
  });

  it('does not ask again where asking can’t help', async () => {
    const fetch = async () => new Response('{"error":"API key invalid","api-key":"x"}', { status: 400 });
    const { pubmed } = await setUp({ articlesXml: [] }, { fetch });
    await expect(pubmed.count('asthma')).rejects.toMatchObject({
      kind: 'upstream',
      message: expect.stringContaining('API key'),
    });
  });
});

describe('spacing of requests', () => {
  /** A clock that moves only when somebody sleeps. */
  function clock() {
    let time = 0;
    return {
      now: () => time,
      sleep: async (ms: number) => {
        time += ms;
      },
    };
  }

  it('lets no more through in any second than PubMed allows', async () => {
    const own = clock();
    const limiter = createProcessLimiter(3, own);
    const times: number[] = [];
    for (let request = 0; request < 20; request++) {
      await limiter.acquire();
      times.push(own.now());
    }
    for (const start of times)
      expect(times.filter(time => time >= start && time < start + 1000).length).toBeLessThanOrEqual(3);
  });

  it('holds everybody back while PubMed asks to wait', async () => {
    const own = clock();
    const limiter = createProcessLimiter(10, own);
    await limiter.defer(2000);
    await limiter.acquire();
    expect(own.now()).toBe(2000);
  });

  it('in the database sleeps as long as the row says, whatever the driver’s shape of an answer', async () => {
    const slept: number[] = [];
    const sleep = async (ms: number) => void slept.push(ms);
    for (const answer of [[{ wait: 250 }], { rows: [{ wait: '250' }] }])
      await createDatabaseLimiter(async () => answer, 3, sleep).acquire();
    await createDatabaseLimiter(async () => [{ wait: -40 }], 3, sleep).acquire();
    expect(slept).toEqual([250, 250]);
    await expect(createDatabaseLimiter(async () => [], 3, sleep).acquire()).rejects.toThrow('eutils_slots');
  });
});

describeShared('eutils', 'recorded answers of E-utilities', () => {
  it('of 2025 give count, ids and translation', () => {
    const reply = readSearchReply(sharedFile('eutils/esearch_json_2025_capwarning.json'));
    expect(reply).toMatchObject({
      count: 10,
      queryTranslation: '"momo syndrome"[Title/Abstract:~0] AND 1970/01/01:2025/12/31[Date - Entry]',
    });
    expect(reply.pmids).toHaveLength(10);
    expect(reply.warnings).toMatchObject([{ kind: 'message', severity: 'note' }]);
  });

  it('of 2019 are told apart: an error is no count, nothing found is 0', () => {
    const bodies: Record<string, unknown> = JSON.parse(sharedFile('eutils/esearch_json_2019.json'));
    expect(() => readSearchReply(JSON.stringify(bodies.undefined_term))).toThrow('empty');
    expect(readSearchReply(JSON.stringify(bodies.unique_term))).toMatchObject({
      count: 1,
      pmids: ['29440426'],
      queryKey: '1',
    });
    expect(readSearchReply(JSON.stringify(bodies.empty_result))).toMatchObject({
      count: 0,
      warnings: [{ kind: 'phrase-not-found' }, { kind: 'message' }],
    });
  });

  it('past the cap break JSON with a raw line break, and are a failure all the same', () => {
    const bodies: Record<string, { body_json?: string }> = JSON.parse(sharedFile('eutils/verbatim_bodies.json'));
    const body = bodies.esearch_retstart_over?.body_json ?? '';
    expect(() => JSON.parse(body)).toThrow();
    expect(() => readSearchReply(body)).toThrow("'retstart' cannot be larger than 9998");
  });

  it('of efetch are each met as they deserve', async () => {
    const bodies: Record<string, { status: number; body?: string; headers?: Record<string, string> }> = JSON.parse(
      sharedFile('eutils/verbatim_bodies.json'),
    );
    const answering = async (name: string) => {
      const { status, body = '', headers = {} } = bodies[name] ?? { status: 0 };
      let asked = 0;
      const fetch = async () => {
        asked += 1;
        return new Response(body, { status, headers });
      };
      const { pubmed } = await setUp({ articlesXml: [] }, { fetch, tries: 2 });
      const outcome = await all(pubmed, ['1']).then(
        batches => batches.flatMap(({ missing }) => missing).join(),
        (error: Error) => error.message,
      );
      return { asked, outcome };
    };
    expect(await answering('efetch_unknown')).toEqual({ asked: 1, outcome: '1' });
    expect(await answering('efetch_bad_id')).toEqual({ asked: 1, outcome: '1' });
    expect(await answering('efetch_cap')).toMatchObject({
      asked: 1,
      outcome: expect.stringContaining('cannot be larger'),
    });
    expect(await answering('efetch_history_gone')).toMatchObject({ asked: 1 });
    expect(await answering('efetch_transient')).toMatchObject({ asked: 2 });
    const limited = await answering('rate_limited');
    expect(limited).toMatchObject({ asked: 2, outcome: expect.stringContaining('too many requests') });
    expect(limited.outcome).not.toContain('203.0.113.7');
  });
});
