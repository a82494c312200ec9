import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forestCompactFigure } from '#core/reporting/forestCompactFigure';
import type { ForestData, ForestRow } from '#core/reporting/forestData';
import { forestFigure, forestPages } from '#core/reporting/forestFigure';
import { PALETTES } from '#core/reporting/palette';
import { approximateWidth } from '#core/reporting/wrap';
import { THREE_TRIALS, TWO_GROUPS } from './madeUpForest.ts';
import { readFigure } from './wordsOnFigure.ts';

/** Text of the figure in reading order, without its markup. */
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');

/** What is drawn for one study. */
function studyGroup(svg: string, studyId: string): string {
  return new RegExp(`<g data-study="${studyId}">.*`).exec(svg)?.[0] ?? '';
}

const sideOf = (drawing: string): number => Number(/<rect [^>]*width="([\d.]+)"/.exec(drawing)?.[1]);

function manyStudies(count: number): ForestData {
  const rows = Array.from({ length: count }, (_, place): ForestRow => {
    const estimate = Math.sin(place) / 2;
    return {
      studyId: `s${place}`,
      label: `Study ${place + 1}`,
      effect: { estimate, lower: estimate - 0.6, upper: estimate + 0.6 },
      weightPercent: 100 / count,
    };
  });
  return { ...THREE_TRIALS, armColumns: [], groups: [{ rows }] };
}

describe('numbers on a forest plot', () => {
  test('ratios are turned back from the logarithm, here and nowhere else', () => {
    const shown = texts(forestFigure(THREE_TRIALS));
    for (const text of ['0.50', '(0.25', '1.00)', '0.70', '(0.30', '1.60)']) expect(shown).toContain(text);
    expect(shown).not.toContain('−0.69');
  });

  test('differences stay as they are, with a true minus', () => {
    const rows = [{ studyId: 'x', label: 'X', effect: { estimate: -2.5, lower: -4, upper: -1 }, weightPercent: 100 }];
    const shown = texts(
      forestFigure({ ...THREE_TRIALS, scale: 'identity', measure: 'Mean difference', groups: [{ rows }] }),
    );
    expect(shown).toContain('−2.50');
    expect(shown).toContain('(−4.00');
    expect(shown).toContain('Mean difference');
  });

  test('the true bounds of a clipped interval stay in the text, and its end is an arrow', () => {
    const svg = forestFigure(THREE_TRIALS);
    expect(texts(svg)).toContain('(0.001');
    expect(texts(svg)).toContain('10.00)');
    expect(studyGroup(svg, 'c').match(/<polygon/g)).toHaveLength(1);
    expect(studyGroup(svg, 'a')).not.toContain('<polygon');
  });

  test('a subtotal that is clipped is cut off upright, with an arrow: nobody takes the edge for its bound', () => {
    const [group] = TWO_GROUPS.groups;
    if (!group?.subtotal) throw new Error('there is a subtotal');
    const wide = { ...group, subtotal: { ...group.subtotal, effect: { estimate: -0.2, lower: -9, upper: 0.1 } } };
    const drawn = forestFigure({ ...TWO_GROUPS, groups: [wide] });
    const diamond = /<g><text [^>]*>Subtotal<.*/.exec(drawn)?.[0] ?? '';
    const [hollow, arrow] = [...diamond.matchAll(/<polygon points="([^"]*)"/g)].map(([, points = '']) =>
      points.split(' '),
    );
    const [low, high] = (hollow ?? []).map(point => point.split(',').map(Number));
    expect(hollow).toHaveLength(5);
    expect(low?.[0]).toBe(high?.[0]);
    expect(Math.abs((low?.[1] ?? 0) - (high?.[1] ?? 0))).toBeGreaterThan(10);
    expect(Number(arrow?.[0]?.split(',')[0])).toBeLessThan(low?.[0] ?? 0);
  });

  test('areas of squares are in proportion to weights', () => {
    const svg = forestFigure(THREE_TRIALS);
    const area = (studyId: string) => sideOf(studyGroup(svg, studyId)) ** 2;
    expect(area('b') / area('a')).toBeCloseTo(70 / 20, 2);
    expect(area('a') / area('c')).toBeCloseTo(20 / 10, 1);
  });

  test('a study that cannot be estimated has a dash and the reason in words, never a number', () => {
    const drawing = studyGroup(forestFigure(TWO_GROUPS), 'd');
    expect(texts(drawing)).toContain('Not estimable: no events in either arm');
    expect(texts(drawing).filter(text => text === '–')).toHaveLength(2);
    expect(drawing).not.toContain('NaN');
  });

  test('an infinite bound is written as such and drawn as an arrow', () => {
    const rows = [
      {
        studyId: 'x',
        label: 'X',
        effect: { estimate: 0, lower: -1, upper: Number.POSITIVE_INFINITY },
        weightPercent: 100,
      },
    ];
    const svg = forestFigure({ ...THREE_TRIALS, groups: [{ rows }] });
    expect(texts(svg)).toContain('∞)');
    expect(studyGroup(svg, 'x').match(/<polygon/g)).toHaveLength(1);
  });
});

describe('subgroups', () => {
  test('a group of one study has no diamond, and says why', () => {
    const svg = forestFigure(TWO_GROUPS);
    expect(texts(svg)).toContain('Not pooled: one study');
    expect(svg.match(/<polygon[^>]*stroke=/g)).toHaveLength(1);
  });

  test('a converted study bears a dagger, and the foot says what it means', () => {
    const shown = texts(forestFigure(TWO_GROUPS));
    expect(shown).toContain('Cedar 2011 †');
    expect(shown).toContain('† Converted from what the report gives.');
  });

  test('a figure without risk of bias has no column for it', () => {
    expect(texts(forestFigure(THREE_TRIALS))).not.toContain('RoB');
    expect(texts(forestFigure(TWO_GROUPS))).toContain('RoB');
  });
});

