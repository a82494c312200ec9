import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { rankCandidates, rankOpenings } from '#core/matching/suggest';

const built = pathToFileURL(resolve('dist/src/gateways/thinking/createThinking.js')).href;
const NOW = 1_768_478_400_000;

const PEOPLE = Array.from({ length: 70 }, (_, place) => ({
  personId: `person ${place}`,
  interests: place % 3 ? 'soil and rain on fields of wheat' : 'inhaled steroids for asthma in children',
}));
const OPENINGS = Array.from({ length: 70 }, (_, place) => ({
  openingId: `opening ${place}`,
  title: place % 2 ? `Wheat and rain ${place}` : `Asthma trials in children ${place}`,
}));
const ONE = { personId: 'person 0', interests: 'inhaled steroids for asthma in children' };
/** The same person, who has taken a topic out since: another question. */
const CORRECTED = { ...ONE, corrections: [{ topic: 'asthma', factor: 0 }] };

/** Asks the built thread for openings of both, each twice, and for people of one opening; then the process ends. */
const SCRIPT = `
  import(${JSON.stringify(built)}).then(async ({ createThinking }) => {
    const { rankOpenings, rankCandidates } = createThinking();
    const { asking, people, openings, now } = JSON.parse(process.argv[1]);
    const answers = [
      ...(await Promise.all(asking.map(one => rankOpenings(one, openings, now)))),
      await rankCandidates(openings[0], people, now),
    ];
    console.log(JSON.stringify(answers));
  });
`;

it('weighs long lists in a thread as they are weighed without one, remembers nothing wrong, and lets the process end', {
  timeout: 60_000,
}, async () => {
  const asking = [ONE, CORRECTED, ONE, CORRECTED];
  const asked = JSON.stringify({ asking, people: PEOPLE, openings: OPENINGS, now: NOW });
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', SCRIPT, asked], { timeout: 50_000 });
  const [first = { openingId: '', title: '' }] = OPENINGS;
  const weighed = asking.map(one => rankOpenings(one, OPENINGS, [], NOW));
  expect(weighed[0]).not.toEqual(weighed[1]);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify([...weighed, rankCandidates(first, PEOPLE, [], NOW)])));
});
