import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Choice, ROLES } from '#core/vocabulary';
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
import { createPlain, walkReads } from '../support/walkReads.ts';

/** Each test reads whatever can be read in both worlds, twice: slow on a busy machine. */
vi.setConfig({ testTimeout: 240_000 });

const BLIND_ROLES = ROLES.filter(role => role !== 'lead' && role !== 'adjudicator');

describe.each([
  { who: 'a plain screener', roles: ['screener'] as const },
  { who: 'a screener who has every other role that is blind', roles: BLIND_ROLES },
])('two worlds that differ only in what Ben decided: $who', ({ roles }) => {
  let twins: readonly [Twin, Twin];
  /** What Ben says of each record in either world: two records become conflicts in one world and none in the other. */
  const BENS: readonly (readonly Choice[])[] = [
    ['include', 'include', 'exclude', 'unsure'],
    ['exclude', 'include', 'include', 'exclude'],
  ];
  const ANNS: readonly Choice[] = ['include', 'include', 'include', 'include'];
  const both = async (deed: (twin: Twin, place: number) => Promise<unknown>) => {
    for (const [place, twin] of twins.entries()) await deed(twin, place);
  };

  beforeAll(async () => {
    twins = [await createTwin(roles), await createTwin(roles)];
  });
  afterAll(() => Promise.all(twins.map(twin => twin.world.close())));

  it('tells her the same before anybody has decided', async () => {
    await expectSame(twins, readAll);
  });

  it('tells her the same when Ben has decided and she has not', async () => {
    await both(async (twin, world) => {
      for (const [place, choice] of (BENS[world] ?? []).entries()) {
        await decide(twin, twin.ben, 'title-and-abstract', place, choice);
      }
    });
    await expectSame(twins, readAll);
  });

  it('answers her own decisions in the same words, and tells the same after them', async () => {
    for (const [place, choice] of ANNS.slice(0, 2).entries()) {
      await expectSame(twins, twin => ownWrites(twin, 'title-and-abstract', place, choice));
    }
    await expectSame(twins, readAll);
  });

  it('tells her the same when all have decided, whether there are conflicts or not', async () => {
    for (const [place, choice] of ANNS.entries()) {
      await expectSame(twins, twin => ownWrites(twin, 'title-and-abstract', place, choice));
    }
    await expectSame(twins, readAll);
    const open = await Promise.all(
      twins.map(async twin => (await must(twin.settler, 'get', `${twin.at}/conflicts/title-and-abstract`)).open),
    );
    expect(open, 'the worlds do differ for those who may know').toEqual([1, 2]);
    const [first, second] = await Promise.all(twins.map(twin => walkReads(twin.settler, twin.places, createPlain())));
    expect(second, 'and this very walk shows it to them').not.toEqual(first);
  });

  it('tells her the same when conflicts have been settled, and still lets her change her mind', async () => {
    await both(twin => settleAll(twin, 'title-and-abstract'));
    await expectSame(twins, readAll);
    await expectSame(twins, twin => ownWrites(twin, 'title-and-abstract', 0, 'include'));
    await expectSame(twins, readAll);
  });

  it('keeps full text as blind, reasons and all', async () => {
    await both(twin => giveOut(twin, 'full-text'));
    await expectSame(twins, readAll);
    await both(async (twin, world) => {
      const choices = BENS[world] ?? [];
      for (const [place, choice] of choices.entries()) {
        await decide(twin, twin.ben, 'full-text', place, choice, world);
      }
    });
    await expectSame(twins, readAll);
  });

  it('keeps her own work at full text as blind, and what was settled there', async () => {
    for (const [place, choice] of ANNS.entries()) {
      await expectSame(twins, twin => ownWrites(twin, 'full-text', place, choice));
    }
    await expectSame(twins, readAll);
    await both(twin => settleAll(twin, 'full-text'));
    await expectSame(twins, readAll);
  });

  it('shows verdicts once the lead has closed the stage, and keeps the other stage dark', async () => {
    const [twin] = twins;
    const verdicts = async () => {
      const { records } = await must(twin.ann, 'get', `${twin.at}/records`);
      return records.map((record: Body) => record.verdicts);
    };
    const dark = { 'title-and-abstract': null, 'full-text': null };
    expect(await verdicts()).toEqual([dark, dark, dark, dark]);
    await must(twin.lead, 'put', `${twin.at}/stages/title-and-abstract`, { isClosed: true });
    const half = { 'title-and-abstract': 'included', 'full-text': null };
    expect(await verdicts()).toEqual([half, half, half, half]);
    expect((await twin.ann.agent.get(`${twin.at}/flow`)).status).toBe(403);
    await must(twin.lead, 'put', `${twin.at}/stages/full-text`, { isClosed: true });
    expect((await verdicts()).map((one: Body) => one['full-text'])).toEqual(Array(RECORDS).fill('included'));
    expect((await twin.ann.agent.get(`${twin.at}/flow`)).status).toBe(200);
  });

  it('lets nobody decide or change a decision once the stage is closed', async () => {
    const [twin] = twins;
    const path = `${twin.at}/screening/full-text/records/${twin.recordIds[0]}/decision`;
    const changed = await twin.ann.agent.put(path).send({ choice: 'unsure' });
    const withdrawn = await twin.ann.agent.delete(path);
    expect([changed.status, withdrawn.status]).toEqual([403, 403]);
  });
});
