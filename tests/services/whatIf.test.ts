import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDemo } from '#services/demo/fillDemo';
import { type Body, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('a review without some of its studies', () => {
  let world: World;
  let lead: Somebody;
  let at: string;

  beforeAll(async () => {
    world = await createWorld();
    const { email, password, leadId, reviewId } = await fillDemo(world.context());
    const agent = world.visitor();
    await agent.post('/api/session').send({ email, password });
    lead = { personId: leadId, name: 'Lead', email, agent };
    at = `/api/reviews/${reviewId}`;
  });
  afterAll(() => world.close());

  it('shows every analysis with and without them, and leaves the stored ones as they are', async () => {
    const before = await must(lead, 'get', `${at}/analyses`);
    const { studies, analyses, findings } = await must(lead, 'post', `${at}/what-if`, { highRisk: true });
    const off = studies.filter((one: Body) => one.isOff);
    expect(off.length).toBeGreaterThan(0);
    expect(off.every((one: Body) => one.isHighRisk)).toBe(true);
    const [main] = analyses;
    expect(main.before.studies).toBe(13);
    expect(main.after.studies).toBe(13 - off.length);
    expect(main.after.effect).not.toBe(main.before.effect);
    expect(main.after.svg).not.toContain(off[0].label);
    expect(findings.after.rows).not.toEqual(findings.before.rows);
    expect(await must(lead, 'get', `${at}/analyses`)).toEqual(before);
  });

  it('is the same review when nothing is switched off', async () => {
    const { analyses, findings } = await must(lead, 'post', `${at}/what-if`, {});
    expect(analyses[0].after).toEqual(analyses[0].before);
    expect(findings.after).toEqual(findings.before);
  });

  it('computes what an analysis saved without the same studies has', async () => {
    const { studies } = await must(lead, 'post', `${at}/what-if`, {});
    const out = studies.slice(0, 2).map((one: Body) => one.studyId);
    const { analyses } = await must(lead, 'post', `${at}/what-if`, { studyIds: out });
    const { analyses: stored } = await must(lead, 'get', `${at}/analyses`);
    const [{ outcomeId, specification }] = stored;
    const leftOut = out.map((studyId: string) => ({ studyId, reason: 'to compare' }));
    const body = { name: 'Saved without', outcomeId, specification, leftOut };
    const { id } = await must(lead, 'post', `${at}/analyses`, body);
    const grading = await must(lead, 'get', `${at}/analyses/${id}/certainty`);
    expect(grading.studies).toBe(analyses[0].after.studies);
    expect(grading.result).toBe(analyses[0].after.effect);
  });
});
