import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ENDPOINTS } from '#contract/endpoints';
import { type Choice, ROLES, type Role, STAGES, type Stage } from '#core/vocabulary';
import { must } from '../support/reviewWorld.ts';
import { createTwin, decide, expectSame, giveOut, readAll, settleAll, type Twin } from '../support/twins.ts';
import { everyWrite, NOT_ASKED, placesIn, walkWrites } from '../support/walkWrites.ts';

vi.setConfig({ testTimeout: 240_000 });

const BLIND_ROLES = ROLES.filter(role => role !== 'lead' && role !== 'adjudicator');

/** What Ben says of each record in either world. */
const BENS: readonly (readonly Choice[])[] = [
  ['include', 'include', 'exclude', 'unsure'],
  ['include', 'exclude', 'include', 'exclude'],
];

async function allOfBen(twin: Twin, world: number, stage: Stage): Promise<void> {
  for (const [place, choice] of (BENS[world] ?? []).entries()) {
    await decide(twin, twin.ben, stage, place, choice, world);
  }
}

/** Deeds that end the blindness of whoever leads or settles, by rule and with an audit event. */
const OPENS: readonly string[] = ['recordDecision', 'closeStage', 'configureReview', 'setMemberRoles', 'removeMember'];

/** Asks in one world, as Ann, for everything that changes something. */
async function askAll(twin: Twin, isOpened: boolean): Promise<readonly string[]> {
  const asks = everyWrite(await placesIn(twin.world, twin.places));
  return walkWrites(
    twin.ann,
    asks.filter(ask => !isOpened || !OPENS.includes(ask.name)),
    twin.plain,
  );
}

describe.each<{ who: string; roles: readonly Role[]; stages: readonly Stage[] }>([
  { who: 'a screener who has every other role that is blind', roles: BLIND_ROLES, stages: STAGES },
  { who: 'an adjudicator who has yet to screen', roles: ['adjudicator', 'screener'], stages: ['title-and-abstract'] },
  { who: 'a lead who has yet to screen', roles: ['lead', 'screener'], stages: ['title-and-abstract'] },
])('whatever changes something, asked for in two worlds that differ in what Ben decided: $who', ({ roles, stages }) => {
  let twins: readonly [Twin, Twin];
  const both = async (deed: (twin: Twin, world: number) => Promise<unknown>) => {
    for (const [world, twin] of twins.entries()) await deed(twin, world);
  };

  beforeAll(async () => {
    twins = [await createTwin(roles), await createTwin(roles)];
  });
  afterAll(() => Promise.all(twins.map(twin => twin.world.close())));

  it('has a body for each that the contract takes, and a reason for each that is not asked', async () => {
    const asks = everyWrite(await placesIn(twins[0].world, twins[0].places));
    const wrong = asks.filter(ask => ENDPOINTS[ask.name]?.body?.safeParse(ask.body ?? {}).success === false);
    expect([...new Set(wrong.map(ask => ask.name))], 'give these a body in walkWrites').toEqual([]);
    const asked = [...new Set(asks.map(ask => ask.name)), ...Object.keys(NOT_ASKED)].sort();
    const writes = Object.entries(ENDPOINTS).filter(([, endpoint]) => endpoint.method !== 'GET');
    expect(asked).toEqual(writes.map(([name]) => name).sort());
  });

  it('answers the same to the byte, for as many statements and rows, while she has yet to decide', async () => {
    await both((twin, world) => allOfBen(twin, world, 'title-and-abstract'));
    // Who settles sees what the others chose of a record that she has decided: there they chose the same.
    for (const place of roles === BLIND_ROLES ? [0, 2] : [0]) {
      await both(twin => decide(twin, twin.ann, 'title-and-abstract', place, 'include'));
    }
    if (roles === BLIND_ROLES) await expectSame(twins, twin => readAll(twin, true));
    await expectSame(twins, twin => askAll(twin, roles !== BLIND_ROLES));
  });

  // Told of here and not skipped: whoever leads or settles is no longer blind at full text.
  if (stages.includes('full-text')) {
    it('answers the same at full text, once others have settled', async () => {
      await both(async (twin, world) => {
        for (const place of twin.recordIds.keys()) await decide(twin, twin.ann, 'title-and-abstract', place, 'include');
        await settleAll(twin, 'title-and-abstract');
        await giveOut(twin, 'full-text');
        // She may have retired the reasons there were.
        for (const place of [0, 1]) {
          const reason = { kind: 'exclude', text: `Another reason ${place}` };
          twin.reasonIds[place] = (await must(twin.lead, 'post', `${twin.at}/criteria`, reason)).id;
        }
        await allOfBen(twin, world, 'full-text');
        for (const place of [0, 2]) await decide(twin, twin.ann, 'full-text', place, 'include');
      });
      await expectSame(twins, twin => readAll(twin, true));
      await expectSame(twins, twin => askAll(twin, roles !== BLIND_ROLES));
    });
  }
});
