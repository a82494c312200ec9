import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modeOfRecord } from '#core/screening/secondScreener';
import { type Choice, ROLES, type Role, STAGES, type Stage } from '#core/vocabulary';
import { giveReminders } from '#services/notifications/giveReminders';
import { inventedRis } from '../support/inventedRis.ts';
import { madePdf } from '../support/madePdf.ts';
import { rankNow } from '../support/rankNow.ts';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createPlain, type Places, type Plain, walkReads } from '../support/walkReads.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** A review in a world of its own, told apart from its twin by nothing but what Ben chooses. */
interface Twin {
  readonly world: World;
  readonly at: string;
  readonly projectId: string;
  readonly recordIds: readonly string[];
  readonly reasonIds: readonly string[];
  readonly lead: Somebody;
  readonly ann: Somebody;
  readonly ben: Somebody;
  readonly settler: Somebody;
  readonly places: Places;
  /** Files of the reports, by the place of the record; there are none before full text. */
  readonly fullTextIds: string[];
  readonly plain: Plain;
}

const RECORDS = 4;

async function createTwin(
  rolesOfAnn: readonly Role[],
  begin: (twin: Twin) => Promise<unknown> = twin => giveOut(twin, 'title-and-abstract'),
): Promise<Twin> {
  const world = await createWorld();
  await world.person('Root Account');
  const lead = await world.person('Lena Lead');
  const ann = await world.person('Ann Asked');
  const ben = await world.person('Ben Other');
  const settler = await world.person('Cai Settler');
  const { projectId, reviewId } = await beginReview(lead);
  await join(lead, projectId, ann, rolesOfAnn);
  await join(lead, projectId, ben, ['screener']);
  await join(lead, projectId, settler, ['adjudicator']);
  const at = `/api/reviews/${reviewId}`;
  const importId = await importText(world, lead, reviewId, inventedRis(RECORDS));
  await must(lead, 'post', `${at}/duplicate-runs`);
  await world.runJobs();
  const reasonIds = [];
  for (const text of ['Not a trial', 'Not this remedy']) {
    reasonIds.push((await must(lead, 'post', `${at}/criteria`, { kind: 'exclude', text })).id);
  }
  const { id: openingId } = await must(lead, 'post', `/api/projects/${projectId}/openings`, {
    role: 'viewer',
    title: 'A seat',
  });
  const { id: outcomeId } = await must(lead, 'post', `${at}/outcomes`, { name: 'Recovery', kind: 'dichotomous' });
  const { id: studyId } = await must(lead, 'post', `${at}/studies`, { label: 'Seed 2000' });
  const { id: analysisId } = await must(lead, 'post', `${at}/analyses`, {
    name: 'Main',
    outcomeId,
    specification: { measure: 'RR' },
  });
  const labelIds: string[] = [];
  for (const name of ['Trial', 'Not for us']) {
    labelIds.push((await must(lead, 'post', `${at}/labels`, { name })).id);
  }
  await must(lead, 'post', `${at}/appraisals`, { tool: 'quadas-2' });
  const { appraisals } = await must(lead, 'get', `${at}/appraisals`);
  const { jobs } = await must(lead, 'get', `${at}/jobs`);
  const { records } = await must(lead, 'get', `${at}/records`);
  const recordIds = records.map((record: Body) => record.recordId);
  const fullTextIds: string[] = [];
  const places = {
    fullTextId: fullTextIds,
    ...{ reviewId: [reviewId], projectId: [projectId], recordId: recordIds, importId: [importId] },
    ...{ jobId: jobs.map((job: Body) => job.jobId), openingId: [openingId], outcomeId: [outcomeId] },
    ...{ labelId: labelIds },
    ...{ appraisalId: appraisals.map((one: Body) => one.appraisalId) },
    ...{ studyId: [studyId], analysisId: [analysisId], version: ['1'], personId: [lead.personId, ben.personId] },
  };
  const twin = {
    world,
    at,
    projectId,
    recordIds,
    reasonIds,
    lead,
    ann,
    ben,
    settler,
    places,
    fullTextIds,
    plain: createPlain(),
  };
  for (const stage of STAGES) await must(lead, 'put', `${at}/ranking/${stage}`, { isOn: true, learnsFrom: 'own' });
  await begin(twin);
  return twin;
}

async function giveOut(twin: Twin, stage: Stage): Promise<void> {
  const personIds = [twin.ann.personId, twin.ben.personId];
  await must(twin.lead, 'post', `${twin.at}/assignments/${stage}`, { personIds });
  if (stage === 'full-text') for (const recordId of twin.recordIds) await bringFullText(twin, recordId);
}

async function bringFullText(twin: Twin, recordId: string): Promise<void> {
  const path = `${twin.at}/full-texts?fileName=report.pdf&recordId=${recordId}`;
  const pdf = madePdf([[`Report ${twin.recordIds.indexOf(recordId)}`], ['No allocation was attempted']]);
  const reply = await twin.ben.agent.post(path).set('Content-Type', 'application/octet-stream').send(pdf);
  expect(reply.status, reply.text).toBe(201);
  twin.fullTextIds.push(reply.body.fullTextId);
}

/** Who excludes marks more than who includes, and says why. */
async function mark(twin: Twin, person: Somebody, place: number, choice: Choice): Promise<void> {
  const path = `${twin.at}/full-texts/${twin.fullTextIds[place]}/marks`;
  const rects = [{ x: 0.1, y: 0.1, width: 0.5, height: 0.02 }];
  for (const page of choice === 'exclude' ? [1, 2] : [1]) {
    for (const audience of ['shared', 'own']) {
      await must(person, 'post', path, { page, quote: `I would ${choice} it`, rects, audience });
    }
  }
}

