import { expect, it } from 'vitest';
import * as distributions from '#core/numeric/distributions';
import type { Tails } from '#core/numeric/incompleteGamma';
import { logGamma } from '#core/numeric/logGamma';
import { noncentralTTails } from '#core/numeric/noncentralT';
import { hedgesCorrection } from '#core/synthesis/effects/hedgesCorrection';
import { describeShared, sharedFile } from '../../support/shared.ts';
import { TOLERANCES } from '../tolerances.ts';

type Answer = (args: readonly number[], lower: boolean) => number;
const side = (tails: Tails, lower: boolean) => (lower ? tails.lower : tails.upper);

const FUNCTIONS: Readonly<Record<string, Answer>> = {
  'beta-cdf': ([x = 0, a = 0, b = 0], lower) => side(distributions.betaTails(x, a, b), lower),
  'beta-quantile': ([p = 0, a = 0, b = 0], lower) => distributions.betaQuantile(p, a, b, lower),
  'chisq-cdf': ([x = 0, df = 0], lower) => side(distributions.chiSquareTails(x, df), lower),
  'chisq-quantile': ([p = 0, df = 0], lower) => distributions.chiSquareQuantile(p, df, lower),
  'f-cdf': ([x = 0, df1 = 0, df2 = 0], lower) => side(distributions.fTails(x, df1, df2), lower),
  'f-quantile': ([p = 0, df1 = 0, df2 = 0], lower) => distributions.fQuantile(p, df1, df2, lower),
  't-cdf': ([x = 0, df = 0], lower) => (lower ? distributions.tLowerTail(x, df) : distributions.tUpperTail(x, df)),
  't-quantile': ([p = 0, df = 0], lower) => distributions.tQuantile(p, df, lower),
  'norm-cdf': ([x = 0], lower) => (lower ? distributions.normalLowerTail(x) : distributions.normalUpperTail(x)),
  'norm-quantile': ([p = 0], lower) => distributions.normalQuantile(p, lower),
  'binom-cdf': ([k = 0, n = 0, p = 0], lower) => side(distributions.binomialTails(k, n, p), lower),
  'binom-pmf': ([k = 0, n = 0, p = 0]) => distributions.binomialProbability(k, n, p),
  'binom-quantile': ([q = 0, n = 0, p = 0], lower) => distributions.binomialQuantile(q, n, p, lower),
  'nct-cdf': ([x = 0, df = 0, ncp = 0], lower) => side(noncentralTTails(x, df, ncp), lower),
  lgamma: ([x = 0]) => logGamma(x),
  hedgesJ: ([m = 0]) => hedgesCorrection(m),
};

function allowed(name: string, p: number): number {
  if (name === 'nct-cdf') return TOLERANCES.nonCentral;
  const isEdge = p < 1e-100 || (name.endsWith('quantile') && (p < 1e-12 || 1 - p < 1e-12));
  return isEdge ? TOLERANCES.extremeTail : TOLERANCES.distribution;
}

describeShared('meta', 'distribution functions, in both tails', () => {
  for (const [name, answer] of Object.entries(FUNCTIONS)) {
    it(`${name} agrees with values of forty digits`, () => {
      // The file's schema: rows are [arguments…, lower_tail, value, …].
      const { args, rows } = JSON.parse(sharedFile(`meta/dist-${name}.json`)) as { args: string[]; rows: number[][] };
      const wrong = rows.filter(row => {
        const want = row[args.length + 1] ?? Number.NaN;
        const got = answer(row.slice(0, args.length), row[args.length] === 1);
        const p = name.endsWith('quantile') ? (row[0] ?? 0) : want;
        return !(got === want || Math.abs(got - want) <= allowed(name, p) * Math.abs(want));
      });
      expect(rows.length).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    });
  }
});

it('a quantile outside of 0 to 1 is not a number', () => {
  expect(distributions.normalQuantile(1.1)).toBeNaN();
  expect(distributions.tQuantile(-0.1, 3)).toBeNaN();
  expect(distributions.chiSquareQuantile(0.5, 0)).toBeNaN();
});

it('the ends of a distribution are its support', () => {
  expect(distributions.normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(distributions.betaQuantile(1, 2, 3)).toBe(1);
  expect(distributions.fTails(Number.POSITIVE_INFINITY, 2, 3)).toEqual({ lower: 1, upper: 0 });
});
