import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const built = pathToFileURL(resolve('dist/src/gateways/thinking/createThinking.js')).href;

/** Asks the built thread three times, at once, and counts how often it wanted the texts. */
const SCRIPT = `
  import(${JSON.stringify(built)}).then(async ({ createThinking }) => {
  const { rank } = createThinking();
  const records = Array.from({ length: 60 }, (_, place) => ({
    title: place % 3 ? 'Wheat harvest ' + place : 'Asthma trial ' + place,
    abstract: place % 3 ? 'soil and rain on the fields of wheat' : 'inhaled steroid for asthma in children',
  }));
  let loads = 0;
  const load = async () => (
    loads++, { question: 'asthma', count: records.length, read: async (from, to) => records.slice(from, to) }
  );
  const request = { basis: 'one', seed: 1, lessons: [{ record: 0, isRelevant: true }], open: [1, 2, 3, 4, 5, 6], most: 2, explained: 1 };
  const answers = await Promise.all([1, 2, 3].map(() => rank(request, load)));
  console.log(JSON.stringify({ loads, orders: answers.map(answer => answer.order) }));
  });
`;

it('ranks in a thread that stays, reads the texts once, and lets the process end', { timeout: 60_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', SCRIPT], {
    timeout: 50_000,
  });
  expect(JSON.parse(stdout)).toEqual({
    loads: 1,
    orders: [
      [3, 6],
      [3, 6],
      [3, 6],
    ],
  });
});
