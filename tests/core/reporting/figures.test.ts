import { describe, expect, test } from 'vitest';
import { bubbleFigure } from '#core/reporting/bubbleFigure';
import { forestCompactFigure } from '#core/reporting/forestCompactFigure';
import { forestFigure } from '#core/reporting/forestFigure';
import { funnelFigure } from '#core/reporting/funnelFigure';
import { networkFigure } from '#core/reporting/networkFigure';
import { PALETTES } from '#core/reporting/palette';
import { prismaFigure } from '#core/reporting/prismaFigure';
import { prismaFlow } from '#core/reporting/prismaFlow';
import { recallFigure } from '#core/reporting/recallFigure';
import { rocFigure } from '#core/reporting/rocFigure';
import { judgementShares, summaryFigure } from '#core/reporting/summaryFigure';
import { trafficLightFigure } from '#core/reporting/trafficLightFigure';
import { expectApproved } from '../../pictures/approvedPicture.ts';
import { APPRAISAL, BUBBLES, FUNNEL, NETWORK, RECALL, ROC, TOOL } from './madeUpFigures.ts';
import { THREE_TRIALS, TWO_GROUPS } from './madeUpForest.ts';
import { WORKED_FLOW, WORKED_UPDATE } from './workedFlow.ts';

describe('pictures that were looked at and approved', () => {
  test('forest plot', () => expectApproved('forest', forestFigure(THREE_TRIALS)));
  test('forest plot with subgroups', () => expectApproved('forest-subgroups', forestFigure(TWO_GROUPS)));
  test('forest plot on a dark page', () =>
    expectApproved('forest-dark', forestFigure(THREE_TRIALS, { palette: PALETTES.dark })));
  test('flow diagram', () => expectApproved('prisma', prismaFigure(prismaFlow(WORKED_FLOW))));
  test('flow diagram of an update, black and white', () =>
    expectApproved('prisma-update', prismaFigure(prismaFlow(WORKED_UPDATE), { palette: PALETTES['black-and-white'] })));
  test('funnel plot', () => expectApproved('funnel', funnelFigure(FUNNEL)));
  test('traffic lights', () => expectApproved('traffic-light', trafficLightFigure(APPRAISAL)));
  test('bars over all studies', () => expectApproved('summary', summaryFigure(APPRAISAL)));
  test('bubble plot', () => expectApproved('bubble', bubbleFigure(BUBBLES)));
  test('forest plot on a phone', () => expectApproved('forest-compact', forestCompactFigure(THREE_TRIALS)));
  test('summary ROC plot', () => expectApproved('roc', rocFigure(ROC)));
  test('recall while screening', () => expectApproved('recall', recallFigure(RECALL)));
  test('network', () => expectApproved('network', networkFigure(NETWORK)));
});

