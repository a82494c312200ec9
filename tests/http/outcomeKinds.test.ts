import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

/** Pritz et al. (1997), Neurosurg Focus 3(4):e5, as metafor's dat.pritz1997: good outcomes of all treated for vasospasm. */
const PRITZ: readonly (readonly [string, number, number])[] = [
  ...([
    ['Giannotta', 16, 17],
    ['Haraguchi', 10, 12],
    ['Swift', 4, 8],
    ['Kassell', 43, 58],
  ] as const),
  ...([
    ['Tanabe', 10, 10],
    ['Awad', 25, 42],
    ['Finn', 13, 14],
    ['Hadeishi', 12, 12],
  ] as const),
  ...([
    ['Otsubo', 22, 41],
    ['Muizelaar', 4, 5],
    ['Rosenstein', 5, 6],
    ['Levy', 18, 23],
  ] as const),
  ...([
    ['Shimoda', 58, 68],
    ['Solomon', 6, 10],
  ] as const),
];

let world: World;
let lead: Somebody;
let ann: Somebody;
let ben: Somebody;
let settler: Somebody;
let at: string;

beforeAll(async () => {
  world = await createWorld();
  lead = await world.person('Lena Lead');
  [ann, ben, settler] = [
    await world.person('Ann Extractor'),
    await world.person('Ben Extractor'),
    await world.person('Cai Settler'),
  ];
  const { projectId, reviewId } = await beginReview(lead);
  await join(lead, projectId, ann, ['extractor']);
  await join(lead, projectId, ben, ['extractor']);
  await join(lead, projectId, settler, ['adjudicator']);
  at = `/api/reviews/${reviewId}`;
});
afterAll(() => world.close());

const outcome = async (name: string, kind: string, unit = ''): Promise<string> =>
  (await must(lead, 'post', `${at}/outcomes`, { name, kind, unit })).id;

const analyse = async (outcomeId: string, specification: object): Promise<Body> => {
  const { id } = await must(lead, 'post', `${at}/analyses`, { name: 'Pooled', outcomeId, specification });
  return { id, ...(await must(lead, 'get', `${at}/analyses/${id}`)) };
};

