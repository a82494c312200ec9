import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { draperyFigure } from '#core/reporting/draperyFigure';
import { funnelFigure } from '#core/reporting/funnelFigure';
import { funnelOfAnalysis, funnelOfLimitMeta, funnelOfTrimAndFill } from '#core/reporting/funnelOfAnalysis';
import { labbeOfAnalysis } from '#core/reporting/labbeOfAnalysis';
import { PALETTE_NAMES, PALETTES } from '#core/reporting/palette';
import { baujatOfAnalysis, doiOfAnalysis, draperyOfAnalysis, radialOfAnalysis } from '#core/reporting/plotsOfAnalysis';
import { analyse } from '#core/synthesis/analyse';
import { expectApproved } from '../../pictures/approvedPicture.ts';
import { BCG_TRIALS } from '../synthesis/bcgTrials.ts';
import { BCG, BCG_FIGURES, known, NUMBERS } from './bcgFigures.ts';

/** Every name of an element, or an error where the text is no XML. */
function elementsOf(svg: string): string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('error', error => {
    throw error;
  });
  parser.write(svg).close();
  return names;
}

describe('pictures of the thirteen BCG trials, looked at and approved', () => {
  test.each(Object.entries(BCG_FIGURES))('%s', (name, draw) => expectApproved(`bcg-${name}`, draw(BCG)));
});

describe('every further figure', () => {
  test.each(Object.entries(BCG_FIGURES))('%s is whole and told apart in every palette', (_, draw) => {
    const drawn = PALETTE_NAMES.map(name => draw(BCG, { palette: PALETTES[name] }));
    for (const svg of drawn) {
      expect(elementsOf(svg)[0]).toBe('svg');
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(new Set(drawn).size).toBe(PALETTE_NAMES.length);
  });

  test.each(Object.entries(BCG_FIGURES))('%s escapes the names of studies', (_, draw) => {
    const [first, ...others] = BCG_TRIALS;
    if (!first) throw new Error('there are trials');
    const svg = draw(analyse(BCG.spec, [{ ...first, label: 'Ö & <script>' }, ...others]));
    expect(svg).not.toContain('<script>');
    elementsOf(svg);
  });

  test('is refused with a reason where there are too few studies', () => {
    const one = analyse(BCG.spec, BCG_TRIALS.slice(0, 1));
    const none = analyse(BCG.spec, []);
    expect(baujatOfAnalysis(one)).toEqual({ estimable: false, because: 'too-few-studies' });
    expect(funnelOfTrimAndFill(one)).toEqual({ estimable: false, because: 'too-few-studies' });
    expect(doiOfAnalysis(one)).toEqual({ estimable: false, because: 'one-study-only' });
    expect(radialOfAnalysis(none)).toEqual({ estimable: false, because: 'no-study-with-an-effect' });
    expect(labbeOfAnalysis(BCG, new Map())).toEqual({ estimable: false, because: 'no-counts-of-two-groups' });
    const same = { ...BCG.spec, measure: 'GEN' as const };
    const equal = [0.1, 0.2, 0.3].map((yi, place) => ({
      studyId: `${place}`,
      label: `${place}`,
      numbers: { yi, vi: 1 },
    }));
    expect(funnelOfLimitMeta(analyse(same, equal))).toEqual({ estimable: false, because: 'one-precision-only' });
  });
});

describe('the drapery plot', () => {
  test('has a curve for every study, for the pooled effect and for that of a new study', () => {
    const svg = draperyFigure(known(draperyOfAnalysis(BCG)));
    expect(svg.match(/<path /g)?.length).toBeGreaterThanOrEqual(15);
    for (const { label } of BCG_TRIALS) expect(svg).toContain(label.replace('&', '&amp;'));
  });

  test('of a fixed effect predicts nothing', () => {
    const fixed = analyse({ ...BCG.spec, model: 'fixed' }, BCG_TRIALS);
    expect(draperyFigure(known(draperyOfAnalysis(fixed)))).not.toContain('new study');
  });
});

describe('the radial plot', () => {
  test('counts the variance between studies into the error only where the model has one', () => {
    const fixed = analyse({ ...BCG.spec, model: 'fixed' }, BCG_TRIALS);
    const [random, common] = [known(radialOfAnalysis(BCG)), known(radialOfAnalysis(fixed))];
    for (const [place, { error }] of random.points.entries())
      expect(error).toBeGreaterThan(common.points[place]?.error ?? 9);
  });
});

describe('L’Abbé’s plot', () => {
  test('has the pooled effect where the model puts it', () => {
    const risks = (measure: 'RR' | 'OR' | 'RD') => {
      const analysis = analyse({ ...BCG.spec, measure }, BCG_TRIALS);
      const { pooled } = known(labbeOfAnalysis(analysis, NUMBERS));
      return { at: (second: number) => pooled?.(second) ?? Number.NaN, analysis };
    };
    const pooledOf = ({ analysis }: ReturnType<typeof risks>) =>
      analysis.pooled.estimable ? analysis.pooled.value.estimate : Number.NaN;
    const [rr, or, rd] = [risks('RR'), risks('OR'), risks('RD')];
    expect(rr.at(0.2) / 0.2).toBeCloseTo(Math.exp(pooledOf(rr)), 12);
    expect(or.at(0.2) / (1 - or.at(0.2)) / 0.25).toBeCloseTo(Math.exp(pooledOf(or)), 12);
    expect(rd.at(0.2) - 0.2).toBeCloseTo(pooledOf(rd), 12);
  });
});

describe('the funnel', () => {
  test('ends its curve at the effect of an infinitely large study', () => {
    const { curve, adjusted } = known(funnelOfLimitMeta(BCG));
    expect(curve?.[0]?.standardError).toBe(0);
    expect(curve?.[0]?.estimate).toBeCloseTo(adjusted ?? 9, 12);
  });

  test('of different kinds of studies names each kind below', () => {
    const data = funnelOfAnalysis(BCG);
    const kinds = ['A against B', 'A against C'];
    const svg = funnelFigure({
      ...data,
      kinds,
      points: data.points.map((point, place) => ({ ...point, kind: place % 2 })),
    });
    for (const kind of kinds) expect(svg).toContain(`>${kind}</text>`);
  });
});
