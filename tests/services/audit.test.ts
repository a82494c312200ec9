import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackZip } from '#gateways/zip';
import { sealEvents, sealReview } from '#services/audit/sealEvents';
import { verifyReview } from '#services/audit/verifyAudit';
import { perform } from '#services/perform';
import { archiveEntries } from '#services/reporting/exportReview';
import { importReview } from '#services/reporting/importReview';
import { TABLES_OF_THE_FIRST_VERSION } from '#services/reporting/reviewTables';
import { standInReview } from '#services/standing';
import { inventedRis } from '../support/inventedRis.ts';
import { preparedFile } from '../support/preparedFile.ts';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** A review in which a little of everything has happened. */
async function workedReview(world: World, lead: Somebody, ben: Somebody) {
  const { projectId, reviewId } = await beginReview(lead);
  await join(lead, projectId, ben, ['screener']);
  const at = `/api/reviews/${reviewId}`;
  await must(lead, 'post', `${at}/question-versions`, {
    frame: 'PICO',
    basedOn: 0,
    slots: [{ slot: 'population', text: 'adults' }],
  });
  const { id: criterionId } = await must(lead, 'post', `${at}/criteria`, { kind: 'exclude', text: 'Not a trial' });
  await importText(world, lead, reviewId, inventedRis(4));
  await must(lead, 'post', `${at}/duplicate-runs`);
  await world.runJobs();
  const { records } = await must(lead, 'get', `${at}/records`);
  await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [lead.personId, ben.personId] });
  for (const [place, { recordId }] of records.entries()) {
    const path = `${at}/screening/title-and-abstract/records/${recordId}/decision`;
    await must(lead, 'put', path, { choice: 'include' });
    await must(ben, 'put', path, { choice: place === 0 ? 'exclude' : 'include', note: 'Ünïcode “note”' });
  }
  const conflicted = `${at}/screening/title-and-abstract/records/${records[0].recordId}/adjudication`;
  await must(lead, 'put', conflicted, { choice: 'exclude', criterionId, reason: 'No trial' });
  const { id: outcomeId } = await must(lead, 'post', `${at}/outcomes`, { name: 'Recovery', kind: 'dichotomous' });
  for (const [label, events] of [
    ['First 2001', 3],
    ['Second 2002', 5],
  ] as const) {
    const { id: studyId } = await must(lead, 'post', `${at}/studies`, { label });
    const { studies } = await must(lead, 'get', `${at}/extraction`);
    const { arms } = studies.find((study: Body) => study.studyId === studyId);
    for (const [place, arm] of arms.entries()) {
      await must(lead, 'put', `${at}/studies/${studyId}/arms/${arm.armId}/results/${outcomeId}`, {
        events: events + place,
        total: 20,
      });
    }
  }
  const { id: painId } = await must(lead, 'post', `${at}/outcomes`, { name: 'Pain', kind: 'continuous' });
  const { studies } = await must(lead, 'get', `${at}/extraction`);
  const [{ studyId, arms }] = studies;
  await must(lead, 'put', `${at}/studies/${studyId}/arms/${arms[0].armId}/results/${painId}`, {
    ...{ mean: 12, standardDeviation: 4.2, total: 49, answered: ['se-taken-for-sd'] },
    conversion: { conversion: 'sd-from-se', given: { mean: 12, se: 0.6, total: 49 } },
  });
  await must(lead, 'post', `${at}/analyses`, { name: 'Main', outcomeId, specification: { measure: 'RR' } });
  return { reviewId, at };
}

