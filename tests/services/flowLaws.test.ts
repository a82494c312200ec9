import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '#core/random';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** Made-up reports; the same number always makes the same report, so that imports overlap and hold duplicates. */
function inventedRecord(number: number): string {
  const word = ['apples', 'pears', 'plums', 'cherries', 'quinces', 'medlars', 'figs', 'dates'][number % 8] ?? 'nuts';
  return [
    'TY  - JOUR',
    `TI  - Invented trial number ${number} of a remedy made from ${word} in people of the year ${1900 + number}`,
    `AU  - Invented${number}, Ann`,
    `PY  - ${1990 + number}`,
    `DO  - 10.5555/law.${number}`,
    `AB  - Nobody took part in trial ${number}.`,
    'ER  - ',
    '',
  ].join('\r\n');
}

/** Each seed is a sequence of imports, merges, un-merges, decisions, settlements and retrievals by chance. */
describe.each([11, 29])('the identities of the flow, whatever people do (seed %i)', seed => {
  let world: World;
  let lead: Somebody;
  let screeners: Somebody[];
  let at: string;
  let reasons: string[];
  const random = randomFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const oneOf = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const done: string[] = [];

  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead');
    screeners = [await world.person('Ann Screener'), await world.person('Ben Screener')];
    const { projectId, reviewId } = await beginReview(lead);
    at = `/api/reviews/${reviewId}`;
    for (const person of screeners) await join(lead, projectId, person, ['screener']);
    reasons = [];
    for (const text of ['Not a trial', 'Other people'])
      reasons.push((await must(lead, 'post', `${at}/criteria`, { kind: 'exclude', slot: null, text })).id);
  });
  afterAll(() => world.close());

  /** Does it if the review allows it now: a refusal changes nothing, which is fine by any law. */
  const may = async (person: Somebody, method: 'post' | 'put' | 'delete', path: string, body?: object) => {
    const reply = await person.agent[method](path).send(body);
    if (reply.status >= 500) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
  };
  const decideOn = async (stage: string, person: Somebody) => {
    const { records } = await must(person, 'get', `${at}/screening/${stage}/records`);
    const record = oneOf<Body>(records);
    if (!record) return;
    const choice = oneOf(['include', 'include', 'exclude', 'unsure']);
    const criterionId = stage === 'full-text' && choice === 'exclude' ? oneOf(reasons) : undefined;
    await may(person, 'put', `${at}/screening/${stage}/records/${record.recordId}/decision`, { choice, criterionId });
  };
  const settle = async (stage: string) => {
    const { conflicts } = await must(lead, 'get', `${at}/conflicts/${stage}`);
    const conflict = oneOf<Body>(conflicts);
    const recordId = conflict?.record?.recordId ?? conflict?.recordId;
    if (!recordId) return;
    const choice = oneOf(['include', 'exclude']);
    const body = {
      choice,
      reason: 'By lot',
      ...(stage === 'full-text' && choice === 'exclude' ? { criterionId: oneOf(reasons) } : {}),
    };
    await may(lead, 'post', `${at}/screening/${stage}/records/${recordId}/adjudication`, body);
  };
  const DEEDS: Readonly<Record<string, () => Promise<unknown>>> = {
    import: async () => {
      const from = below(12);
      const text = [from, from + 1, from + 2, from + below(4)].map(inventedRecord).join('\r\n');
      const way =
        below(4) === 0 ? '&sourceName=Hand&sourceKind=citation' : `&sourceName=Base${below(2)}&sourceKind=database`;
      await importText(world, lead, at.split('/').at(-1) ?? '', text, `by-law-${done.length}.ris`, way);
    },
    merge: async () => {
      await may(lead, 'post', `${at}/duplicate-runs`);
      await world.runJobs();
      const { pairs } = await must(lead, 'get', `${at}/duplicate-pairs?state=doubtful`);
      const pair = oneOf<Body>(pairs);
      if (pair)
        await may(lead, 'put', `${at}/duplicate-pairs/${pair.pairId}/state`, { state: oneOf(['same', 'different']) });
    },
    unmerge: async () => {
      const { clusters } = await must(lead, 'get', `${at}/duplicate-clusters`);
      const cluster = oneOf<Body>(clusters);
      const record = cluster && oneOf<Body>(cluster.records);
      if (record) await may(lead, 'delete', `${at}/duplicate-clusters/${cluster.clusterId}/records/${record.recordId}`);
    },
    giveOut: () =>
      may(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: screeners.map(one => one.personId) }),
    giveOutReports: () =>
      may(lead, 'post', `${at}/assignments/full-text`, { personIds: screeners.map(one => one.personId) }),
    decide: async () => {
      for (const person of screeners) for (let n = 0; n < 3; n++) await decideOn('title-and-abstract', person);
    },
    read: async () => {
      for (const person of screeners) for (let n = 0; n < 2; n++) await decideOn('full-text', person);
    },
    adjudicate: () => settle('title-and-abstract'),
    adjudicateReports: () => settle('full-text'),
    retrieve: async () => {
      const { reports } = await must(lead, 'get', `${at}/reports`);
      const report = oneOf<Body>(reports);
      const recordId = report?.record?.recordId ?? report?.recordId;
      if (!recordId) return;
      const state = oneOf(['retrieved', 'retrieved', 'not-retrieved']);
      await may(lead, 'put', `${at}/reports/${recordId}/retrieval`, { state, notRetrievedReason: 'Nobody has it' });
    },
  };

  it('hold after every deed', async () => {
    const names = Object.keys(DEEDS);
    const plan = ['import', 'giveOut', 'decide', ...Array.from({ length: 22 }, () => oneOf(names) ?? 'decide')];
    for (const name of plan) {
      await DEEDS[name]?.();
      done.push(name);
      const { checks, numbers } = await must(lead, 'get', `${at}/flow`);
      const broken = checks.filter((one: Body) => !one.holds).map((one: Body) => `${one.identity}: ${one.sentence}`);
      expect(broken, done.join(' → ')).toEqual([]);
      expect(numbers.every((one: Body) => one.count >= 0)).toBe(true);
    }
    const { numbers } = await must(lead, 'get', `${at}/flow`);
    // The law must have had something to hold on to.
    expect(numbers.find((one: Body) => one.key === 'records_screened').count).toBeGreaterThan(0);
  }, 180_000);

  it('lead from each number of records and reports to just as many', async () => {
    // Something by other methods, whatever the lot was.
    await importText(
      world,
      lead,
      at.split('/').at(-1) ?? '',
      inventedRecord(40),
      'by-hand.ris',
      '&sourceName=Hand&sourceKind=citation',
    );
    const { boxes } = await must(lead, 'get', `${at}/flow`);
    const lines = boxes.flatMap((box: Body) => box.lines.filter((line: Body) => line.address));
    // A record counts for every source that has a copy of it, and studies aren't listed.
    const plain = lines.filter((line: Body) => !/source=|box=included/.test(line.address));
    for (const { text, n, address } of plain) {
      const { total } = await must(lead, 'get', `${at}/records?${address.split('?')[1]}`);
      expect(total, `${text}: ${address}`).toBe(n);
    }
    const other = lines.find((line: Body) => line.text === 'Citation searching');
    expect(other.address).toContain('box=other-identified&source=Hand');
    expect(plain.map((line: Body) => /box=([\w-]+)/.exec(line.address)?.[1])).toContain('other-sought');
  });
});
