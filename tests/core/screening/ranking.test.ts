import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFeatures, featureSteps } from '#core/screening/features';
import { createRanking } from '#core/screening/ranking';
import { RANKING_SETTINGS } from '#core/screening/rankingSettings';
import { simulateScreening } from '#core/screening/simulation';
import type { RankableRecord } from '#core/screening/termCounts';

/** A made-up search result: every fifth record is on zinc for Wilson disease, the others on other matters. */
const TOPICS = [
  'zinc and penicillamine treatment of Wilson disease in children with copper overload',
  'mindfulness training for anxious students at a university',
  'soil bacteria and nitrogen in wheat fields after rain',
  'knee replacement outcomes measured by gait analysis in older adults',
  'machine learning of traffic jams in large cities',
];
const FILLERS = ['a cohort', 'randomised trial', 'case series', 'five years later', 'in practice', 'early results'];
const records = Array.from({ length: 100 }, (_, index) => {
  const topic = TOPICS[index % 5] ?? '';
  const filler = FILLERS[index % FILLERS.length] ?? '';
  const words = topic.split(' ');
  return {
    title: `${words.slice(0, 5).join(' ')} ${filler}`,
    abstract: index % 10 === 5 ? '' : `We report ${words.slice(index % 4).join(' ')}, ${filler}, with follow-up.`,
  };
});
const isRelevant = records.map((_, index) => index % 5 === 0);
const QUESTION = 'Does zinc help people with Wilson disease?';

/** The words of the question's row with their weights. */
function questionIn(some: readonly RankableRecord[], reportingWeight: number): ReadonlyMap<string, number> {
  const {
    terms,
    rowStart,
    columns,
    weights,
    records: last,
  } = buildFeatures(some, QUESTION, 1, {
    ...RANKING_SETTINGS,
    ...{ reportingWeight, commonShare: 1 },
  });
  const row = new Map<string, number>();
  for (let at = rowStart[last] ?? 0; at < (rowStart[last + 1] ?? 0); at++)
    if (weights[at]) row.set(terms[columns[at] ?? 0] ?? '', weights[at] ?? 0);
  return row;
}

