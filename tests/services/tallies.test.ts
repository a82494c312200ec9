import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '#core/random';
import { standing } from '#core/screening/standing';
import { CHOICES, STAGES, type Stage, VERDICTS, type Verdict } from '#core/vocabulary';
import type { ReviewStanding } from '#policies/standing';
import { loadStandings, loadTallyKinds } from '#services/records/tallies';
import { archiveEntries } from '#services/reporting/exportReview';
import { importReview } from '#services/reporting/importReview';
import { loadSituationsOf } from '#services/screening/situations';
import { standInReview } from '#services/standing';
import { inventedRis } from '../support/inventedRis.ts';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const RECORDS = 12;
const ROUNDS = 20;
const AT_ONCE = 4;

describe('the stored tallies of decisions', () => {
  let world: World;
  let lead: Somebody;
  let team: Somebody[];
  let projectId: string;
  let reviewId: string;
  let recordIds: string[];
  let criteria: string[];

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    lead = await world.person('Lena Lead');
    team = [await world.person('Ann'), await world.person('Ben'), await world.person('Cyd')];
    ({ projectId, reviewId } = await beginReview(lead));
    for (const person of team) await join(lead, projectId, person, ['screener']);
    await importText(world, lead, reviewId, inventedRis(RECORDS));
    const { records } = await must(lead, 'get', `/api/reviews/${reviewId}/records?limit=100`);
    recordIds = records.map((record: Body) => record.recordId);
    criteria = [];
    for (const text of ['Not a trial', 'Not in adults']) {
      criteria.push((await must(lead, 'post', `/api/reviews/${reviewId}/criteria`, { kind: 'exclude', text })).id);
    }
  });
  afterAll(() => world.close());

  const viewerIn = async (where: World): Promise<ReviewStanding> =>
    standInReview(where.context(), { personId: lead.personId, isAdministrator: false }, reviewId);

  /** What each record's decisions say, from the decisions themselves and from its tally. */
  async function bothWays(where: World, viewer: ReviewStanding, stage: Stage) {
    const ctx = where.context();
    const situations = await loadSituationsOf(ctx, viewer, stage, recordIds);
    const computed = Object.fromEntries([...situations].map(([id, situation]) => [id, standing(situation)]));
    const stored = Object.fromEntries(await loadStandings(ctx, viewer, stage, recordIds));
    return { computed, stored };
  }

  /** The ways in which a stage may be screened; what is stored is the same for all. */
  function everyRule(viewer: ReviewStanding): ReviewStanding[] {
    return (['single', 'double', 'share'] as const).map(mode => {
      const rule = { mode, sharePercent: 40, seed: 7 };
      return { ...viewer, rules: { 'title-and-abstract': rule, 'full-text': rule } };
    });
  }

  const deeds = (random: () => number) => {
    const busy = recordIds.slice(0, 5);
    const one = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T; // never empty here
    const at = `/api/reviews/${reviewId}`;
    return [
      // Most deeds are decisions.
      ...Array.from({ length: 12 }, () => () => {
        const stage = random() < 0.8 ? 'title-and-abstract' : 'full-text';
        const choice = one(CHOICES);
        const criterionId = stage === 'full-text' && choice === 'exclude' ? one(criteria) : null;
        return one(team)
          .agent.put(`${at}/screening/${stage}/records/${one(busy)}/decision`)
          .send({ choice, criterionId });
      }),
      () => one(team).agent.delete(`${at}/screening/title-and-abstract/records/${one(busy)}/decision`),
      () =>
        lead.agent.post(`${at}/assignments/${one(STAGES)}`).send({
          personIds: [one(team).personId],
          which: { kind: 'chosen', recordIds: [one(recordIds), one(recordIds)] },
        }),
      () => lead.agent.delete(`${at}/assignments/title-and-abstract/people/${one(team).personId}`),
      () =>
        lead.agent
          .put(`${at}/screening/title-and-abstract/records/${one(busy)}/adjudication`)
          .send({ choice: one(['include', 'exclude']), reason: 'So it is.' }),
      () => lead.agent.delete(`${at}/screening/title-and-abstract/records/${one(busy)}/adjudication`),
      () => lead.agent.delete(`/api/projects/${projectId}/members/${one(team.slice(1)).personId}`),
      async () => join(lead, projectId, one(team.slice(1)), ['screener']).catch(() => undefined),
    ];
  };

  it('say at every moment what the decisions say, whatever is done at the same time', async () => {
    const random = randomFrom(20261130);
    const done = new Map<number, number>();
    const verdicts = new Set<Verdict>();
    await must(lead, 'post', `/api/reviews/${reviewId}/assignments/title-and-abstract`, {
      personIds: team.slice(0, 2).map(person => person.personId),
    });
    for (let round = 0; round < ROUNDS; round++) {
      const all = deeds(random);
      const some = Array.from({ length: AT_ONCE }, () => all[Math.floor(random() * all.length)]);
      for (const reply of await Promise.all(some.map(deed => deed?.()))) {
        if (reply) done.set(reply.status, (done.get(reply.status) ?? 0) + 1);
      }
      for (const viewer of everyRule(await viewerIn(world))) {
        for (const stage of STAGES) {
          const { computed, stored } = await bothWays(world, viewer, stage);
          for (const { verdict } of Object.values(computed)) verdicts.add(verdict);
          expect(stored, `round ${round}, ${stage}, ${viewer.rules[stage].mode}`).toEqual(computed);
        }
      }
    }
    expect(done.get(500) ?? 0).toBe(0);
    expect(verdicts, 'the deeds made every verdict there is').toEqual(new Set(VERDICTS));
  });

  async function everybodyIsBack() {
    for (const person of team) await join(lead, projectId, person, ['screener']).catch(() => undefined);
    await must(lead, 'post', `/api/reviews/${reviewId}/assignments/title-and-abstract`, {
      personIds: team.map(person => person.personId),
      which: { kind: 'chosen', recordIds: recordIds.slice(6) },
    });
  }

  it('count both of two people who decide at the same moment', async () => {
    const at = `/api/reviews/${reviewId}/screening/title-and-abstract/records`;
    await everybodyIsBack();
    for (const recordId of recordIds.slice(6)) {
      await Promise.all(
        team.map(person => person.agent.put(`${at}/${recordId}/decision`).send({ choice: 'include', note: '' })),
      );
    }
    const { computed, stored } = await bothWays(world, await viewerIn(world), 'title-and-abstract');
    expect(stored).toEqual(computed);
    const rows: { tally: string }[] = await world.database.query(
      `select tally from record_tallies where stage = 'title-and-abstract' and record_id = any($1)`,
      [recordIds.slice(6)],
    );
    expect(rows.length).toBe(recordIds.length - 6);
    // Each was given to two; a third person isn't asked.
    for (const { tally } of rows) expect(tally).toMatch(/^[23] [123] /);
  });

  it('give each record one verdict, by kinds of tally as one by one', async () => {
    for (const viewer of everyRule(await viewerIn(world))) {
      const { verdicts, byRecord } = await loadTallyKinds(world.context(), viewer, 'title-and-abstract');
      const rows: { record_id: string; tally: string }[] = await world.database.query(
        `select record_id, tally from record_tallies where review_id = $1 and stage = 'title-and-abstract'`,
        [reviewId],
      );
      const { computed } = await bothWays(world, viewer, 'title-and-abstract');
      for (const { record_id: recordId, tally } of rows) {
        expect(byRecord.get(recordId) ?? verdicts.get(tally), tally).toBe(computed[recordId]?.verdict);
      }
    }
  });

  it('are made anew where an archive of the review is read', async () => {
    const viewer = await viewerIn(world);
    const texts = new Map<string, string>();
    for (const { name, text } of await archiveEntries(world.context(), viewer)) texts.set(name, text);
    const other = await createWorld();
    try {
      await importReview(other.context(), texts);
      for (const stage of STAGES) {
        const there = await bothWays(other, viewer, stage);
        expect(there.stored).toEqual(there.computed);
        expect(there.stored).toEqual((await bothWays(world, viewer, stage)).stored);
      }
    } finally {
      await other.close();
    }
  });

  it('go with the records of an import that is undone', async () => {
    await everybodyIsBack();
    const importId = await importText(world, lead, reviewId, inventedRis(3).replaceAll('10.5555/many', '10.5555/gone'));
    const { records } = await must(lead, 'get', `/api/reviews/${reviewId}/records?import=${importId}`);
    await must(lead, 'post', `/api/reviews/${reviewId}/assignments/title-and-abstract`, {
      personIds: team.slice(0, 2).map(person => person.personId),
      which: { kind: 'chosen', recordIds: records.map((record: Body) => record.recordId) },
    });
    const count = async () =>
      (await world.database.query('select 1 from record_tallies where review_id = $1', [reviewId])).length;
    const before = await count();
    await must(lead, 'delete', `/api/reviews/${reviewId}/imports/${importId}`);
    await world.runJobs();
    expect(before - (await count())).toBe(3);
  });
});
