import { expect } from 'vitest';
import { type Choice, type Role, STAGES, type Stage } from '#core/vocabulary';
import type { Pubmed } from '#services/context';
import { giveReminders } from '#services/notifications/giveReminders';
import { inventedRis } from './inventedRis.ts';
import { madePdf } from './madePdf.ts';
import { rankNow } from './rankNow.ts';
import { type Body, beginReview, importText, join, must } from './reviewWorld.ts';
import { createPlain, type Places, type Plain, walkReads } from './walkReads.ts';
import { createWorld, type Somebody, type World } from './world.ts';

/** A review in a world of its own, told apart from its twin by nothing but what Ben chooses. */
export interface Twin {
  readonly world: World;
  readonly at: string;
  readonly projectId: string;
  readonly recordIds: readonly string[];
  readonly reasonIds: string[];
  readonly lead: Somebody;
  readonly ann: Somebody;
  readonly ben: Somebody;
  readonly settler: Somebody;
  readonly places: Places;
  /** Files of the reports, by the place of the record; there are none before full text. */
  readonly fullTextIds: string[];
  readonly plain: Plain;
}

export const RECORDS = 4;

/** PubMed without a network: it finds nothing, at once. */
const NO_PUBMED: Pubmed = {
  count: async () => ({ count: 0, queryTranslation: '', warnings: [] }),
  searchIds: async () => [],
  fetchXml: async function* () {},
};

export async function createTwin(
  rolesOfAnn: readonly Role[],
  begin: (twin: Twin) => Promise<unknown> = twin => giveOut(twin, 'title-and-abstract'),
): Promise<Twin> {
  const world = await createWorld({ pubmed: NO_PUBMED });
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
  const reasonIds: string[] = [];
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

export async function giveOut(twin: Twin, stage: Stage): Promise<void> {
  const personIds = [twin.ann.personId, twin.ben.personId];
  await must(twin.lead, 'post', `${twin.at}/assignments/${stage}`, { personIds });
  if (stage === 'full-text') for (const recordId of twin.recordIds) await bringFullText(twin, recordId);
}

export async function bringFullText(twin: Twin, recordId: string): Promise<void> {
  const path = `${twin.at}/full-texts?fileName=report.pdf&recordId=${recordId}`;
  const pdf = madePdf([[`Report ${twin.recordIds.indexOf(recordId)}`], ['No allocation was attempted']]);
  const reply = await twin.ben.agent.post(path).set('Content-Type', 'application/octet-stream').send(pdf);
  expect(reply.status, reply.text).toBe(201);
  twin.fullTextIds.push(reply.body.fullTextId);
}

/** Who excludes marks more than who includes, and says why. */
export async function mark(twin: Twin, person: Somebody, place: number, choice: Choice): Promise<void> {
  const path = `${twin.at}/full-texts/${twin.fullTextIds[place]}/marks`;
  const rects = [{ x: 0.1, y: 0.1, width: 0.5, height: 0.02 }];
  for (const page of choice === 'exclude' ? [1, 2] : [1]) {
    for (const audience of ['shared', 'own']) {
      await must(person, 'post', path, { page, quote: `I would ${choice} it`, rects, audience });
    }
  }
}

export async function decide(twin: Twin, person: Somebody, stage: Stage, place: number, choice: Choice, reason = 0) {
  const criterionId = choice === 'exclude' ? twin.reasonIds[reason] : null;
  await remark(twin, person, twin.recordIds[place] ?? '', choice);
  if (stage === 'full-text') await mark(twin, person, place, choice);
  const path = `${twin.at}/screening/${stage}/records/${twin.recordIds[place]}/decision`;
  return must(person, 'put', path, { choice, criterionId, quote: `Why I ${choice} it`, page: 1 });
}

/** What a person thinks of a record shows in labels and notes as well. */
export async function remark(twin: Twin, person: Somebody, recordId: string, choice: Choice): Promise<void> {
  const [likely, unlikely] = twin.places.labelId ?? [];
  await must(person, 'put', `${twin.at}/records/${recordId}/labels/${choice === 'include' ? likely : unlikely}`);
  for (const audience of ['shared', 'own']) {
    await must(person, 'post', `${twin.at}/records/${recordId}/notes`, { text: `I would ${choice} it`, audience });
  }
}

export async function settleAll(twin: Twin, stage: Stage): Promise<number> {
  const { conflicts } = await must(twin.settler, 'get', `${twin.at}/conflicts/${stage}`);
  for (const { record } of conflicts) {
    const path = `${twin.at}/screening/${stage}/records/${record.recordId}/adjudication`;
    await must(twin.settler, 'put', path, { choice: 'include', reason: 'Talked it over' });
  }
  return conflicts.length;
}

/** All that Ann can do to a record herself, with every reply; at the end her decision is what it was. */
export async function ownWrites(twin: Twin, stage: Stage, place: number, choice: Choice): Promise<readonly string[]> {
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
export async function ownFileWrites(twin: Twin, place: number) {
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
export async function expectSame(twins: readonly [Twin, Twin], ask: (twin: Twin) => Promise<readonly string[]>) {
  const [first, second] = [await ask(twins[0]), await ask(twins[1])];
  expect(first.length).toBeGreaterThan(0);
  expect(differences(first, second)).toEqual([]);
}

/** Where two tellings differ, the beginning of each: the whole of both would fill a book. */
export function differences(first: readonly string[], second: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, place) => {
    const [one = 'nothing', other = 'nothing'] = [first[place], second[place]];
    const from = [...one].findIndex((letter, at) => letter !== other[at]);
    return one === other
      ? ''
      : `${one.slice(0, 160)} … ${one.slice(from, from + 200)}\nand … ${other.slice(from, from + 200)}`;
  })
    .filter(Boolean)
    .slice(0, 10);
}

/** Orders are brought up to date first, and reminders given: they must tell her nothing either. */
export async function readAll(twin: Twin, tellsStatements = false): Promise<readonly string[]> {
  await rankNow(twin.world);
  await giveReminders(twin.world.context());
  return walkReads(twin.ann, twin.places, twin.plain, tellsStatements);
}
