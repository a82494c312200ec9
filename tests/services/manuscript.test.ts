import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackZip } from '#gateways/zip';
import { fillDemo } from '#services/demo/fillDemo';
import { preparedFile } from '../support/preparedFile.ts';
import { type Body, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** The thirteen BCG trials as the demo tells of them: their pooled risk ratio by REML is metafor's 0.489 (0.33 to 0.73 by Hartung and Knapp). */
describe('the draft of a manuscript', () => {
  let world: World;
  let lead: Somebody;
  let at: string;
  let draft: Body;
  const blocks = (): Body[] => draft.sections.flatMap((section: Body) => section.paragraphs.flat());
  const textOf = (block: Body): string =>
    block.pieces.map((piece: Body) => (typeof piece === 'string' ? piece : piece.text)).join('');
  const sentence = (start: string): Body => {
    const found = blocks().find(block => block.kind === 'sentence' && textOf(block).startsWith(start));
    if (!found) throw new Error(`no sentence begins with "${start}"`);
    return found;
  };
  const read = async () => {
    draft = await must(lead, 'get', `${at}/manuscript`);
  };

  beforeAll(async () => {
    world = await createWorld();
    const { email, password, leadId, reviewId } = await fillDemo(world.context());
    const agent = world.visitor();
    await agent.post('/api/session').send({ email, password });
    lead = { personId: leadId, name: 'Lead', email, agent };
    at = `/api/reviews/${reviewId}`;
    await read();
  });
  afterAll(() => world.close());

  it('says the numbers of the flow, each bound to what it counts', async () => {
    const { numbers } = await must(lead, 'get', `${at}/flow`);
    const screened = numbers.find((one: Body) => one.key === 'records_screened').count;
    const said = blocks()
      .find(block => block.id === 'screened')
      .pieces.find((piece: Body) => piece.from === 'Flow diagram: records screened');
    expect(said.text).toBe(String(screened));
  });

  it('says the pooled effect as its analysis has it', () => {
    const effect = blocks().find(block => block.id?.startsWith('effect-') && textOf(block).includes('risk ratio'));
    expect(textOf(effect)).toMatch(/13 studies with 357,347 people .* risk ratio 0\.49 \(95 % CI 0\.33 to 0\.73/);
    expect(effect.pieces.filter((piece: Body) => typeof piece !== 'string').map((piece: Body) => piece.text)).toEqual(
      expect.arrayContaining(['13', '357,347', '0.49', '0.33', '0.73']),
    );
  });

  it('marks what the data don’t say as gaps', () => {
    const gaps = blocks().filter(block => block.kind === 'gap');
    expect(gaps.map(gap => gap.id)).toContain('registration');
    for (const gap of gaps) expect(gap.mend).not.toBe('');
  });

  it('keeps own words around a number that changes, and shows the change against the frozen draft', async () => {
    const { id, template } = sentence('Risk of bias of results');
    expect(template).toContain('{1}');
    await must(lead, 'put', `${at}/manuscript/sentences/${id}`, { text: 'We judged bias with {1}.' });
    expect(await must(lead, 'post', `${at}/manuscript/frozen-drafts`)).toEqual({ number: 1 });
    expect(await must(lead, 'post', `${at}/manuscript/frozen-drafts`)).toEqual({ number: 1 });
    await read();
    expect(textOf(sentence('We judged bias with'))).toContain('RoB 2');
    expect(blocks().filter(block => block.kind === 'sentence' && (block.isNew || block.changes))).toEqual([]);

    await must(lead, 'post', `${at}/criteria`, { kind: 'include', slot: null, text: 'Trials with five years or more' });
    await read();
    const changed = blocks().filter(block => block.kind === 'sentence' && block.changes);
    expect(changed.map(block => block.id)).toEqual(['include']);
    const runs: Body[] = changed[0].changes;
    expect(
      runs
        .filter(run => run.kind !== 'gone')
        .map(run => run.text)
        .join(''),
    ).toBe(textOf(changed[0]));
    expect(runs.some(run => run.kind === 'added' && run.text.includes('five years'))).toBe(true);
  });

  it('names a deviation from the protocol until its reason is given', async () => {
    const late = blocks().find(block => block.remark?.kind === 'deviation');
    expect(textOf(late)).toContain('a criterion was added after screening had begun');
    const { deviations } = await must(lead, 'get', `${at}/deviations`);
    const { id, on, what } = deviations.find((one: Body) => one.isFromData && one.reason === '');
    await must(lead, 'post', `${at}/amendments`, { about: id, amendedOn: on, what, reason: 'Readers asked for it' });
    await read();
    expect(blocks().some(block => block.remark?.kind === 'deviation')).toBe(false);
    expect(textOf(blocks().find(block => block.id === `deviation-${id}`))).toContain('Readers asked for it');
  });

  it('refuses words whose places stand for nothing', async () => {
    const { id } = sentence('We searched');
    const reply = await lead.agent.put(`${at}/manuscript/sentences/${id}`).send({ text: 'We searched {9}.' });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('stands for no value');
  });

  it('comes as Markdown with figures and tables in their places, and as Word', async () => {
    const files = await unpackZip(await preparedFile(world, lead, at, 'manuscript.zip'));
    const text = files.get('manuscript.md') ?? '';
    expect(text).toContain('Figure 1. PRISMA 2020 flow diagram');
    expect(text.indexOf('figures/figure-1.png')).toBeGreaterThan(text.indexOf('## Results'));
    expect([...files.keys()]).toEqual(expect.arrayContaining(['figures/figure-1.png', 'figures/figure-2.svg']));
    expect(text).toContain('Gap: Registration of the protocol: not stated.');
    const parts = await unpackZip(await preparedFile(world, lead, at, 'manuscript.docx'));
    expect(parts.get('word/document.xml')).toContain('risk ratio 0.49');
    expect([...parts.keys()].filter(name => name.startsWith('word/media/')).length).toBeGreaterThanOrEqual(3);
  });

  it('has a flow that is frozen with its date: the same counts once, and drawn from them ever after', async () => {
    const freeze = () => must(lead, 'post', `${at}/flow-snapshots`);
    expect(await freeze()).toEqual({ number: 1 });
    expect(await freeze()).toEqual({ number: 1 });
    const list = async () => (await must(lead, 'get', `${at}/flow-snapshots`)).snapshots as Body[];
    const [frozen] = await list();
    expect(frozen).toMatchObject({ number: 1, byName: 'Helen Marsh', isToday: true });
    const draw = async () => String((await lead.agent.get(`${at}/flow-snapshots/${frozen.snapshotId}/flow.svg`)).body);
    const before = await draw();
    expect(before).toContain('<svg');
    await must(lead, 'put', `${at}/earlier-version`, { earlier: { studies: 4, reports: 5 } });
    expect((await list())[0].isToday).toBe(false);
    expect(await draw()).toBe(before);
    await must(lead, 'put', `${at}/earlier-version`, { earlier: null });
    expect((await list())[0].isToday).toBe(true);
    const wrong = await lead.agent.put(`${at}/earlier-version`).send({ earlier: { studies: 4, reports: 3 } });
    expect(wrong.status).toBe(422);
  });

  it('lists every excluded report with its reason, and references in a named style', async () => {
    const tables = await must(lead, 'get', `${at}/report-tables?style=apa`);
    const { reasons, numbers } = await must(lead, 'get', `${at}/flow`);
    const excluded = reasons.reduce((sum: number, one: Body) => sum + one.reports, 0);
    expect(tables.excluded.rows).toHaveLength(excluded);
    const included = numbers.find((one: Body) => one.key === 'new_reports').count;
    expect(tables.references).toHaveLength(included);
    expect(tables.characteristics.rows).toHaveLength(13);
  });
});
