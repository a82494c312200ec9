import { type MeasureFunction, numberOf } from '#core/synthesis/effects/effectSize';

function perAlpha(one: (alpha: number, items: number, persons: number) => { yi: number; vi: number }): MeasureFunction {
  return studies =>
    studies.map(study => {
      const n = numberOf(study, 'ni');
      return { ...one(numberOf(study, 'ai'), numberOf(study, 'mi'), n), ni: n };
    });
}

/** Cronbach's alpha of a scale of `mi` items: raw, Hakstian and Whalen's cube root (1976), Bonett's logarithm (2002). */
export const alpha = perAlpha((a, items, n) => ({ yi: a, vi: (2 * items * (1 - a) ** 2) / ((items - 1) * (n - 2)) }));
export const alphaHakstianWhalen = perAlpha((a, items, n) => ({
  yi: 1 - Math.cbrt(1 - a),
  vi: (18 * items * (n - 1) * (1 - a) ** (2 / 3)) / ((items - 1) * (9 * n - 11) ** 2),
}));
export const alphaBonett = perAlpha((a, items, n) => ({
  yi: -Math.log(1 - a),
  vi: (2 * items) / ((items - 1) * (n - 2)),
}));
