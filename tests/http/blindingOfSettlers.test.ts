import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { modeOfRecord } from '#core/screening/secondScreener';
import type { Choice } from '#core/vocabulary';
import { type Body, must } from '../support/reviewWorld.ts';
import {
  createTwin,
  decide,
  expectSame,
  giveOut,
  ownWrites,
  RECORDS,
  readAll,
  settleAll,
  type Twin,
} from '../support/twins.ts';
import { type Somebody } from '../support/world.ts';

/** Each test reads whatever can be read in both worlds, twice: slow on a busy machine. */
vi.setConfig({ testTimeout: 240_000 });

describe.each([
  { who: 'a lead who screens', roles: ['lead', 'screener'] as const },
  { who: 'an adjudicator who screens', roles: ['adjudicator', 'screener'] as const },
])('two worlds in which Ben differs on records that she has yet to decide on: $who', ({ roles }) => {
  let twins: readonly [Twin, Twin];
  /** The first record is decided alike in both worlds, and she decides it too; the rest differ. */
  const BENS: readonly (readonly Choice[])[] = [
    ['include', 'include', 'exclude', 'include'],
    ['include', 'exclude', 'include', 'unsure'],
  ];
  beforeAll(async () => {
    twins = [await createTwin(roles), await createTwin(roles)];
    for (const [world, twin] of twins.entries()) {
      for (const [place, choice] of (BENS[world] ?? []).entries()) {
        await decide(twin, twin.ben, 'title-and-abstract', place, choice);
      }
      await decide(twin, twin.ann, 'title-and-abstract', 0, 'exclude');
    }
  });
  afterAll(() => Promise.all(twins.map(twin => twin.world.close())));

  it('tells her the same, though she sees the conflict on the record that both have decided', async () => {
    await expectSame(twins, readAll);
    const { conflicts } = await must(twins[0].ann, 'get', `${twins[0].at}/conflicts/title-and-abstract`);
    expect(conflicts.map((one: Body) => one.record.recordId)).toEqual([twins[0].recordIds[0]]);
  });

  it('answers her own first decisions in the same words', async () => {
    for (const [place, choice] of (['include', 'include', 'include'] as const).entries()) {
      const path = (twin: Twin) =>
        `${twin.at}/screening/title-and-abstract/records/${twin.recordIds[place + 1]}/decision`;
      await expectSame(twins, async twin => {
        const reply = await twin.ann.agent.put(path(twin)).send({ choice });
        return [twin.plain(`${reply.status} ${reply.text}`)];
      });
    }
  });

  it('refuses to change a decision on a record whose others she may see', async () => {
    for (const twin of twins) {
      const path = `${twin.at}/screening/title-and-abstract/records/${twin.recordIds[1]}/decision`;
      expect((await twin.ann.agent.put(path).send({ choice: 'unsure' })).status).toBe(403);
      expect((await twin.ann.agent.delete(path)).status).toBe(403);
    }
  });
});

/** The same records for both, before the rest is given out. */
async function drawPilot(twin: Twin): Promise<void> {
  const personIds = [twin.ann.personId, twin.ben.personId];
  await must(twin.lead, 'post', `${twin.at}/pilots/title-and-abstract`, { personIds, count: RECORDS });
}

/** A second person for a share only; the lot falls on the same records in either world. */
async function screenAShare(twin: Twin): Promise<void> {
  const wanted = ['double', 'single', 'double', 'double'];
  const drawn = (seed: number) =>
    twin.recordIds.map(recordId => modeOfRecord({ mode: 'share', sharePercent: 60, seed }, recordId));
  const seed = Array.from({ length: 5000 }, (_, place) => place).find(one => drawn(one).join() === wanted.join());
  const modes = { titleAndAbstractMode: 'share', titleAndAbstractSharePercent: 60, fullTextMode: 'double' };
  await must(twin.lead, 'put', twin.at, { title: 'Invented remedies', ...modes });
  await twin.world.database.query('update reviews set share_seed = $1', [seed]);
  await giveOut(twin, 'title-and-abstract');
}

describe.each([
  { how: 'a pilot round that Ann has not finished', begin: drawPilot },
  { how: 'a second person for a share of the records', begin: screenAShare },
])('two worlds that differ only in what Ben decided: $how', ({ begin }) => {
  let twins: readonly [Twin, Twin];
  const BENS: readonly (readonly Choice[])[] = [
    ['include', 'include', 'exclude', 'unsure'],
    ['exclude', 'exclude', 'include', 'exclude'],
  ];
  const given = async (twin: Twin, person: Somebody): Promise<number[]> => {
    const path = `${twin.at}/screening/title-and-abstract/records?show=all`;
    const { records } = await must(person, 'get', path);
    return records.map((record: Body) => twin.recordIds.indexOf(record.recordId)).sort();
  };

  beforeAll(async () => {
    twins = [await createTwin(['screener'], begin), await createTwin(['screener'], begin)];
    for (const [world, twin] of twins.entries()) {
      await must(twin.lead, 'post', `${twin.at}/assignments/title-and-abstract/people/${twin.ann.personId}/nudges`, {
        text: 'How is it going?',
      });
      for (const place of await given(twin, twin.ben)) {
        await decide(twin, twin.ben, 'title-and-abstract', place, BENS[world]?.[place] ?? 'include');
      }
    }
  });
  afterAll(() => Promise.all(twins.map(twin => twin.world.close())));

  it('tells her the same when Ben has decided and she has not, and while she decides', async () => {
    expect(await given(twins[1], twins[1].ann)).toEqual(await given(twins[0], twins[0].ann));
    await expectSame(twins, readAll);
    const mine = await given(twins[0], twins[0].ann);
    // In the pilot the last record stays open: after it both see what came out, as they should.
    for (const place of begin === drawPilot ? mine.slice(0, -1) : mine) {
      await expectSame(twins, twin => ownWrites(twin, 'title-and-abstract', place, 'include'));
    }
    await expectSame(twins, readAll);
  });
});

/** She settles conflicts, but of full texts alone: at title and abstract she screens as blind as anybody. */
async function giveOutToSettlerOfFullText(twin: Twin): Promise<void> {
  const seat = { roles: ['screener', 'adjudicator'], settlesAt: ['full-text'] };
  await must(twin.lead, 'put', `/api/projects/${twin.projectId}/members/${twin.ann.personId}`, seat);
  await giveOut(twin, 'title-and-abstract');
}

describe('two worlds that differ only in what Ben decided: an adjudicator of full texts alone', () => {
  let twins: readonly [Twin, Twin];
  const BENS: readonly (readonly Choice[])[] = [
    ['include', 'include', 'exclude', 'unsure'],
    ['include', 'include', 'include', 'include'],
  ];

  beforeAll(async () => {
    const roles = ['screener', 'adjudicator'] as const;
    twins = [await createTwin(roles, giveOutToSettlerOfFullText), await createTwin(roles, giveOutToSettlerOfFullText)];
    for (const [world, twin] of twins.entries()) {
      for (const [place, choice] of (BENS[world] ?? []).entries()) {
        await decide(twin, twin.ben, 'title-and-abstract', place, choice);
        await decide(twin, twin.ann, 'title-and-abstract', place, 'include');
      }
    }
  });
  afterAll(() => Promise.all(twins.map(twin => twin.world.close())));

  it('tells her the same, and still when a conflict that there is in one world alone has been settled', async () => {
    await expectSame(twins, readAll);
    expect(await Promise.all(twins.map(twin => settleAll(twin, 'title-and-abstract')))).toEqual([1, 0]);
    await expectSame(twins, readAll);
  });
});
