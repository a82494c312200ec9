import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPubmed } from '#gateways/pubmed';
import { JOB_HANDLERS } from '#jobs/handlers';
import type { Context } from '#services/context';
import { runJob } from '#services/jobs/jobRun';
import type { Fault } from '../support/eutilsStub/faults.js';
import { type EutilsStub, startEutilsStub } from '../support/eutilsStub/startEutilsStub.js';
import { beginReview, must } from '../support/reviewWorld.ts';
import { Killed, killedAtTransaction, lastJob } from '../support/startMidway.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const FOUND = 55;
const BATCH = 10;

const article = (place: number) =>
  `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">${5000 + place}</PMID><Article><Journal><JournalIssue CitedMedium="Print"><PubDate><Year>2020</Year></PubDate></JournalIssue></Journal><ArticleTitle>Asthma trial number ${place}</ArticleTitle><Language>eng</Language></Article></MedlineCitation><PubmedData><History><PubMedPubDate PubStatus="entrez"><Year>2020</Year><Month>${1 + (place % 12)}</Month><Day>3</Day></PubMedPubDate></History></PubmedData></PubmedArticle>`;
const ARTICLES = Array.from({ length: FOUND }, (_, place) => article(place));

/** As `introduce` wires it, without waiting. */
function pubmedAt(url: string): Context['pubmed'] {
  const client = createPubmed({
    baseUrl: url,
    apiKey: undefined,
    email: 'ops@example.org',
    tool: 'pooled',
    batchSize: BATCH,
    limiter: { acquire: async () => undefined, defer: async () => undefined },
    sleep: async () => undefined,
  });
  return {
    count: async query => {
      const { count, queryTranslation, warnings } = await client.count(query);
      return { count, queryTranslation, warnings: warnings.map(warning => warning.message) };
    },
    searchIds: async query => (await client.searchIds(query)).pmids,
    fetchXml: async function* (pmids) {
      for await (const { xml, requested } of client.fetchXml(pmids)) yield { xml, asked: requested.length };
    },
  };
}

describe('the job that searches PubMed', () => {
  let world: World;
  let lead: Somebody;
  let at: string;
  let reviewId: string;
  let importId: string;
  let key: { reviewId: string; jobId: string };
  const stubs: EutilsStub[] = [];

  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead');
  });
  afterAll(async () => {
    await Promise.all(stubs.map(stub => stub.close()));
    await world.close();
  });
  beforeEach(async () => {
    ({ reviewId } = await beginReview(lead));
    at = `/api/reviews/${reviewId}`;
    ({ importId } = await must(lead, 'post', `${at}/searches`, { query: 'asthma[ti]' }));
    key = await lastJob(world, reviewId);
  });

  async function begin(faults: readonly Fault[] = []) {
    const stub = await startEutilsStub({ articlesXml: ARTICLES, perSecond: Number.POSITIVE_INFINITY, faults });
    stubs.push(stub);
    return { stub, context: { ...world.context(), pubmed: pubmedAt(stub.url) } };
  }

  const run = (context: Context, isLastTry = false) => runJob(context, key, JOB_HANDLERS, isLastTry);

  async function pmids(): Promise<string[]> {
    const rows: { pmid: string }[] = await world.database.query(
      'select pmid from search_records where review_id = $1 order by position',
      [reviewId],
    );
    return rows.map(row => row.pmid);
  }

  it('keeps the string as run, the day, the count and what PubMed made of it', async () => {
    await run((await begin()).context);
    const found = await must(lead, 'get', `${at}/imports/${importId}`);
    expect(found).toMatchObject({
      state: 'imported',
      recordCount: FOUND,
      report: { read: FOUND, skipped: 0 },
      source: { name: 'PubMed', strategy: 'asthma[ti]', countFound: FOUND },
    });
    expect(found.source.translatedStrategy).toMatch(/asthma/);
    expect(found.source.ranOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('gets every record once through a server that fails in all its ways', async () => {
    const { context } = await begin([
      { kind: 'rate-limited' },
      { utility: 'esearch', kind: 'raw-newline' },
      { utility: 'efetch', kind: 'truncated' },
      { utility: 'efetch', kind: 'server-error', after: 1 },
      { utility: 'efetch', kind: 'hang-up', after: 2 },
      { utility: 'efetch', kind: 'transient-400', after: 3 },
    ]);
    await run(context);
    const stored = await pmids();
    expect(stored).toHaveLength(FOUND);
    expect(new Set(stored).size).toBe(FOUND);
  });

  // One transaction for the count, six for the batches, one to make them seen.
  for (const [n, moment] of [
    [1, 'after'],
    [3, 'before'],
    [3, 'after'],
    [7, 'after'],
    [8, 'before'],
  ] as const) {
    it(`goes on where it was when its process is killed ${moment} transaction ${n}`, async () => {
      const { context, stub } = await begin();
      await expect(run({ ...context, db: killedAtTransaction(context.db, n, moment) })).rejects.toThrow(Killed);
      const before = stub.requests.filter(request => request.utility === 'efetch').length;
      await run(context);
      const stored = await pmids();
      expect(stored).toHaveLength(FOUND);
      expect(new Set(stored).size).toBe(FOUND);
      const fetched = stub.requests.filter(request => request.utility === 'efetch').length;
      // At most the batch that was under way is asked for again.
      expect(fetched).toBeLessThanOrEqual(Math.ceil(FOUND / BATCH) + 1);
      expect(fetched).toBeGreaterThanOrEqual(before);
      expect((await must(lead, 'get', `${at}/records`)).total).toBe(FOUND);
    });
  }

  it('keeps the places of records when PubMed has grown in between', async () => {
    const { context, stub } = await begin();
    await expect(run({ ...context, db: killedAtTransaction(context.db, 3, 'after') })).rejects.toThrow(Killed);
    const first = await pmids();
    stub.add([article(99)]);
    await run(context);
    const stored = await pmids();
    expect(stored).toHaveLength(FOUND);
    expect(stored.slice(0, first.length)).toEqual(first);
  });

  it('takes back what it stored when somebody stops it', async () => {
    const { context } = await begin();
    await expect(run({ ...context, db: killedAtTransaction(context.db, 4, 'after') })).rejects.toThrow(Killed);
    expect((await pmids()).length).toBeGreaterThan(0);
    await must(lead, 'post', `${at}/jobs/${key.jobId}/cancellation`);
    await run(context);
    expect(await pmids()).toEqual([]);
    expect(await must(lead, 'get', `${at}/jobs/${key.jobId}`)).toMatchObject({ state: 'cancelled' });
    await must(lead, 'delete', `${at}/imports/${importId}`);
  });

  it('tells in words when PubMed stays away, and keeps nothing half-done', async () => {
    const { context } = await begin([{ utility: 'efetch', kind: 'server-error', times: 1000, after: 2 }]);
    await run(context, true).catch(() => undefined);
    const job = await must(lead, 'get', `${at}/jobs/${key.jobId}`);
    expect(job.state).toBe('failed');
    expect(job.sentence).not.toMatch(/undefined|\[object|Error:/);
    expect(await pmids()).toEqual([]);
    expect((await must(lead, 'get', `${at}/imports/${importId}`)).state).toBe('failed');
  });
});