describe('a prevalence that two extract blind', () => {
  let outcomeId: string;
  const studyIds = new Map<string, string>();

  it('is written by both, settled where they differ, and stands with what was settled', async () => {
    await must(lead, 'put', `${at}/extraction-mode`, { mode: 'double' });
    outcomeId = await outcome('Good outcome', 'proportion');
    for (const [label] of PRITZ) studyIds.set(label, (await must(lead, 'post', `${at}/studies`, { label })).id);
    for (const [label, events, total] of PRITZ) {
      const study = `${at}/studies/${studyIds.get(label)}`;
      for (const person of [ann, ben]) {
        // Ben misreads one study.
        const read = person === ben && label === 'Awad' ? events - 10 : events;
        await must(person, 'put', `${study}/counts/${outcomeId}`, {
          counts: { kind: 'proportion', numbers: { events: read, total } },
        });
        await must(person, 'put', `${study}/sheet/finished`, { isFinished: true });
      }
      const sheet = await must(settler, 'get', `${study}/sheet`);
      const open = sheet.comparison.places.filter((place: Body) => !place.isSame);
      expect(open.map((place: Body) => place.texts.toSorted())).toEqual(
        label === 'Awad' ? [['15 of 42', '25 of 42']] : [],
      );
      const picks = Object.fromEntries(open.map((place: Body) => [place.key, ann.personId]));
      await must(settler, 'put', `${study}/extraction-consensus`, { picks, note: 'Read again' });
    }
    const { studies } = await must(lead, 'get', `${at}/outcomes/${outcomeId}/data`);
    expect(studies).toHaveLength(14);
    expect(studies.find((study: Body) => study.label === 'Awad').numbers).toEqual({ xi: 25, ni: 42 });
  });

  it('is pooled by a mixed model of the counts as rma.glmm of metafor 3.8-1 does', async () => {
    const { result } = await analyse(outcomeId, { measure: 'PLO', generalised: 'UM.FS' });
    const { estimate, standardError } = result.pooled.value;
    expect(estimate).toBeCloseTo(1.376604388961, 4);
    expect(standardError).toBeCloseTo(0.288387187849, 3);
    expect(result.heterogeneity.value.tauSquared).toBeCloseTo(0.589330901793, 3);
  });

  it('is pooled by double arcsines as rma does, and turned back with the harmonic mean of the sizes', async () => {
    const { id, result } = await analyse(outcomeId, { measure: 'PFT', interval: 'knapp-hartung' });
    const { estimate, standardError } = result.pooled.value;
    expect(estimate).toBeCloseTo(1.0846791791341, 6);
    expect(standardError).toBeCloseTo(0.0541474683077, 6);
    expect(result.heterogeneity.value.tauSquared).toBeCloseTo(0.0257610970263, 6);
    const forest = String((await lead.agent.get(`${at}/analyses/${id}/forest.svg`)).body);
    for (const words of ['Proportion', '25 / 42', '0.80', '0.69', '0.90', 'harmonic mean'])
      expect(forest).toContain(words);
    expect(forest).not.toContain('Favours');
  });

  it('says so in the summary of findings as a level of one group, and in the manuscript', async () => {
    const { outcomes } = await must(lead, 'get', `${at}/findings`);
    const row = outcomes.find((one: Body) => one.outcomeId === outcomeId);
    expect(row.relative).toBeNull();
    expect(row.difference).toMatch(/^Proportion 0\.\d+ \(/);
    expect(row.people).toBe(326);
  });

  it('is asked for with a model and a measure that it has', async () => {
    const refused = await lead.agent
      .post(`${at}/analyses`)
      .send({ name: 'No', outcomeId, specification: { measure: 'RR' } });
    expect(refused.body.detail).toContain('PLO, PFT, PAS, PLN, PR');
    const model = { measure: 'PLO', generalised: 'CM.EL' };
    const other = await lead.agent.post(`${at}/analyses`).send({ name: 'No', outcomeId, specification: model });
    expect(other.body.detail).toContain('It has UM.FS');
  });
});

describe('an outcome of each other kind', () => {
  let studyIds: string[];
  beforeAll(async () => {
    await must(lead, 'put', `${at}/extraction-mode`, { mode: 'single' });
    studyIds = [];
    for (const label of ['One 2001', 'Two 2002', 'Three 2003'])
      studyIds.push((await must(lead, 'post', `${at}/studies`, { label })).id);
  });

  /** Three studies each; pooled by rma(method = "REML") of metafor 3.8-1 with its normal interval. */
  const WHOLE = [
    {
      ...{ kind: 'single-rate', measure: 'IRLN', pooled: [-4.3995710656, 0.2713375119], shown: 'Rate' },
      numbers: [
        { events: 12, personTime: 1400 },
        { events: 30, personTime: 1650 },
        { events: 5, personTime: 512.5 },
      ],
    },
    {
      ...{ kind: 'single-mean', measure: 'MN', pooled: [41.2952536771, 1.6038327542], shown: '41.2 (8.7), 63' },
      numbers: [
        { mean: 41.2, standardDeviation: 8.7, total: 63 },
        { mean: 44, standardDeviation: 9.3, total: 120 },
        { mean: 38.5, standardDeviation: 7.1, total: 41 },
      ],
    },
    {
      ...{ kind: 'pre-post', measure: 'SMCR', pooled: [-0.7843449221, 0.2179542827], shown: '5.1 (2.9)' },
      numbers: [
        { meanBefore: 7.4, sdBefore: 2.2, meanAfter: 5.1, sdAfter: 2.9, total: 38, correlation: 0.6 },
        { meanBefore: 7, sdBefore: 2.5, meanAfter: 6, sdAfter: 2.2, total: 51, correlation: 0.55 },
        { meanBefore: 6.9, sdBefore: 2.4, meanAfter: 4.4, sdAfter: 2.6, total: 22, correlation: 0.7 },
      ],
    },
    {
      ...{ kind: 'correlation', measure: 'ZCOR', pooled: [-0.3862995724, 0.1227779767], shown: 'Correlation' },
      numbers: [
        { correlation: -0.41, total: 57 },
        { correlation: -0.2, total: 140 },
        { correlation: -0.55, total: 38 },
      ],
    },
    {
      ...{ kind: 'reliability', measure: 'ABT', pooled: [1.852511248, 0.2259177069], shown: 'Cronbach' },
      numbers: [
        { alpha: 0.83, parts: 12, total: 204 },
        { alpha: 0.9, parts: 12, total: 88 },
        { alpha: 0.78, parts: 10, total: 150 },
      ],
    },
  ];

  it.each(WHOLE)(
    '$kind is extracted, pooled as metafor does, drawn and taken along',
    async ({ kind, measure, ...of }) => {
      const outcomeId = await outcome(`Outcome ${kind}`, kind, 'years');
      for (const [place, numbers] of of.numbers.entries()) {
        const path = `${at}/studies/${studyIds[place]}/counts/${outcomeId}`;
        await must(lead, 'put', path, { counts: { kind, numbers }, foundAt: `Table ${place}` });
      }
      const { id, result } = await analyse(outcomeId, { measure, interval: 'wald' });
      // metafor stops its search for τ² at a change of 1e-5; ours goes on to rounding.
      expect(result.pooled.value.estimate).toBeCloseTo(of.pooled[0] ?? 0, 5);
      expect(result.pooled.value.standardError).toBeCloseTo(of.pooled[1] ?? 0, 5);
      const forest = String((await lead.agent.get(`${at}/analyses/${id}/forest.svg`)).body);
      expect(forest).toContain(of.shown);
      expect(forest).not.toContain('Favours');
      const csv = (await lead.agent.get(`${at}/exports/extraction.csv`)).text;
      const [head = '', ...rows] = csv.split('\r\n');
      const row = rows.find(line => line.includes(`Outcome ${kind}`) && line.startsWith('One 2001'))?.split(',') ?? [];
      for (const value of Object.values(of.numbers[0] ?? {})) expect(row).toContain(String(value));
      expect(row[head.split(',').indexOf('found_at')]).toBe('Table 0');
      // Its kind says what the numbers mean: it stays.
      const other = { name: `Outcome ${kind}`, kind: 'dichotomous' };
      expect((await lead.agent.put(`${at}/outcomes/${outcomeId}`).send(other)).status).toBe(409);
    },
  );

  it('rates by arm are pooled by inverse variance, by Mantel and Haenszel and by mixed models as metafor does', async () => {
    const outcomeId = await outcome('Infections', 'rate', 'days');
    const { studies } = await must(lead, 'get', `${at}/extraction`);
    const rates = [
      [15, 700, 19, 498],
      [6, 310, 11, 290],
      [22, 950, 30, 930],
    ];
    for (const [place, numbers] of rates.entries()) {
      const { studyId, arms } = studies.find((study: Body) => study.studyId === studyIds[place]);
      for (const [side, arm] of arms.entries()) {
        const [events, personTime] = numbers.slice(2 * side, 2 * side + 2);
        await must(lead, 'put', `${at}/studies/${studyId}/arms/${arm.armId}/results/${outcomeId}`, {
          events,
          personTime,
        });
      }
    }
    const pooled = async (specification: object) => {
      const { estimate, standardError } = (await analyse(outcomeId, { measure: 'IRR', ...specification })).result.pooled
        .value;
      return [estimate, standardError];
    };
    const near = (digits: number, ...values: number[]) => values.map(value => expect.closeTo(value, digits));
    expect(await pooled({ interval: 'wald' })).toEqual(near(6, -0.4669754845, 0.2001721678));
    const mantelHaenszel = { model: 'fixed', fixedMethod: 'mantel-haenszel' };
    expect(await pooled(mantelHaenszel)).toEqual(near(8, -0.4673572622, 0.1996982588));
    expect(await pooled({ generalised: 'UM.FS' })).toEqual(near(4, -0.4688751611, 0.2003297912));
    expect(await pooled({ generalised: 'CM.EL' })).toEqual(near(4, -0.4688751611, 0.200329787));
    const { id } = await analyse(outcomeId, { measure: 'IRR' });
    const forest = String((await lead.agent.get(`${at}/analyses/${id}/forest.svg`)).body);
    for (const words of ['Rate ratio', '15 / 700', 'Favours']) expect(forest).toContain(words);
  });

  it('time to an event is a hazard ratio, also from O − E and V, and tells people per 1,000 at a risk', async () => {
    const outcomeId = await outcome('Death', 'time-to-event');
    const path = (place: number) => `${at}/studies/${studyIds[place]}/results/${outcomeId}`;
    const ratio = (estimate: number, lower: number, upper: number) => ({ estimate, lower, upper, isRatio: true });
    const log = await lead.agent.put(path(0)).send({ ...ratio(0.8, 0.6, 1.1), isRatio: false });
    expect([log.status, log.body.fields[0].pointer]).toEqual([422, '/body/isRatio']);
    await must(lead, 'put', path(0), ratio(0.8, 0.6, 1.0666667));
    await must(lead, 'put', path(1), ratio(0.66, 0.45, 0.968));
    await must(lead, 'put', path(2), ratio(0.93, 0.7, 1.2355714));
    const { id, result } = await analyse(outcomeId, { measure: 'GEN', interval: 'wald' });
    expect(result.pooled.value.estimate).toBeCloseTo(-0.2054380122, 6);
    const forest = String((await lead.agent.get(`${at}/analyses/${id}/forest.svg`)).body);
    for (const words of ['Hazard ratio', 'Favours']) expect(forest).toContain(words);
    const rows = [{ outcomeId, analysisId: id, baselines: [{ risk: 0.2, source: 'register' }], comment: '' }];
    await must(lead, 'put', `${at}/findings`, { rows });
    const { outcomes } = await must(lead, 'get', `${at}/findings`);
    expect(outcomes[0].relative).toMatch(/^HR 0\.81/);
    // 1 − 0.8^0.8143 = 0.166: proportional hazards, Cochrane Handbook 6.5, section 15.4.4.
    expect(outcomes[0].absolute[0]).toMatchObject({ control: '200', intervention: '166', difference: '34 fewer' });
  });

  it('numbers that a study gives in another unit or direction are pooled in the review’s', async () => {
    const outcomeId = await outcome('Carriers', 'proportion');
    const mean = await outcome('Weight', 'single-mean', 'kg');
    const [studyId = ''] = studyIds;
    await must(lead, 'put', `${at}/studies/${studyId}/counts/${outcomeId}`, {
      counts: { kind: 'proportion', numbers: { events: 12, total: 340 } },
    });
    await must(lead, 'put', `${at}/studies/${studyId}/counts/${mean}`, {
      counts: { kind: 'single-mean', numbers: { mean: 150, standardDeviation: 20, total: 30 } },
    });
    const reported = { name: '', timepointDays: null, analyte: '' };
    await must(lead, 'put', `${at}/outcomes/${outcomeId}/reporting/${studyId}`, {
      ...reported,
      unit: '',
      isReversed: true,
    });
    await must(lead, 'put', `${at}/outcomes/${mean}/reporting/${studyId}`, {
      ...reported,
      unit: 'lb',
      isReversed: false,
    });
    const numbersOf = async (id: string) => (await must(lead, 'get', `${at}/outcomes/${id}/data`)).studies[0].numbers;
    expect(await numbersOf(outcomeId)).toEqual({ xi: 328, ni: 340 });
    expect((await numbersOf(mean)).mi).toBeCloseTo(68.039, 3);
    const shown = await must(lead, 'get', `${at}/outcomes/${outcomeId}/reporting`);
    expect(shown.studies[0].numbers).toEqual([{ arm: '', reported: '12 of 340', used: '328 of 340' }]);
  });

  it('numbers that were converted say so in the figure, and follow from what the report gives', async () => {
    const outcomeId = await outcome('Smokers', 'proportion');
    const path = `${at}/studies/${studyIds[0]}/counts/${outcomeId}`;
    const conversion = {
      ...{ conversion: 'events-from-percent', choices: {} },
      given: { percent: 23.5, total: 340, decimals: 1 },
    };
    const said = (events: number) => ({ counts: { kind: 'proportion', numbers: { events, total: 340 } }, conversion });
    const refused = await lead.agent.put(path).send(said(81));
    expect(refused.body.detail).toContain('don’t follow');
    await must(lead, 'put', path, said(80));
    const { conversions } = await must(lead, 'get', `${at}/outcomes/${outcomeId}/data`);
    expect(conversions).toMatchObject([{ arm: null, provenance: { sentence: expect.stringContaining('80 events') } }]);
  });
});