describe('the audit of a review', () => {
  let world: World;
  let lead: Somebody;
  let ben: Somebody;
  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead');
    ben = await world.person('Ben Screener');
  });
  afterAll(() => world.close());

  it('lets no deed through without an event, and then keeps nothing of the deed either', async () => {
    const work = perform(world.context(), lead, 'silent-deed', async tx => {
      await tx.db.query("insert into settings (name, value) values ('silent', 'x')");
    });
    await expect(work).rejects.toThrow(/left no audit event/);
    expect(await world.database.query("select 1 from settings where name = 'silent'")).toEqual([]);
  });

  it('keeps no event of a deed that failed', async () => {
    const work = perform(world.context(), lead, 'failing-deed', async tx => {
      tx.witness({ subjectKind: 'person', subjectId: lead.personId });
      throw new Error('half-way');
    });
    await expect(work).rejects.toThrow('half-way');
    expect(await world.database.query("select 1 from site_events where deed = 'failing-deed'")).toEqual([]);
  });

  it('is written by one way alone: no service writes to the database but through perform', async () => {
    const folder = 'src/services';
    const files = (await readdir(folder, { recursive: true })).filter(file => file.endsWith('.ts'));
    // The seals and an archive's own rows are written as they are; a running job tells its progress; an order follows
    // from decisions that are events; a search by words is asked in a transaction of its own, in which it only reads.
    const exempt = new Set([
      ...[
        'audit/sealEvents.ts',
        'reporting/importReview.ts',
        'jobs/jobRun.ts',
        'people/gatherAccount.ts',
        'madeFiles/makeFile.ts',
      ],
      ...[
        'reporting/runPreparedExport.ts',
        'screening/rankDueReviews.ts',
        'screening/takeTurns.ts',
        'records/askByWords.ts',
      ],
    ]);
    const guilty: string[] = [];
    for (const file of files) {
      if (exempt.has(file)) continue;
      const text = await readFile(`${folder}/${file}`, 'utf8');
      if (/\bctx\.db\.(insert|update|delete|save|remove|upsert|transaction|increment)\b/.test(text)) {
        if (file !== 'perform.ts') guilty.push(file);
      }
    }
    expect(files.length).toBeGreaterThan(50);
    expect(guilty).toEqual([]);
  });

  it('seals every event once when four workers seal at the same time', async () => {
    const { reviewId } = await workedReview(world, lead, ben);
    await Promise.all([1, 2, 3, 4].map(() => sealEvents(world.context())));
    await sealReview(world.context(), reviewId);
    const { chain, unsealed } = await verifyReview(world.context(), reviewId);
    const [{ n }] = await world.database.query('select count(*)::int as n from audit_events where review_id = $1', [
      reviewId,
    ]);
    expect(chain).toMatchObject({ holds: true, length: n });
    expect(unsealed).toBe(0);
  });

  describe('when somebody tampers with it', () => {
    let reviewId: string;
    let at: string;
    const tamper = (sql: string) => world.database.query(sql, [reviewId]);
    const find = async () => (await verifyReview(world.context(), reviewId)).chain;
    beforeAll(async () => {
      ({ reviewId, at } = await workedReview(world, lead, ben));
      await sealReview(world.context(), reviewId);
    });

    it.each([
      [
        'changes what was chosen',
        `update audit_events set facts = jsonb_set(facts, '{choice}', '"exclude"') where review_id = $1 and event_id =
           (select event_id from audit_events where review_id = $1 and facts ->> 'choice' = 'include' limit 1)`,
        /not what was sealed/,
      ],
      [
        'says that somebody else did it',
        "update audit_events set actor_id = null where review_id = $1 and deed = 'add-criterion'",
        /not what was sealed/,
      ],
      [
        'moves an event in time',
        `update audit_events set at = at - interval '1 day' where review_id = $1 and deed = 'add-criterion'`,
        /not what was sealed/,
      ],
      ['removes an event', `delete from audit_events where review_id = $1 and deed = 'adjudicate-record'`, /is gone/],
      ['removes a seal', 'delete from audit_seals where review_id = $1 and position = 3', /is missing/],
      [
        'swaps two events',
        `update audit_seals set event_id = case position
           when 2 then (select event_id from audit_seals where review_id = $1 and position = 5)
           else (select event_id from audit_seals where review_id = $1 and position = 2) end
         where review_id = $1 and position in (2, 5)`,
        /not what was sealed/,
      ],
    ])('finds out that somebody %s', async (_what, sql, because) => {
      expect(await find()).toMatchObject({ holds: true });
      const runner = world.database.createQueryRunner();
      try {
        await runner.startTransaction();
        await runner.query('set constraints all deferred');
        await runner.query('alter table audit_seals disable trigger all');
        await runner.query('alter table audit_seals drop constraint one_seal_per_event');
        await runner.query('alter table audit_events disable trigger all');
        await runner.query(sql, [reviewId]);
        const found = await verifyReview({ ...world.context(), db: runner.manager }, reviewId);
        expect(found.chain).toMatchObject({ holds: false, because: expect.stringMatching(because) });
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    });

    it('tells the lead on the page which link it is', async () => {
      await tamper(`update audit_events set deed = 'remove-study' where review_id = $1 and deed = 'add-criterion'`);
      const { chain } = await must(lead, 'get', `${at}/audit-events`);
      expect(chain.holds).toBe(false);
      expect(chain.because).toMatch(/^Link \d+: the event is not what was sealed$/);
    });
  });
});