describe('the flow diagram', () => {
  test('a number leads to the set that it counts, where the page says how', () => {
    const svg = prismaFigure(prismaFlow(WORKED_FLOW), {
      linkOf: ({ key, name }) => `?set=${key}${name ? `&name=${name}` : ''}`,
    });
    expect(svg).toContain('<a href="?set=database_specific_results&amp;name=Embase">');
    expect(prismaFigure(prismaFlow(WORKED_FLOW))).not.toContain('<a ');
  });

  test('every box can be found by its name', () => {
    const ids = [...prismaFigure(prismaFlow(WORKED_UPDATE)).matchAll(/id="prisma-([a-z-]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(prismaFlow(WORKED_UPDATE).boxes.map(({ id }) => id));
  });

  test('black and white has no fills but white', () => {
    const svg = prismaFigure(prismaFlow(WORKED_FLOW), { palette: PALETTES['black-and-white'] });
    expect(svg).not.toMatch(/DAA520|B0C4DE|D9D9D9/i);
  });

  test('a box where work waits says how much', () => {
    const screening = { ...WORKED_FLOW.screening, waiting: 12 };
    expect(prismaFigure(prismaFlow({ ...WORKED_FLOW, screening }))).toContain('in progress (12 left)');
  });
});

describe('the funnel plot', () => {
  test('a point lies where its effect and its standard error put it', () => {
    const [a, b] = [...funnelFigure(FUNNEL).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    // Standard errors grow downward from 0 at the top edge.
    expect((a?.[1] ?? 0) / (b?.[1] ?? 1)).toBeCloseTo(0.354 / 0.114, 2);
    expect(a?.[0]).toBeLessThan(b?.[0] ?? 0);
  });

  test('a measure of one group has no contours', () => {
    expect(funnelFigure({ ...FUNNEL, noEffect: null })).not.toContain('p &gt; 0.10');
  });
});

describe('the bubble plot', () => {
  test('areas of circles are in proportion to weights, the largest drawn first', () => {
    const circles = [...bubbleFigure(BUBBLES).matchAll(/ r="([\d.]+)"[^>]*data-study="(\w)"/g)];
    expect(circles.map(([, , studyId]) => studyId)).toEqual(['b', 'a', 'c']);
    const [largest, , smallest] = circles.map(([, radius]) => Number(radius) ** 2);
    expect((largest ?? 0) / (smallest ?? 1)).toBeCloseTo(7, 1);
  });

  test('a study off the band is named, one inside it is not', () => {
    const named = [...bubbleFigure(BUBBLES).matchAll(/<text [^>]*>([A-Z]\w+ \d{4})<\/text>/g)].map(([, name]) => name);
    expect(named).toContain('Cedar 2011');
    expect(named).not.toContain('Alder 2001');
  });

  test('without a curve the studies are drawn alone', () => {
    expect(bubbleFigure({ ...BUBBLES, curve: [] })).not.toMatch(/<path|NaN/);
  });
});

describe('the forest plot on a phone', () => {
  test('has names and estimates, without bounds and weights', () => {
    const svg = forestCompactFigure(TWO_GROUPS);
    expect(svg).toContain('>0.50</text>');
    expect(svg).toContain('>not estimable</text>');
    expect(svg).not.toContain('(0.25');
    expect(svg).not.toContain('>Weight</text>');
  });
});

describe('the summary ROC plot', () => {
  test('the legend names what is drawn, and nothing else', () => {
    const svg = rocFigure(ROC);
    expect(svg).toContain('Summary point: 0.89 / 0.78');
    expect(svg).not.toContain('prediction region');
  });

  test('the ground of the legend hides no study: it is drawn before them', () => {
    const useless = { studyId: 'u', label: 'U', people: 1, falsePositiveRate: 0.8, sensitivity: 0.2 };
    const svg = rocFigure({ ...ROC, studies: [useless] });
    const ground = svg.lastIndexOf('<rect', svg.indexOf('data-study="u"'));
    expect(ground).toBeGreaterThan(0);
    expect(svg.indexOf(`fill="${PALETTES.print.background}"`, svg.indexOf('data-study="u"'))).toBe(-1);
  });

  test('a perfect test stands in the upper left corner', () => {
    const perfect = {
      ...ROC,
      studies: [{ studyId: 'p', label: 'P', people: 1, falsePositiveRate: 0, sensitivity: 1 }],
    };
    expect(rocFigure(perfect)).toMatch(/cx="58" cy="0" [^>]*data-study="p"/);
  });
});

describe('recall while screening', () => {
  test('is drawn as the steps that were taken, one for each included record', () => {
    const [, path = ''] = / d="([^"]*)"/.exec(recallFigure(RECALL)) ?? [];
    expect(path.match(/V/g)).toHaveLength(RECALL.foundAt.length);
    expect(path).not.toMatch(/[CSQTA]/);
  });

  test('without a sample there is no wedge, and no number for what may be missing', () => {
    const { mayInclude: _mayInclude, ...unsampled } = RECALL;
    expect(recallFigure(RECALL)).toContain('at most 9');
    expect(recallFigure(unsampled)).not.toContain('at most');
    expect(recallFigure(unsampled)).not.toContain('<polygon');
  });

  test('nothing is said of the unread where everything was read', () => {
    expect(recallFigure({ ...RECALL, screened: 1000 })).not.toContain('not screened');
  });
});

describe('traffic lights', () => {
  test('the legend holds what this tool can say, and nothing else', () => {
    const svg = trafficLightFigure(APPRAISAL);
    expect(svg).toContain('>Some concerns</text>');
    expect(svg).not.toContain('Critical');
  });

  test('what nobody judged is an open ring, never a colour', () => {
    expect(trafficLightFigure(APPRAISAL)).toContain('Not judged yet');
    const judged = { ...APPRAISAL, studies: APPRAISAL.studies.slice(0, 1) };
    expect(trafficLightFigure(judged)).not.toContain('Not judged yet');
  });

  test('the set for people who tell red from green badly is another one', () => {
    const svg = trafficLightFigure(APPRAISAL, { isColourBlindSet: true });
    expect(svg).not.toContain('#02C100');
    expect(svg).toContain('#FED98E');
  });
});

describe('bars over all studies', () => {
  test('shares add up to one, by study and by weight', () => {
    const byStudy = judgementShares(APPRAISAL.studies, study => study.judgements[0] ?? null, TOOL);
    expect(byStudy).toEqual([
      { judgement: 'low', share: 0.5 },
      { judgement: 'some-concerns', share: 0.5 },
    ]);
    const byWeight = judgementShares(APPRAISAL.studies, study => study.judgements[1] ?? null, TOOL, 'weight');
    expect(byWeight).toEqual([
      { judgement: 'high', share: 0.25 },
      { judgement: null, share: 0.75 },
    ]);
  });

  test('no study, no bar', () => expect(judgementShares([], () => 'low', TOOL)).toEqual([]));
});

describe('the network', () => {
  test('areas of discs are in proportion to people, widths of lines to trials', () => {
    const svg = networkFigure(NETWORK);
    const radii = [...svg.matchAll(/ r="([\d.]+)" fill="#333333"/g)].map(([, r]) => Number(r));
    expect((radii[0] ?? 0) ** 2 / (radii[1] ?? 1) ** 2).toBeCloseTo(4, 1);
    const widths = [...svg.matchAll(/<line [^>]*stroke-width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(3, 1);
  });

  test('the reference stands at the lower right', () => {
    const [first, ...others] = [
      ...networkFigure(NETWORK).matchAll(/cx="([\d.]+)" cy="([\d.]+)" r="[\d.]+" fill="#333333"/g),
    ];
    for (const other of others)
      expect(Number(first?.[1]) + Number(first?.[2])).toBeGreaterThan(Number(other[1]) + Number(other[2]));
  });
});
