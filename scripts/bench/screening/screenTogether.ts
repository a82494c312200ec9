import { Agent, request } from 'node:http';
import type { Choice } from '#core/vocabulary';
import type { Bench, BenchScreener } from '#scripts/bench/screening/fillBench';
import type { WebProcess } from '#scripts/bench/screening/webProcess';

export interface Answered {
  /** From the key that was pressed to the answer that it is kept, waits and second tries included. */
  readonly milliseconds: number;
  readonly tries: number;
  readonly isKept: boolean;
}

const BURST = 10;
const BETWEEN_MS = 500;
const AGAIN_AFTER_MS = 50;
const MOST_TRIES = 100;
const PATIENCE_MS = 5_000;
const CHOICES: readonly Choice[] = ['exclude', 'exclude', 'exclude', 'include', 'unsure'];

/** Everybody screens at once, beginning at different moments; a decision that got no answer is sent again, as the page does. */
export async function screenTogether(given: {
  readonly bench: Bench;
  readonly webs: readonly WebProcess[];
  readonly seconds: number;
  readonly pauseSeconds: number;
  readonly onlyFirst?: number;
}): Promise<Answered[]> {
  const { bench, webs, seconds, pauseSeconds } = given;
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const answers: Answered[] = [];
  const until = performance.now() + seconds * 1000;
  const round = BURST * BETWEEN_MS + pauseSeconds * 1000;
  const screen = async (person: BenchScreener, place: number) => {
    const offset = (round * place) / bench.people.length;
    // As if they had all been at work before this began: some stand in a burst, some read.
    let inBurst = Math.min(BURST, Math.floor(offset / BETWEEN_MS));
    await sleep(inBurst === BURST ? round - offset : offset % BETWEEN_MS);
    if (inBurst === BURST) inBurst = 0;
    while (performance.now() < until) {
      const began = performance.now();
      answers.push(await decide(bench, webs, agent, person, place));
      inBurst++;
      const rest = inBurst === BURST ? pauseSeconds * 1000 + BETWEEN_MS : BETWEEN_MS;
      if (inBurst === BURST) inBurst = 0;
      await sleep(Math.max(0, rest - (performance.now() - began)));
    }
  };
  await Promise.all(bench.people.slice(0, given.onlyFirst).map(screen));
  agent.destroy();
  return answers;
}

async function decide(
  bench: Bench,
  webs: readonly WebProcess[],
  agent: Agent,
  person: BenchScreener,
  place: number,
): Promise<Answered> {
  const recordId = person.recordIds[person.next % person.recordIds.length] ?? '';
  const choice = CHOICES[(place + person.next) % CHOICES.length] ?? 'exclude';
  person.next++;
  bench.sent.set(`${person.personId} ${recordId}`, choice);
  const path = `/api/reviews/${bench.reviewId}/screening/title-and-abstract/records/${recordId}/decision`;
  const began = performance.now();
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const web = webs[(place + tries - 1) % webs.length];
    const status = web ? await put(agent, web.port, path, person.cookie, { choice }) : 0;
    if (status > 0 && status < 500) {
      return { milliseconds: performance.now() - began, tries, isKept: status === 200 };
    }
    await sleep(AGAIN_AFTER_MS);
  }
  return { milliseconds: performance.now() - began, tries: MOST_TRIES, isKept: false };
}

/** The status of the answer; 0 where none came. */
function put(agent: Agent, port: number, path: string, cookie: string, body: object): Promise<number> {
  return new Promise(answer => {
    const text = JSON.stringify(body);
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, path, method: 'PUT', agent, timeout: PATIENCE_MS },
        headers: { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      },
      reply => {
        reply.resume();
        reply.on('end', () => answer(reply.statusCode ?? 0));
        reply.on('error', () => answer(0));
      },
    );
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => answer(0));
    sent.end(text);
  });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise(done => setTimeout(done, milliseconds));
}