describe('a figure that stays readable', () => {
  test('a label however long is broken, never cut', () => {
    const label = 'The international consortium of investigators on everything that can be investigated 2019';
    const groups = [
      { rows: [{ studyId: 'x', label, effect: { estimate: 0, lower: -1, upper: 1 }, weightPercent: 100 }] },
    ];
    expect(texts(studyGroup(forestFigure({ ...THREE_TRIALS, groups }), 'x')).join(' ')).toContain(label);
  });

  test('markup in a label is text, not markup', () => {
    const groups = [{ rows: [{ studyId: '"><script>', label: '<script>&', effect: null, weightPercent: null }] }];
    const svg = forestFigure({ ...THREE_TRIALS, groups });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;&amp;');
  });

  test.each([2, 59, 60, 119, 200])('%i studies are all drawn', count => {
    const svg = forestFigure(manyStudies(count));
    expect(svg.match(/data-study=/g)).toHaveLength(count);
  });

  test('from 120 studies on there are pages, each with the head, the last one with the summary', () => {
    const pages = forestPages(manyStudies(130));
    expect(pages.map(page => page.match(/data-study=/g)?.length)).toEqual([44, 44, 42]);
    expect(pages.every(page => texts(page).includes('Weight'))).toBe(true);
    expect(pages.map(page => texts(page).includes('Random-effects model'))).toEqual([false, false, true]);
    expect(forestPages(manyStudies(119))).toHaveLength(1);
  });

  test('black and white uses no colour and no grey but the ground', () => {
    const svg = forestFigure(TWO_GROUPS, { palette: PALETTES['black-and-white'] });
    const colours = new Set([...svg.matchAll(/"(#[0-9A-Fa-f]{6})"/g)].map(([, colour]) => colour));
    expect(colours).toEqual(new Set(['#ffffff', '#000000']));
  });

  test('text is placed by anchors alone', () => {
    expect(forestFigure(TWO_GROUPS)).not.toMatch(/textLength|lengthAdjust|getBBox/);
  });

  test('whatever finite numbers come, no coordinate is missing', () => {
    const effect = fc
      .tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: 0, max: 40, noNaN: true }))
      .map(([estimate, half]) => ({ estimate, lower: estimate - half, upper: estimate + half }));
    fc.assert(
      fc.property(
        fc.array(effect, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('log', 'identity', 'logit', 'fisher-z'),
        (effects, scale) => {
          const rows = effects.map((one, place) => ({
            studyId: String(place),
            label: 'S',
            effect: one,
            weightPercent: 100 / effects.length,
          }));
          const { prediction: _prediction, ...rest } = THREE_TRIALS;
          const svg = forestFigure({ ...rest, scale, noEffect: 0, groups: [{ rows }] });
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the forest plot for a phone', () => {
  const data = {
    ...THREE_TRIALS,
    favours: { left: 'An intervention with a long name', right: 'a comparator with another one' },
  };
  const converted = {
    ...data,
    groups: data.groups.map(group => ({ ...group, rows: group.rows.map(row => ({ ...row, isConverted: true })) })),
  };
  const edges = (svg: string) =>
    [...svg.matchAll(/<text x="([-\d.]+)" y="[-\d.]+"([^>]*)>([^<]*)</g)].map(([, x = '', look = '', text = '']) => {
      const width = approximateWidth(text, Number(/font-size="([\d.]+)"/.exec(look)?.[1] ?? 12));
      const start = Number(x) - (look.includes('"end"') ? width : look.includes('"middle"') ? width / 2 : 0);
      return { text, start, end: start + width };
    });

  test('says what the dagger means, and cuts no word off at its edges', () => {
    const svg = forestCompactFigure(converted);
    expect(svg).toContain('† Converted from what the report gives.');
    expect(edges(svg).filter(({ start, end }) => start < -1 || end > 359)).toEqual([]);
    expect(forestCompactFigure(data)).not.toContain('†');
  });
});

describe('the forest plot on a phone', () => {
  const favours = { left: 'BCG', right: 'No vaccine' };
  const heights = (data: ForestData) =>
    readFigure(forestCompactFigure(data))
      .words.filter(({ text }) => /Favours|vaccine|→|←/.test(text))
      .map(({ top }) => top);

  test('says at one height what each side favours, also where no effect lies at the edge', () => {
    // All studies far below no effect: the words of the right side have no room beside it.
    const rows = [-2, -2.2].map((estimate, place) => ({
      studyId: `s${place}`,
      label: `Study ${place}`,
      effect: { estimate, lower: estimate - 0.2, upper: estimate + 0.2 },
      weightPercent: 50,
    }));
    const { pooled: _pooled, prediction: _prediction, ...rest } = THREE_TRIALS;
    const found = heights({ ...rest, favours, groups: [{ rows }] });
    expect(found).toHaveLength(2);
    expect(new Set(found).size).toBe(1);
  });

  test('breaks longer words on both sides from the same line on', () => {
    const long = { left: 'supervised exercise at a hospital', right: 'usual care with advice on paper' };
    const [first] = heights({ ...THREE_TRIALS, favours: long });
    expect(heights({ ...THREE_TRIALS, favours: long }).filter(top => top === first)).toHaveLength(2);
  });
});
