import { describe, expect, test } from 'vitest';
import { bubbleFigure } from '#core/reporting/bubbleFigure';
import { type FigureOptions, NARROW_WIDTH } from '#core/reporting/figure';
import { forestCompactFigure } from '#core/reporting/forestCompactFigure';
import { funnelFigure } from '#core/reporting/funnelFigure';
import { netHeatFigure } from '#core/reporting/netHeatFigure';
import { networkFigure } from '#core/reporting/networkFigure';
import { recallFigure } from '#core/reporting/recallFigure';
import { rocFigure } from '#core/reporting/rocFigure';
import { sequentialFigure } from '#core/reporting/sequentialFigure';
import { summaryFigure } from '#core/reporting/summaryFigure';
import { trafficLightFigure } from '#core/reporting/trafficLightFigure';
import { SCREEN_FACE } from '#core/reporting/wrap';
import { BCG, BCG_FIGURES } from './bcgFigures.ts';
import { APPRAISAL, BUBBLES, FUNNEL, NETWORK, RECALL, ROC } from './madeUpFigures.ts';
import { THREE_TRIALS, TWO_GROUPS } from './madeUpForest.ts';
import { METHOD_FIGURES, SEQUENTIAL } from './madeUpMethods.ts';
import { heatOf, NETWORK_FIGURES } from './madeUpNetwork.ts';
import { overlapsOf, readFigure, wordsOutside } from './wordsOnFigure.ts';

/** Forests have a drawing of their own for the phone, and the page shows a league as a table. */
const OWN = ['leave-one-out', 'cumulative', 'network-forest', 'league'];

const LONG = 'Standardised mean difference in health-related quality of life at the end of treatment';
const REGIONS = {
  confidenceRegion: [0.15, 0.2, 0.25].map(falsePositiveRate => ({ falsePositiveRate, sensitivity: 0.88 })),
  predictionRegion: [0.05, 0.2, 0.45].map(falsePositiveRate => ({ falsePositiveRate, sensitivity: 0.8 })),
};
const MILLIONS = {
  ...SEQUENTIAL,
  analysis: {
    ...SEQUENTIAL.analysis,
    sizeUsed: 1_502_891,
    steps: SEQUENTIAL.analysis.steps.map(step => ({ ...step, persons: 700 * step.persons })),
    ahead: [],
  },
};
const TREATMENTS = [
  'Placebo',
  'Cognitive behavioural therapy with relapse prevention',
  'Nicotine replacement',
  'Varenicline',
  'Bupropion',
  'Electronic cigarettes',
  'Group counselling',
  'Self-help',
  'Exercise',
  'Acupuncture',
  'Hypnotherapy',
];
const DOMAINS = Array.from({ length: 13 }, (_, place) => `Item ${place + 1} of a long list of questions`);

type Draw = (options: FigureOptions) => string;
const FIGURES: Readonly<Record<string, Draw>> = {
  ...Object.fromEntries(
    Object.entries(BCG_FIGURES).map(([name, draw]): [string, Draw] => [name, options => draw(BCG, options)]),
  ),
  ...METHOD_FIGURES,
  ...NETWORK_FIGURES,
  funnel: options => funnelFigure(FUNNEL, options),
  'funnel with long names': options =>
    funnelFigure({ ...FUNNEL, measure: LONG, standardErrorOf: LONG, adjusted: -0.3, adjustedName: LONG }, options),
  bubble: options => bubbleFigure(BUBBLES, options),
  'bubble with long names': options => bubbleFigure({ ...BUBBLES, moderator: LONG, measure: LONG }, options),
  roc: options => rocFigure({ ...ROC, ...REGIONS }, options),
  recall: options => recallFigure(RECALL, options),
  'recall at the beginning': options => recallFigure({ ...RECALL, records: 125_000 }, options),
  'recall near the end': options => recallFigure({ ...RECALL, screened: 990, hadStoppedAt: 100 }, options),
  'recall of a screener who has just begun': options => recallFigure({ ...RECALL, screened: 3, foundAt: [1] }, options),
  network: options => networkFigure(NETWORK, options),
  'network of eleven treatments': options =>
    networkFigure(
      {
        treatments: TREATMENTS.map((name, place) => ({ treatmentId: name, name, people: 1234 * (place + 1) })),
        comparisons: TREATMENTS.slice(1).map(to => ({ from: 'Placebo', to, studies: 3 })),
        notes: [LONG],
      },
      options,
    ),
  'sequential of millions': options =>
    sequentialFigure({ ...MILLIONS, favours: { below: 'the new vaccine', above: 'no vaccination at all' } }, options),
  'net heat by long names': options => netHeatFigure(heatOf(), { ...options, nameOf: id => `${id}, ${LONG}` }),
  'traffic lights': options => trafficLightFigure({ ...APPRAISAL, note: LONG }, options),
  'traffic lights of thirteen items': options =>
    trafficLightFigure({ ...APPRAISAL, domains: DOMAINS.map(name => ({ id: name, name })) }, options),
  'bars over all studies': options => summaryFigure(APPRAISAL, options),
};
const NARROW = Object.entries(FIGURES).filter(([name]) => !OWN.includes(name));

describe('a figure on a phone', () => {
  test.each(NARROW)('%s: fits the page, and no word covers another or leaves the figure', (_, draw) => {
    const read = readFigure(draw({ isNarrow: true }), SCREEN_FACE);
    expect(read.width).toBe(NARROW_WIDTH);
    expect(read.words.length).toBeGreaterThan(5);
    expect(overlapsOf(read)).toEqual([]);
    expect(wordsOutside(read)).toEqual([]);
    for (const { text, fontSize } of read.words) expect(fontSize, text).toBeGreaterThanOrEqual(11.5);
  });

  test.each([THREE_TRIALS, TWO_GROUPS])('a forest plot fits as well', data => {
    const read = readFigure(forestCompactFigure(data));
    expect(read.width).toBe(NARROW_WIDTH);
    expect(overlapsOf(read)).toEqual([]);
    expect(wordsOutside(read)).toEqual([]);
  });

  test.each(NARROW)('%s: says all that the wide one says in its key and at its axes', (name, draw) => {
    const wordsOf = (isNarrow: boolean) => readFigure(draw({ isNarrow })).words.map(({ text }) => text);
    const narrow = wordsOf(true).join(' ');
    // Numbers at ticks differ, names of points may have no room; the rest must be there, over however many lines.
    const lost = wordsOf(false)
      .filter(text => /[a-z]{4}/.test(text) && !/\d{4}|^[≤≥]|^Study$/.test(text))
      .filter(text => text.split(' ').some(word => !narrow.includes(word)));
    if (name === 'net-heat' || name === 'net heat by long names') expect(lost.join()).toMatch(/^(-?8 or|−8 or).*more$/);
    else expect(lost).toEqual([]);
  });
});

describe('a figure in print', () => {
  test.each(Object.entries(FIGURES))('%s: no word covers another or leaves the figure', (_, draw) => {
    const read = readFigure(draw({}));
    expect(overlapsOf(read)).toEqual([]);
    expect(wordsOutside(read)).toEqual([]);
  });
});