describe('ranking of unscreened records', () => {
  it('starts from the question alone with records that are on the question', () => {
    const ranking = createRanking(buildFeatures(records, QUESTION, 1), 1);
    ranking.retrain();
    const first = ranking.order().slice(0, 10);
    expect(first.filter(record => isRelevant[record])).toHaveLength(10);
  });

  it('keeps records without an abstract for later while it knows few includes', () => {
    const ranking = createRanking(buildFeatures(records, QUESTION, 1), 1);
    ranking.retrain();
    const hasAbstract = ranking.order().map(record => records[record]?.abstract !== '');
    expect(hasAbstract.indexOf(false)).toBe(hasAbstract.lastIndexOf(true) + 1);
    for (const record of [0, 10, 20, 30, 40]) ranking.learn(record, true);
    ranking.retrain();
    expect(
      ranking
        .order()
        .slice(0, 15)
        .every(record => isRelevant[record]),
    ).toBe(true);
  });

  it('proposes studies that report what they found before remarks on the same matter', () => {
    const some = Array.from({ length: 40 }, (_, index) => ({
      title: `Zinc for Wilson disease ${index}`,
      abstract:
        index % 2 === 0
          ? 'Objective: to assess a salt. Methods: participants received it. Results: copper was measured and fell.'
          : 'Some thoughts on a salt that has a long history and raises questions which the profession may wish to discuss.',
    }));
    const ranking = createRanking(buildFeatures(some, QUESTION, 1), 1);
    ranking.retrain();
    expect(
      ranking
        .order()
        .slice(0, 10)
        .every(record => record % 2 === 0),
    ).toBe(true);
    const own = questionIn(some, 0);
    expect([...own.keys()].sort()).toEqual(['disease', 'wilson', 'zinc']);
    const row = questionIn(some, 1);
    expect(row.get('results')).toBeGreaterThan(0);
    expect(row.get('thoughts')).toBeUndefined();
    expect(row.get('wilson')).toBeGreaterThan(row.get('results') ?? 0);
  });

  it('looks for studies that report what they found where nobody asked anything', () => {
    const some = Array.from({ length: 20 }, (_, index) => ({
      title: `Zinc ${index}`,
      abstract:
        index % 2 === 0
          ? 'Objective: to assess a salt. Methods: participants received it. Results: copper was measured and fell.'
          : 'Some thoughts on a salt that has a long history and raises questions which the profession may wish to discuss.',
    }));
    const features = buildFeatures(some, '', 1);
    expect(features.hasQuestion).toBe(true);
    const ranking = createRanking(features, 1);
    ranking.retrain();
    expect(
      ranking
        .order()
        .slice(0, 10)
        .every(record => record % 2 === 0),
    ).toBe(true);
    expect(buildFeatures([{ title: 'Zinc', abstract: 'Zinc salts.' }], '', 1).hasQuestion).toBe(false);
  });

  it('reads keywords and MeSH headings of a record that has nothing but a title', () => {
    const some = Array.from({ length: 30 }, (_, index) => ({
      title: `Case ${index}`,
      abstract: '',
      keywords: index === 17 || index === 18 ? 'Hepatolenticular Degeneration; Zinc' : 'Soil; Wheat',
    }));
    const ranking = createRanking(buildFeatures(some, QUESTION, 1), 1);
    ranking.retrain();
    expect(ranking.order().slice(0, 2)).toEqual([17, 18]);
  });

  it('finds what is wanted without a question, from one include and one exclude', () => {
    const ranking = createRanking(buildFeatures(records, '', 1), 1);
    const { order } = simulateScreening(ranking, isRelevant, [0, 1], () => 0);
    expect(order.slice(0, 17).filter(record => isRelevant[record]).length).toBeGreaterThanOrEqual(15);
  });

  it('proposes each record once and leaves out the priors', () => {
    const ranking = createRanking(buildFeatures(records, QUESTION, 1), 1);
    const { order, durations } = simulateScreening(ranking, isRelevant, [0, 1], () => 0);
    expect([...order].sort((one, other) => one - other)).toEqual(records.map((_, index) => index).slice(2));
    expect(durations.length).toBeLessThanOrEqual(order.length);
  });

  it('proposes next what stands first in its order', () => {
    const ranking = createRanking(buildFeatures(records, QUESTION, 1), 1);
    for (let step = 0; step < 30; step++) {
      ranking.retrain();
      const next = ranking.next();
      expect(next).toBe(ranking.order()[0]);
      if (next !== null) ranking.learn(next, isRelevant[next] === true);
    }
  });

  it('comes to the same order again for the same seed and decisions', () => {
    const run = () => {
      const ranking = createRanking(buildFeatures(records, QUESTION, 7), 7);
      return simulateScreening(ranking, isRelevant, [], () => 0).order;
    };
    expect(run()).toEqual(run());
  });

  it('takes back what it learned from a withdrawn decision', () => {
    const features = buildFeatures(records, QUESTION, 1);
    const changed = createRanking(features, 1);
    const plain = createRanking(features, 1);
    changed.learn(1, true);
    changed.retrain();
    changed.forget(1);
    for (const ranking of [changed, plain]) ranking.learn(0, true);
    for (const ranking of [changed, plain]) ranking.retrain(400);
    const nearest = plain.order()[0] ?? 0;
    expect(changed.order()).toContain(1);
    expect(changed.score(nearest)).toBeCloseTo(plain.score(nearest), 1);
  });

  it('has nothing left to propose when all is screened', () => {
    const ranking = createRanking(buildFeatures(records.slice(0, 3), QUESTION, 1), 1);
    for (const record of [0, 1, 2]) ranking.learn(record, false);
    ranking.retrain();
    expect(ranking.next()).toBeNull();
    expect(ranking.order()).toEqual([]);
  });

  it('stays calm with empty texts, one record, or none', () => {
    for (const some of [[], [{ title: '', abstract: '' }], [{ title: 'zinc', abstract: '' }]]) {
      const ranking = createRanking(buildFeatures(some, QUESTION, 1), 1);
      ranking.retrain();
      expect(ranking.order()).toHaveLength(some.length);
      for (let record = 0; record < some.length; record++) expect(ranking.score(record)).not.toBeNaN();
    }
  });
});

describe('why a record stands where it stands', () => {
  it('names the words that speak for it and against it', () => {
    const ranking = createRanking(buildFeatures(records, QUESTION, 1), 1);
    ranking.learn(0, true);
    for (const record of [1, 2, 3, 4]) ranking.learn(record, false);
    ranking.retrain();
    expect(ranking.explain(20).for.map(({ term }) => term)).toContain('wilson');
    expect(ranking.explain(21).against.map(({ term }) => term)).toContain('mindfulness');
  });

  it('adds up to the score, word by word', () => {
    const ranking = createRanking(buildFeatures(records, QUESTION, 1), 1);
    ranking.learn(0, true);
    ranking.learn(1, false);
    ranking.retrain();
    for (let record = 0; record < records.length; record++) {
      const reasons = ranking.explain(record, 1000);
      const sum = [...reasons.for, ...reasons.against].reduce((total, { weight }) => total + weight, reasons.constant);
      // Features are kept in single precision.
      expect(sum).toBeCloseTo(ranking.score(record), 4);
    }
  });
});

describe('features of records', () => {
  it('are built in slices, ever further', () => {
    const steps = featureSteps(
      [...Array(12)].flatMap(() => records),
      QUESTION,
      1,
    );
    const shares: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it('do not depend on words that stand in nearly every record', () => {
    const common = records.map(({ title, abstract }) => ({ title, abstract: `${abstract} ubiquitous` }));
    expect(buildFeatures(common, '', 1).terms).not.toContain('ubiquitous');
  });

  it('bring every record, its own words included, to a like length', () => {
    const text = fc.array(fc.constantFrom('zinc', 'copper', 'liver', 'trial', 'child', 'rare'), { minLength: 1 });
    const many = fc.array(text, { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(many, texts => {
        const features = buildFeatures(
          texts.map(words => ({ title: words.join(' '), abstract: '' })),
          '',
          1,
        );
        for (const length of features.squaredLength) expect(Number.isFinite(length)).toBe(true);
        for (const mass of features.ownMass) expect(mass).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 30 },
    );
  });
});
