import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Choice } from '#core/vocabulary';
import { type Body, must } from '../support/reviewWorld.ts';
import { createTwin, decide, expectSame, ownWrites, readAll, type Twin } from '../support/twins.ts';

/** Each test reads whatever can be read in both worlds, twice: slow on a busy machine. */
vi.setConfig({ testTimeout: 240_000 });

describe('two worlds that differ in what Ben decided on other records than the one that Ann is invited to discuss', () => {
  let twins: readonly [Twin, Twin];
  const STAGE = 'title-and-abstract';
  const BENS: readonly (readonly Choice[])[] = [
    ['exclude', 'include', 'exclude', 'unsure'],
    ['exclude', 'exclude', 'include', 'exclude'],
  ];
  const discussion = (twin: Twin, place: number) =>
    `${twin.at}/screening/${STAGE}/records/${twin.recordIds[place]}/discussion`;

  beforeAll(async () => {
    twins = [await createTwin(['screener']), await createTwin(['screener'])];
    for (const [world, twin] of twins.entries()) {
      for (const [place, choice] of (BENS[world] ?? []).entries()) await decide(twin, twin.ben, STAGE, place, choice);
      // The last record stays open to her.
      for (const place of [0, 1, 2]) await decide(twin, twin.ann, STAGE, place, 'include');
      await must(twin.settler, 'put', discussion(twin, 0));
      await must(twin.ben, 'post', `${discussion(twin, 0)}/messages`, { text: 'It has no control group' });
    }
  });
  afterAll(() => Promise.all(twins.map(twin => twin.world.close())));

  it('shows her that discussion in both, and tells her the same of everything else', async () => {
    const { discussions } = await must(twins[0].ann, 'get', `${twins[0].at}/discussions`);
    expect(discussions).toHaveLength(1);
    expect(discussions[0].decisions.map((one: Body) => one.now.choice).sort()).toEqual(['exclude', 'include']);
    await expectSame(twins, readAll);
  });

  it('answers the same whatever she does there and on other records', async () => {
    await expectSame(twins, async twin => {
      const replies = [];
      for (const place of [0, 1, 2, 3]) {
        replies.push(
          await twin.ann.agent.post(`${discussion(twin, place)}/messages`).send({ text: 'I read it again' }),
        );
        replies.push(await twin.ann.agent.put(discussion(twin, place)));
      }
      return replies.map(reply => twin.plain(`${reply.status} ${reply.text}`));
    });
    for (const place of [0, 1, 2, 3]) await expectSame(twins, twin => ownWrites(twin, STAGE, place, 'include'));
    await expectSame(twins, readAll);
  });

  it('tells her the same once that conflict is settled', async () => {
    for (const twin of twins) {
      const path = `${twin.at}/screening/${STAGE}/records/${twin.recordIds[0]}/adjudication`;
      await must(twin.settler, 'put', path, { choice: 'include', reason: 'Talked it over' });
    }
    await expectSame(twins, readAll);
    await expectSame(twins, twin => ownWrites(twin, STAGE, 1, 'include'));
  });
});
