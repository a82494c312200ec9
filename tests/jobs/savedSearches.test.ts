import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextRunOf } from '#core/protocol/searchRhythm';
import { createPubmed } from '#gateways/pubmed';
import { JOB_HANDLERS } from '#jobs/handlers';
import type { Context } from '#services/context';
import { runDueSearches } from '#services/imports/savedSearches';
import { runJob } from '#services/jobs/jobRun';
import { type EutilsStub, startEutilsStub } from '../support/eutilsStub/startEutilsStub.js';
import { beginReview, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const article = (pmid: number, extra = '', types = '') =>
  `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">${pmid}</PMID><Article><Journal><JournalIssue CitedMedium="Print"><PubDate><Year>2020</Year></PubDate></JournalIssue></Journal><ArticleTitle>Asthma trial ${pmid}</ArticleTitle><Language>eng</Language><PublicationTypeList>${types}</PublicationTypeList></Article>${extra}</MedlineCitation><PubmedData><History><PubMedPubDate PubStatus="entrez"><Year>2020</Year><Month>1</Month><Day>3</Day></PubMedPubDate></History></PubmedData></PubmedArticle>`;
const RETRACTED = article(
  11,
  '<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><PMID>99</PMID></CommentsCorrections></CommentsCorrectionsList>',
  '<PublicationType UI="D016441">Retracted Publication</PublicationType>',
);

function pubmedAt(url: string): Context['pubmed'] {
  const limiter = { acquire: async () => undefined, defer: async () => undefined };
  const client = createPubmed({
    baseUrl: url,
    email: 'ops@example.org',
    tool: 'pooled',
    limiter,
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

describe('a search that is run again', () => {
  let world: World;
  let lead: Somebody;
  let reviewId: string;
  let at: string;
  let searchId: string;
  let first: string;
  const stubs: EutilsStub[] = [];

  /** Runs all jobs that wait, against a PubMed that holds these articles. */
  async function runJobs(articlesXml: readonly string[], now?: Date): Promise<void> {
    const stub = await startEutilsStub({ articlesXml, perSecond: Number.POSITIVE_INFINITY });
    stubs.push(stub);
    const context = { ...world.context(), pubmed: pubmedAt(stub.url), ...(now && { now: () => now }) };
    if (now) await runDueSearches(context);
    const waiting: { job_id: string }[] = await world.database.query(
      "select job_id from jobs where review_id = $1 and state = 'queued' order by created_at",
      [reviewId],
    );
    for (const { job_id: jobId } of waiting) await runJob(context, { reviewId, jobId }, JOB_HANDLERS, true);
  }

  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead');
    ({ reviewId } = await beginReview(lead));
    at = `/api/reviews/${reviewId}`;
    ({ importId: first } = await must(lead, 'post', `${at}/searches`, { query: 'asthma[ti]' }));
    await runJobs([article(11), article(12)]);
    const rows: { search_id: string }[] = await world.database.query(
      'select search_id from searches where review_id = $1',
      [reviewId],
    );
    searchId = rows[0]?.search_id ?? '';
  });
  afterAll(async () => {
    await Promise.all(stubs.map(stub => stub.close()));
    await world.close();
  });

  it('brings only what the review has not, and is an entry of its own with all that it found', async () => {
    const again = await must(lead, 'post', `${at}/searches/${searchId}/runs`);
    const double = await must(lead, 'post', `${at}/searches/${searchId}/runs`);
    expect(double).toEqual(again);
    await runJobs([RETRACTED, article(12), article(13)]);
    expect(await must(lead, 'get', `${at}/imports/${again.importId}`)).toMatchObject({
      state: 'imported',
      recordCount: 1,
      report: { read: 1, alreadyThere: 2, skipped: 0 },
      source: { strategy: 'asthma[ti]', countFound: 3, repeatsSearchId: searchId },
    });
    expect((await must(lead, 'get', `${at}/records`)).total).toBe(3);
  });

  it('asks for retractions too: a record that was withdrawn since raises an alarm, once', async () => {
    const { alarms, checkedAt } = await must(lead, 'get', `${at}/retraction-alarms`);
    expect(alarms).toMatchObject([
      { title: 'Asthma trial 11', pmid: '11', isRetracted: true, notices: ['99'], isIncluded: null },
    ]);
    expect(checkedAt).not.toBeNull();
    const record = await must(lead, 'get', `${at}/records/${alarms[0].recordId}`);
    expect(record.isRetracted).toBe(true);
    await must(lead, 'delete', `${at}/retraction-alarms/${alarms[0].recordId}`);
    await must(lead, 'post', `${at}/retraction-checks`);
    await runJobs([RETRACTED, article(12), article(13)]);
    expect((await must(lead, 'get', `${at}/retraction-alarms`)).alarms).toEqual([]);
  });

  it('runs by itself when its time has come, and not before', async () => {
    await must(lead, 'put', `${at}/searches/${searchId}/rhythm`, { rhythm: 'weekly' });
    const imports = async () => (await must(lead, 'get', `${at}/imports`)).imports.length;
    const before = await imports();
    const found = await must(lead, 'get', `${at}/imports/${first}`);
    const due = new Date(found.source.nextRunAt);
    await runJobs([article(12)], new Date(due.getTime() - 1000));
    expect(await imports()).toBe(before);
    await runJobs([article(12), article(14)], due);
    expect(await imports()).toBe(before + 1);
    await runJobs([article(12), article(14)], due);
    expect(await imports()).toBe(before + 1);
    expect((await must(lead, 'get', `${at}/records`)).total).toBe(4);
  });

  it('what the report says of it can be written, but not the string that Pooled ran', async () => {
    const saved = await lead.agent
      .patch(`${at}/searches/${searchId}`)
      .send({ peerReview: 'PRESS, by a second librarian' });
    expect(saved.status).toBe(204);
    expect((await must(lead, 'get', `${at}/imports/${first}`)).source.peerReview).toBe('PRESS, by a second librarian');
    const refused = await lead.agent.patch(`${at}/searches/${searchId}`).send({ strategy: 'other[ti]' });
    expect(refused.status).toBe(409);
  });
});

it('a month later is the same day of the next month, or its last', () => {
  expect(nextRunOf('monthly', new Date('2026-01-31T10:00:00Z'))).toEqual(new Date('2026-02-28T10:00:00Z'));
  expect(nextRunOf('monthly', new Date('2026-11-23T10:00:00Z'))).toEqual(new Date('2026-12-23T10:00:00Z'));
  expect(nextRunOf('weekly', new Date('2026-12-28T10:00:00Z'))).toEqual(new Date('2027-01-04T10:00:00Z'));
  expect(nextRunOf('never', new Date('2026-01-31T10:00:00Z'))).toBeNull();
});
