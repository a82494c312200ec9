import { describe, expect, it } from 'vitest';
import { createTurns } from '#gateways/thinking/createTurns';

/** A piece of work that ends when somebody says so. */
function held() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>(done => {
    end = done;
  });
  return { end, ended };
}

const settled = () => new Promise(done => setTimeout(done, 0));

describe('turns at thinking', () => {
  it('are as many as agreed, and the others wait in their order', async () => {
    const inTurn = createTurns(2);
    const works = [held(), held(), held(), held()];
    const begun: number[] = [];
    const all = works.map((work, place) =>
      inTurn(async () => {
        begun.push(place);
        await work.ended;
        return place;
      }),
    );
    await settled();
    expect(begun).toEqual([0, 1]);
    works[1]?.end();
    await all[1];
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    for (const { end } of works) end();
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
  });

  it('go on after work that failed', async () => {
    const inTurn = createTurns(1);
    const failed = inTurn(() => Promise.reject(new Error('no')));
    const next = inTurn(() => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
