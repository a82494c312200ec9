import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackZip } from '#gateways/zip';
import { verifyReview } from '#services/audit/verifyAudit';
import { fillDemo } from '#services/demo/fillDemo';
import { archiveEntries } from '#services/reporting/exportReview';
import { importReview } from '#services/reporting/importReview';
import { REVIEW_TABLES } from '#services/reporting/reviewTables';
import { standInReview } from '#services/standing';
import { preparedFile } from '../support/preparedFile.ts';
import { type Body, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** Tables that this review has no rows of: other tests' reviews do. A new table is filled below, or named here. */
const LEFT_EMPTY: readonly string[] = [
  ...['retractionAlarms', 'recordEdits', 'discussions', 'discussionMessages', 'nudges', 'outreach', 'pilotRounds'],
  ...['rankings', 'rankingTurns', 'rankingSamples', 'screeningStops', 'journalLooks'],
];

/** The demo's review, and what people write beside it: everything from extraction to the public page. */
describe('an archive of a review with everything in it', () => {
  let world: World;
  let other: World;
  let lead: Somebody;
  let second: Somebody;
  let reviewId: string;
  let at: string;
  let texts: Map<string, string>;

  beforeAll(async () => {
    [world, other] = [await createWorld(), await createWorld()];
    const demo = await fillDemo(world.context());
    reviewId = demo.reviewId;
    at = `/api/reviews/${reviewId}`;
    const signIn = async (email: string): Promise<Somebody> => {
      const agent = world.visitor();
      await agent.post('/api/session').send({ email, password: demo.password });
      const { body } = await agent.get('/api/session');
      return { personId: body.person.personId, name: body.person.name, email, agent };
    };
    lead = await signIn(demo.email);
    second = await signIn('jonas.brandt@demo.invalid');
    await writeBeside();
    texts = await unpackZip(await preparedFile(world, lead, at, 'review.zip'));
  });
  afterAll(() => Promise.all([world.close(), other.close()]));

  async function writeBeside() {
    const [record] = (await must(lead, 'get', `${at}/records`)).records as Body[];
    const { id: labelId } = await must(lead, 'post', `${at}/labels`, { name: 'Read again' });
    await must(lead, 'put', `${at}/records/${record.recordId}/labels/${labelId}`);
    await must(lead, 'post', `${at}/records/${record.recordId}/notes`, { text: 'A note.' });
    await must(lead, 'post', `${at}/kept-filters`, { name: 'BCG', audience: 'shared', asked: { text: 'BCG' } });
    const { studies, outcomes } = await must(lead, 'get', `${at}/extraction`);
    const [study] = studies;
    const [{ outcomeId }] = outcomes;
    await must(lead, 'put', `${at}/outcomes/${outcomeId}/reporting/${study.studyId}`, { name: 'Phthisis' });
    const { files } = await must(lead, 'get', `${at}/reports/${study.reports[0].recordId}/full-texts`);
    const mark = { page: 2, quote: 'Table 2', rects: [{ x: 0.1, y: 0.2, width: 0.1, height: 0.02 }] };
    await must(lead, 'post', `${at}/full-texts/${files[0].fullTextId}/marks`, mark);
    await writeFurtherOutcomes(study);
    await must(lead, 'put', `${at}/earlier-version`, { earlier: { studies: 2, reports: 3 } });
    await must(lead, 'post', `${at}/flow-snapshots`);
    const draft = await must(lead, 'get', `${at}/manuscript`);
    const sentence = draft.sections
      .flatMap((section: Body) => section.paragraphs.flat())
      .find((block: Body) => block.kind === 'sentence');
    await must(lead, 'put', `${at}/manuscript/sentences/${sentence.id}`, { text: `${sentence.template} So it is.` });
    await must(lead, 'post', `${at}/manuscript/frozen-drafts`);
    const amendment = { amendedOn: '2026-05-03', what: 'A source was added', reason: 'Readers asked' };
    await must(lead, 'post', `${at}/amendments`, amendment);
    await must(lead, 'put', `${at}/protocol/fields/contact`, { text: 'Helen Marsh' });
    const { id: claimId } = await must(second, 'post', `${at}/credit-claims`, { role: 'investigation' });
    await must(lead, 'put', `${at}/credit-claims/${claimId}/answer`, { verdict: 'confirmed', reason: '' });
    await must(lead, 'put', `${at}/authors`, { personIds: [second.personId, lead.personId] });
    await must(lead, 'put', `${at}/publication/my-name`, { isNamed: true });
    await must(lead, 'put', `${at}/publication`, { doi: '10.5555/archive' });
  }

  /** A study that one person extracts, with an estimate, counts of a test, and a field of an arm. */
  async function writeFurtherOutcomes({ reports }: Body) {
    const form = await must(lead, 'get', `${at}/extraction-form`);
    const dose = { name: 'Dose', block: 'arms', kind: 'number', unit: 'mg' };
    await must(lead, 'put', `${at}/extraction-form`, { fields: [...form.fields, dose], basedOn: form.version });
    const { fields } = await must(lead, 'get', `${at}/extraction-form`);
    const { characteristicId } = fields.find((field: Body) => field.name === 'Dose');
    await must(lead, 'put', `${at}/extraction-mode`, { mode: 'single' });
    const { id: studyId } = await must(lead, 'post', `${at}/studies`, { label: 'Later study', recordIds: [] });
    const { studies } = await must(lead, 'get', `${at}/extraction`);
    const { armId } = studies.find((one: Body) => one.studyId === studyId).arms[0];
    const source = { recordId: reports[0].recordId, page: 2, quote: '0.7 (0.5 to 0.9)', rects: [] };
    const outcome = async (name: string, kind: string) =>
      (await must(lead, 'post', `${at}/outcomes`, { name, kind })).id as string;
    const estimated = `${at}/studies/${studyId}/results/${await outcome('Delay', 'generic')}`;
    await must(lead, 'put', estimated, { estimate: 0.7, lower: 0.5, upper: 0.9, isRatio: true, source });
    const counted = `${at}/studies/${studyId}/counts/${await outcome('Test', 'accuracy')}`;
    await must(lead, 'put', counted, { counts: { kind: 'accuracy', tp: 9, fp: 1, fn: 2, tn: 8 }, source });
    const ofArm = `${at}/characteristics/${characteristicId}/studies/${studyId}/arms/${armId}`;
    await must(lead, 'put', ofArm, { value: 0.1, source });
  }

  it('has rows in every table but those that are named', () => {
    const empty = Object.keys(REVIEW_TABLES).filter(name => texts.get(`tables/${name}.ndjson`) === '');
    expect(empty.toSorted()).toEqual(LEFT_EMPTY.toSorted());
  });

  it('comes out of another installation equal to the byte, its chain whole and its PDFs with it', async () => {
    const { rows } = await importReview(other.context(), texts);
    expect(rows).toBeGreaterThan(500);
    const viewer = await standInReview(other.context(), { personId: lead.personId, isAdministrator: false }, reviewId);
    const entries = await archiveEntries(other.context(), viewer);
    expect(entries.map(({ name }) => name)).toEqual([...texts.keys()]);
    for (const entry of entries) expect(texts.get(entry.name) === entry.text, entry.name).toBe(true);
    expect((await verifyReview(other.context(), reviewId)).chain.holds).toBe(true);
  });
});