describe('a review that moves house', () => {
  let world: World;
  let other: World;
  let texts: Map<string, string>;
  let reviewId: string;
  let at: string;
  let lead: Somebody;
  beforeAll(async () => {
    world = await createWorld();
    other = await createWorld();
    lead = await world.person('Lena Lead');
    ({ reviewId, at } = await workedReview(world, lead, await world.person('Ben Screener')));
    texts = await unpackZip(await preparedFile(world, lead, at, 'review.zip'));
  });
  afterAll(() => Promise.all([world.close(), other.close()]));

  const rowsOf = async () => (await other.database.query('select count(*)::int as n from search_records'))[0].n;
  const changed = (name: string, text: string) => new Map([...texts, [name, text]]);

  it.each([
    ['without its head', () => new Map([...texts].filter(([name]) => name !== 'review.json')), /review\.json/],
    ['of another format', () => changed('review.json', '{"format":"pooled-review/99"}'), /pooled-review\/99/],
    ['whose head is no JSON', () => changed('review.json', '{"format"'), /not valid JSON/],
    ['that lacks a table', () => new Map([...texts].filter(([name]) => !name.includes('auditSeals'))), /lacks/],
    ['with a broken line', () => changed('tables/records.ndjson', '{"reviewId":'), /line 1: not valid JSON/],
    [
      'with a row of another review',
      () => changed('tables/auditEvents.ndjson', '{"reviewId":"00000000-0000-4000-8000-000000000000"}\n'),
      /another review/,
    ],
    ['whose head lacks the review', () => changed('review.json', '{"format":"pooled-review/1"}'), /./],
    [
      'with a record twice',
      () => changed('tables/records.ndjson', (texts.get('tables/records.ndjson') ?? '').repeat(2)),
      /./,
    ],
  ])('refuses an archive %s, whole', async (_what, archive, words) => {
    await expect(importReview(other.context(), archive())).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringMatching(words),
    });
    expect(await rowsOf()).toBe(0);
    expect(await other.database.query('select 1 from projects')).toEqual([]);
    expect(await other.database.query('select 1 from persons')).toEqual([]);
  });

  it('comes out of an empty database equal to the byte, with its chain whole', async () => {
    const imported = await importReview(other.context(), texts);
    expect(imported.reviewId).toBe(reviewId);
    const viewer = await standInReview(other.context(), { personId: lead.personId, isAdministrator: false }, reviewId);
    const again = new Map((await archiveEntries(other.context(), viewer)).map(({ name, text }) => [name, text]));
    expect([...again.keys()]).toEqual([...texts.keys()]);
    for (const [name, text] of texts) expect(again.get(name), name).toBe(text);
    const there = await verifyReview(other.context(), reviewId);
    const here = await verifyReview(world.context(), reviewId);
    expect(there.chain).toEqual(here.chain);
    expect(there.chain.holds).toBe(true);
  });

  it('refuses to come in twice', async () => {
    await expect(importReview(other.context(), texts)).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('is read too when an earlier version made it, which knew fewer tables and named none', async () => {
    const head = JSON.parse(texts.get('review.json') ?? '{}');
    const kept = [...texts].filter(([name]) => {
      const table = /^tables\/(\w+)\.ndjson$/.exec(name)?.[1];
      return table === undefined || TABLES_OF_THE_FIRST_VERSION.includes(table);
    });
    expect(kept.length).toBeLessThan(texts.size);
    const old = await createWorld();
    try {
      const archive = new Map([...kept, ['review.json', JSON.stringify({ ...head, tables: undefined })]]);
      expect((await importReview(old.context(), archive)).reviewId).toBe(reviewId);
      expect((await verifyReview(old.context(), reviewId)).chain.holds).toBe(true);
    } finally {
      await old.close();
    }
  });

  it('carries no e-mail address and no password', () => {
    const all = [...texts.values()].join('\n');
    expect(all).not.toMatch(/@example\.org/);
    expect(all).not.toMatch(/argon2/);
  });
});