async function decide(twin: Twin, person: Somebody, stage: Stage, place: number, choice: Choice, reason = 0) {
  const criterionId = choice === 'exclude' ? twin.reasonIds[reason] : null;
  await remark(twin, person, twin.recordIds[place] ?? '', choice);
  if (stage === 'full-text') await mark(twin, person, place, choice);
  const path = `${twin.at}/screening/${stage}/records/${twin.recordIds[place]}/decision`;
  return must(person, 'put', path, { choice, criterionId, quote: `Why I ${choice} it`, page: 1 });
}

/** What a person thinks of a record shows in labels and notes as well. */
async function remark(twin: Twin, person: Somebody, recordId: string, choice: Choice): Promise<void> {
  const [likely, unlikely] = twin.places.labelId ?? [];
  await must(person, 'put', `${twin.at}/records/${recordId}/labels/${choice === 'include' ? likely : unlikely}`);
  for (const audience of ['shared', 'own']) {
    await must(person, 'post', `${twin.at}/records/${recordId}/notes`, { text: `I would ${choice} it`, audience });
  }
}

async function settleAll(twin: Twin, stage: Stage): Promise<number> {
  const { conflicts } = await must(twin.settler, 'get', `${twin.at}/conflicts/${stage}`);
  for (const { record } of conflicts) {
    const path = `${twin.at}/screening/${stage}/records/${record.recordId}/adjudication`;
    await must(twin.settler, 'put', path, { choice: 'include', reason: 'Talked it over' });
  }
  return conflicts.length;
}

/** All that Ann can do to a record herself, with every reply; at the end her decision is what it was. */
async function ownWrites(twin: Twin, stage: Stage, place: number, choice: Choice): Promise<readonly string[]> {
  const record = `${twin.at}/screening/${stage}/records/${twin.recordIds[place]}`;
  const reason = { criterionId: twin.reasonIds[0] };
  const replies = [
    await twin.ann.agent.put(`${record}/decision`).send({ choice }),
    await twin.ann.agent.put(`${record}/decision`).send({ choice }),
    await twin.ann.agent.put(`${record}/decision`).send({ choice: 'exclude', ...reason }),
    await twin.ann.agent.delete(`${record}/decision`),
    await twin.ann.agent.delete(`${record}/decision`),
    await twin.ann.agent.put(`${record}/decision`).send({ choice }),
    await twin.ann.agent.put(`${record}/adjudication`).send({ choice, reason: 'I say so' }),
    await twin.ann.agent.delete(`${record}/adjudication`),
    await twin.ann.agent.put(`${twin.at}/stages/${stage}`).send({ isClosed: true }),
    await twin.ann.agent.delete(`${twin.at}/assignments/${stage}/people/${twin.ben.personId}`),
    await twin.ann.agent
      .put(`${twin.at}/reports/${twin.recordIds[place]}/retrieval`)
      .send({ state: 'not-retrieved', notRetrievedReason: 'Lost' }),
    await twin.ann.agent.put(`${twin.at}/reports/${twin.recordIds[place]}/retrieval`).send({ state: 'retrieved' }),
    await twin.ann.agent.delete(`${twin.at}/imports/${twin.places.importId?.[0]}`),
    await twin.ann.agent.put(`${twin.at}/records/${twin.recordIds[place]}/labels/${twin.places.labelId?.[0]}`),
    await twin.ann.agent.delete(`${twin.at}/records/${twin.recordIds[place]}/labels/${twin.places.labelId?.[0]}`),
    await twin.ann.agent.delete(`${twin.at}/labels/${twin.places.labelId?.[0]}`),
    await twin.ann.agent.post(`${twin.at}/records/${twin.recordIds[place]}/notes`).send({ text: 'Mine' }),
  ];
  if (stage === 'full-text') replies.push(...(await ownFileWrites(twin, place)));
  return replies.map(reply => twin.plain(`${reply.status} ${reply.text}`));
}

/** All that Ann can do to a file: she brings one, marks it, and tries to remove what is Ben's. */
async function ownFileWrites(twin: Twin, place: number) {
  const recordId = twin.recordIds[place];
  const file = `${twin.at}/full-texts/${twin.fullTextIds[place]}`;
  const pdf = madePdf([[`Ann's copy of report ${place}`]]);
  const brought = await twin.ann.agent
    .post(`${twin.at}/full-texts?fileName=copy.pdf&recordId=${recordId}`)
    .set('Content-Type', 'application/octet-stream')
    .send(pdf);
  return [
    brought,
    await twin.ann.agent.post(`${file}/marks`).send({ page: 2, quote: 'No allocation', rects: [] }),
    await twin.ann.agent.get(`${twin.at}/reports/${recordId}/full-texts`),
    await twin.ann.agent.get(`${file}/marks`),
    await twin.ann.agent.delete(file),
    await twin.ann.agent.delete(`${twin.at}/full-texts/${brought.body.fullTextId}`),
    await twin.ann.agent.post(`${twin.at}/full-text-filings`).send({ filings: [] }),
  ];
}

/** Does the same in both worlds and expects that Ann is told the same. */
async function expectSame(twins: readonly [Twin, Twin], ask: (twin: Twin) => Promise<readonly string[]>) {
  const [first, second] = [await ask(twins[0]), await ask(twins[1])];
  expect(first.length).toBeGreaterThan(0);
  expect(second).toEqual(first);
}

/** Orders are brought up to date first, and reminders given: they must tell her nothing either. */
async function readAll(twin: Twin): Promise<readonly string[]> {
  await rankNow(twin.world);
  await giveReminders(twin.world.context());
  return walkReads(twin.ann, twin.places, twin.plain);
}

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
