import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** Four trials of an invented remedy: events of people, in the two groups. */
const TRIALS = [
  [10, 100, 20, 100],
  [12, 100, 22, 100],
  [9, 100, 18, 100],
  [11, 100, 24, 100],
] as const;

describe('the certainty of a result, from its threshold to the summary of findings', () => {
  let world: World;
  let lead: Somebody;
  let at: string;
  let outcomeId: string;
  let analysisId: string;
  const studies: { studyId: string; armIds: string[] }[] = [];
  const answered = (levels: number, footnote = '') => ({ levels, footnote });
  const ALL = {
    'risk-of-bias': answered(-1, 'Judged by one person alone.'),
    inconsistency: answered(0),
    indirectness: answered(0),
    imprecision: answered(0),
    'publication-bias': answered(0),
  };
  const grading = () => must(lead, 'get', `${at}/analyses/${analysisId}/certainty`);
  const agree = (isAgreed = true, reason = '') =>
    lead.agent.put(`${at}/analyses/${analysisId}/certainty/agreed`).send({ isAgreed, reason });
  const compute = () =>
    must(lead, 'put', `${at}/analyses/${analysisId}`, { name: 'Main', outcomeId, specification: { measure: 'RR' } });
  const extract = (study: (typeof studies)[number], arm: number, events: number, total: number) =>
    must(lead, 'put', `${at}/studies/${study.studyId}/arms/${study.armIds[arm]}/results/${outcomeId}`, {
      events,
      total,
    });

  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead');
    const { reviewId } = await beginReview(lead);
    at = `/api/reviews/${reviewId}`;
    outcomeId = (await must(lead, 'post', `${at}/outcomes`, { name: 'Relapse', kind: 'dichotomous' })).id;
    for (const [place, numbers] of TRIALS.entries()) {
      const label = `Trial ${place + 1}`;
      const { id: studyId } = await must(lead, 'post', `${at}/studies`, { label });
      const { studies: all } = await must(lead, 'get', `${at}/extraction`);
      const armIds = all.find((one: Body) => one.studyId === studyId).arms.map((arm: Body) => arm.armId);
      const study = { studyId, armIds };
      studies.push(study);
      await extract(study, 0, numbers[0], numbers[1]);
      await extract(study, 1, numbers[2], numbers[3]);
    }
    await must(lead, 'put', `${at}/outcomes/${outcomeId}/minimal-difference`, { value: 20 });
    const specification = { measure: 'RR' };
    analysisId = (await must(lead, 'post', `${at}/analyses`, { name: 'Main', outcomeId, specification })).id;
    await must(lead, 'post', `${at}/appraisals`, { tool: 'rob2', variant: 'assignment', assessorsNeeded: 1 });
  });
  afterAll(() => world.close());

  it('knows whether a threshold was set before any analysis', async () => {
    const { thresholds } = await must(lead, 'get', `${at}/certainty`);
    expect(thresholds[0]).toMatchObject({ value: 20, unit: 'people per 1,000', isBeforehand: true });
    await must(lead, 'put', `${at}/outcomes/${outcomeId}/minimal-difference`, { value: 30 });
    const after = await must(lead, 'get', `${at}/certainty`);
    expect(after.thresholds[0]).toMatchObject({ value: 30, isBeforehand: false });
  });

  it('suggests from the data and decides nothing', async () => {
    const { suggestions, reasons, start, certainty, agreed } = await grading();
    expect({ reasons, start, certainty, agreed }).toEqual({
      reasons: {},
      start: 'high',
      certainty: 'high',
      agreed: null,
    });
    expect(suggestions['risk-of-bias'].because).toBe(
      'Risk of bias is settled for 0 of 4 studies. Settle the others first.',
    );
    expect(suggestions['publication-bias'].levels).toEqual([]);
    expect(suggestions.imprecision.because).toContain('126 events (the rule of thumb asks for 300) in 800 people');
  });

  it('is not agreed on before every reason is answered, nor without a footnote', async () => {
    const save = (reasons: object) =>
      must(lead, 'put', `${at}/analyses/${analysisId}/certainty`, { start: 'high', reasons });
    await save({ ...ALL, imprecision: undefined });
    expect((await agree()).body.detail).toBe('Still to answer: imprecision.');
    await save({ ...ALL, imprecision: answered(-1) });
    expect((await agree()).body.detail).toBe('Each rating needs a footnote: imprecision.');
    const wrong = await lead.agent
      .put(`${at}/analyses/${analysisId}/certainty`)
      .send({ start: 'high', reasons: { ...ALL, inconsistency: answered(1, 'up') } });
    expect([wrong.status, wrong.body.fields[0].pointer]).toEqual([422, '/body/reasons/inconsistency/levels']);
    await save(ALL);
    expect((await agree()).status).toBe(204);
    expect((await agree()).status, 'twice is once').toBe(204);
    expect(await grading()).toMatchObject({ certainty: 'moderate', stale: [] });
  });

  it('is told in the summary of findings by absolute numbers that recomputation gives again', async () => {
    const { outcomes, footnotes } = await must(lead, 'get', `${at}/findings`);
    expect(footnotes).toEqual([{ letter: 'a', text: 'Judged by one person alone.' }]);
    const [row] = outcomes;
    expect(row).toMatchObject({ people: 800, studies: 4, certainty: 'moderate', isAgreed: true, letters: ['a'] });
    const analysis = await must(lead, 'get', `${at}/analyses/${analysisId}`);
    const ratio = Math.exp(analysis.result.pooled.value.estimate);
    // Control risks 0.18, 0.20, 0.22 and 0.24: the middle is 0.21.
    const middle = row.absolute.find((line: Body) => line.source === 'middle of the studies');
    expect(middle).toMatchObject({ control: '210', intervention: String(Math.round(210 * ratio)) });
  });

  it('says that it is out of date, and why: judgements, data, threshold', async () => {
    const { appraisals } = await must(lead, 'get', `${at}/appraisals`);
    const answers = Object.fromEntries(
      Object.entries({
        ...{ '1.1': 'Y', '1.2': 'N', '1.3': 'N', '2.1': 'N', '2.2': 'N', '2.6': 'Y', '3.1': 'Y', '4.1': 'N' },
        ...{ '4.2': 'N', '4.3': 'N', '5.1': 'Y', '5.2': 'N', '5.3': 'N' },
      }).map(([question, answer]) => [question, { answer }]),
    );
    const path = `${at}/appraisals/${appraisals[0].appraisalId}`;
    await must(lead, 'put', `${path}/assessment`, { answers });
    await must(lead, 'put', `${path}/finished`, { isFinished: true });
    expect((await grading()).stale).toEqual(['Judgements on risk of bias changed.']);
    await extract(studies[0] ?? { studyId: '', armIds: [] }, 0, 15, 100);
    await must(lead, 'put', `${at}/outcomes/${outcomeId}/minimal-difference`, { value: 40 });
    expect((await grading()).stale).toEqual([
      'The extracted data changed since the analysis was computed.',
      'Judgements on risk of bias changed.',
      'The smallest difference that matters was changed.',
    ]);
    const { outcomes } = await must(lead, 'get', `${at}/findings`);
    expect(outcomes[0].stale).toHaveLength(3);
    expect(
      (await lead.agent.put(`${at}/analyses/${analysisId}/certainty`).send({ start: 'high', reasons: ALL })).status,
    ).toBe(409);
    expect((await agree(false)).status, 'only with a reason').toBe(422);
    await agree(false, 'The data changed');
    expect((await agree()).body.detail).toBe(
      'The data changed since this analysis was computed. Compute it again first.',
    );
    await compute();
    expect((await agree()).status).toBe(204);
    expect((await grading()).stale).toEqual([]);
  });

  it('counts the weight at high risk and pools again without it, once all is judged', async () => {
    const { appraisals } = await must(lead, 'get', `${at}/appraisals`);
    const { answers } = (await must(lead, 'get', `${at}/appraisals/${appraisals[0].appraisalId}`)).mine;
    for (const { appraisalId } of appraisals.slice(1)) {
      const path = `${at}/appraisals/${appraisalId}`;
      await must(lead, 'put', `${path}/assessment`, { answers: { ...answers, '1.2': { answer: 'Y' } } });
      await must(lead, 'put', `${path}/finished`, { isFinished: true });
    }
    const { judgements } = await must(lead, 'get', `${at}/judgements`);
    expect(judgements.map((one: Body) => [one.studyLabel, one.overall, one.isHighRisk])).toEqual([
      ['Trial 1', 'high', true],
      ['Trial 2', 'low', false],
      ['Trial 3', 'low', false],
      ['Trial 4', 'low', false],
    ]);
    const { suggestions } = await grading();
    const analysis = await must(lead, 'get', `${at}/analyses/${analysisId}`);
    const weight = analysis.result.studies.find((one: Body) => one.label === 'Trial 1').weightPercent;
    expect(suggestions['risk-of-bias'].because).toContain(
      `${Math.round(weight)} % of the weight comes from 1 study at high risk. Without it the risk ratio is`,
    );
  });

  it('holds at most seven outcomes, each with an analysis of its own', async () => {
    const row = { outcomeId, analysisId };
    const put = (rows: object[]) => lead.agent.put(`${at}/findings`).send({ rows });
    expect((await put(Array(8).fill(row))).status).toBe(422);
    const other = (await must(lead, 'post', `${at}/outcomes`, { name: 'Harm', kind: 'dichotomous' })).id;
    expect((await put([{ outcomeId: other, analysisId }])).status).toBe(404);
    expect(
      (await put([{ outcomeId: other }, { ...row, baselines: [{ risk: 0.1, source: 'a register' }] }])).status,
    ).toBe(204);
    const { outcomes, isArranged } = await must(lead, 'get', `${at}/findings`);
    expect(isArranged).toBe(true);
    expect(outcomes[0].because).toBe('Not pooled: no study reports it.');
    expect(outcomes[1].absolute.map((line: Body) => [line.control, line.source])).toEqual([['100', 'a register']]);
  });

  it('is taken along as page, Word document and table', async () => {
    for (const [file, start] of [
      ['summary-of-findings.html', '<!doctype html>'],
      ['evidence-profile.csv', 'Outcome,'],
      ['summary-of-findings.docx', 'PK'],
    ] as const) {
      const reply = await lead.agent
        .get(`${at}/findings-files/${file}`)
        .buffer(true)
        .parse((stream, done) => {
          const parts: Buffer[] = [];
          stream.on('data', part => parts.push(part));
          stream.on('end', () => done(null, Buffer.concat(parts)));
        });
      expect(reply.status).toBe(200);
      expect(reply.body.toString('latin1').startsWith(start), file).toBe(true);
    }
  });
});
