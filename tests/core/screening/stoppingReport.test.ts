import { describe, expect, it } from 'vitest';
import type { Situation } from '#core/screening/phase';
import { createRankingDesk, type RankingTexts } from '#core/screening/rankingDesk';
import { recordsToTest, sampleNeeded } from '#core/screening/stoppingForecast';
import { stoppingReport } from '#core/screening/stoppingReport';
import { stoppingSentences } from '#core/screening/stoppingSentences';
import { takeIn } from '#core/screening/takeIn';
import { teamMisses } from '#core/screening/teamMisses';
import type { Choice } from '#core/vocabulary';

const AIMS = { targetRecall: 0.95, confidence: 0.95, irrelevantRun: 50 };
const screened = (relevant: number, irrelevantAfter: number) => [
  ...Array<boolean>(relevant).fill(true),
  ...Array<boolean>(irrelevantAfter).fill(false),
];

describe('how far the rules still are', () => {
  it('asks for as many records by lot as R does', () => {
    // R: found 95, target 0.95: K = floor(95/0.95 - 95 + 1) = 6 of 1000. phyper(0, 6, 994, 392) = 0.05003,
    // phyper(0, 6, 994, 393) = 0.04953: the first below 0.05.
    expect(sampleNeeded(95, 1000, 0.95, 0.95)).toBe(393);
  });

  it('asks for so many more irrelevant records that the test holds then, and not one before', () => {
    const progress = { records: 1000, screened: screened(20, 80) };
    const more = recordsToTest(progress, 0.95, 0.95);
    const isMetAfter = (further: number) =>
      stoppingReport({ records: 1000, screened: screened(20, 80 + further) }, null, AIMS).test.isMet;
    expect([isMetAfter(more - 1), isMetAfter(more)]).toEqual([false, true]);
  });

  it('gives recall by the sample of the pool, and counts what was found since as found', () => {
    // Case R1 of the reference: r = 95, U = 1000, s = 200, x = 1: M in [1, 25], recall in [0.792, 0.990].
    const sample = { foundBefore: 95, pool: 1000, drawn: 200, relevantDrawn: 1 };
    const at = (found: number) => {
      const { recall } = stoppingReport({ records: 2000, screened: screened(found, 905) }, sample, AIMS).sample;
      return recall.estimable ? recall.value : null;
    };
    expect(at(95)).toMatchObject({ recall: 0.95, lower: 95 / 120, upper: 95 / 96, most: 120 });
    expect(at(108)).toMatchObject({ lower: 108 / 120, upper: 1 });
  });

  it('estimates no recall without a sample', () => {
    const report = stoppingReport({ records: 100, screened: screened(3, 60) }, null, AIMS);
    expect(report.sample.recall).toEqual({ estimable: false, because: 'no-sample' });
    expect(report.run).toEqual({ length: 60, isMet: true, toGo: 0 });
  });

  it('says in the Methods what a rule does not guarantee and what the team overlooked', () => {
    const report = stoppingReport({ records: 1000, screened: screened(20, 80) }, null, AIMS);
    const misses = { readByTwo: 26, missedByOne: 2, readByOne: 0 };
    const facts = {
      ...({ records: 1000, screened: 100, isRanked: true, learnsFrom: 'own', seed: 7 } as const),
      ...{ aims: AIMS, report, misses },
    };
    const sentence = stoppingSentences({ ...facts, rule: 'run', sampled: 0, sampledRelevant: 0 });
    expect(sentence).toContain('seed 7');
    expect(sentence).toContain('100 records of 1,000 were screened and 20 judged eligible');
    expect(sentence).toContain('This rule guarantees no recall.');
    expect(sentence).toContain('of 26 eligible records read by two people, 2 had been excluded by one of them');
    const unranked = stoppingSentences({ ...facts, isRanked: false, rule: 'run', sampled: 0, sampledRelevant: 0 });
    expect(unranked).toMatch(/^Records were screened in the order in which they were given out, without any ranking\./);
    expect(unranked).not.toContain('support vector machine');
  });
});

describe('what the team overlooked itself', () => {
  const situation = (choices: readonly Choice[], settled: 'include' | 'exclude' | null = null): Situation => ({
    mode: choices.length > 1 ? 'double' : 'single',
    stage: 'title-and-abstract',
    asked: [],
    decisions: choices.map((choice, place) => ({ personId: `p${place}`, choice, criterionId: null })),
    adjudication: settled && { choice: settled },
  });

  it('is counted among included records that two people read apart', () => {
    const found = teamMisses([
      situation(['include', 'include']),
      situation(['include', 'exclude'], 'include'),
      situation(['include', 'exclude'], 'exclude'),
      situation(['include', 'exclude']),
      situation(['include']),
      situation(['exclude', 'exclude']),
    ]);
    expect(found).toEqual({ readByTwo: 2, missedByOne: 1, readByOne: 1 });
  });
});

describe('a desk that orders records', () => {
  const records = Array.from({ length: 60 }, (_, place) => ({
    title: place % 3 === 0 ? `Asthma trial ${place}` : `Wheat harvest ${place}`,
    abstract: place % 3 === 0 ? 'inhaled steroid for asthma in children' : 'soil and rain in the field of wheat',
  }));
  const texts: RankingTexts = {
    ...{ question: 'asthma', count: 60 },
    read: async (from, to) => records.slice(from, to),
  };
  const request = {
    ...{ basis: 'one', seed: 3, most: 10, explained: 2, open: [...Array(60).keys()].slice(2) },
    lessons: [
      { record: 0, isRelevant: true },
      { record: 1, isRelevant: false },
    ],
  };

  it('asks for texts that it does not have', () => {
    expect(createRankingDesk(100).answer(request)).toBeNull();
  });

  it('gives the same order whatever it was asked in between, and another desk gives it too', async () => {
    const [one, other] = [createRankingDesk(100), createRankingDesk(100)];
    await takeIn(one, 'one', 3, texts);
    const first = one.answer(request);
    one.answer({ ...request, lessons: [{ record: 4, isRelevant: true }] });
    await takeIn(other, 'one', 3, texts);
    expect(one.answer(request)).toEqual(first);
    expect(other.answer(request)).toEqual(first);
    expect(first?.order.every(record => record % 3 === 0)).toBe(true);
    expect(first?.reasons).toHaveLength(2);
  });

  it('gives orders of other texts while it takes some in, a portion at a time', async () => {
    const desk = createRankingDesk(1_000);
    await takeIn(desk, 'one', 3, texts);
    const first = desk.answer(request);
    const intake = desk.take('two', 3, 'wheat', 60);
    for (let from = 0; from < 60; from += 7) intake.add(records.slice(from, from + 7));
    const steps = intake.finish();
    while (!steps.next().done) {
      expect(desk.answer(request)).toEqual(first);
      expect(desk.answer({ ...request, basis: 'two' })).toBeNull();
    }
    const other = createRankingDesk(1_000);
    await takeIn(other, 'two', 3, { ...texts, question: 'wheat' });
    expect(desk.answer({ ...request, basis: 'two' })).toEqual(other.answer({ ...request, basis: 'two' }));
  });

  it('lets go of the texts that it was asked about longest ago', async () => {
    const desk = createRankingDesk(130);
    for (const basis of ['one', 'two']) await takeIn(desk, basis, 3, texts);
    expect(desk.answer(request)).not.toBeNull();
    await takeIn(desk, 'three', 3, texts);
    expect(desk.answer({ ...request, basis: 'two' })).toBeNull();
    expect(desk.answer(request)).not.toBeNull();
  });
});
