import { describe, expect, it } from 'vitest';
import { synthesisRequest } from '#contract/synthesisRequest';
import { minimise } from '#core/numeric/minimise';
import { generalisedMeta } from '#core/synthesis/generalised/generalisedMeta';
import { fitMultilevel } from '#core/synthesis/multilevel/fitMultilevel';
import { multivariateMeta } from '#core/synthesis/multilevel/multivariateMeta';
import { randomIntercept } from '#core/synthesis/multilevel/varianceComponent';
import { synthesise } from '#core/synthesis/request/synthesise';

const tables = [
  { ai: 4, bi: 119, ci: 11, di: 128 },
  { ai: 6, bi: 300, ci: 29, di: 274 },
  { ai: 3, bi: 228, ci: 11, di: 209 },
  { ai: 62, bi: 13536, ci: 248, di: 12619 },
  { ai: 33, bi: 5036, ci: 47, di: 5761 },
  { ai: 180, bi: 1361, ci: 372, di: 1079 },
];
const rowsOfTwo = [
  [0.1, 0.4],
  [0.9, 0.8],
  [-0.4, 0.2],
  [0.5, 1.1],
  [0.2, -0.3],
];
const answer = (request: object) => synthesise(synthesisRequest.parse({ measure: 'OR', data: tables, ...request }));

describe('a model that is searched for', () => {
  it('says after how many rounds a mixed model of counts was found', () => {
    const { pooled, search } = answer({ model: 'glmm' });
    expect(pooled.estimable).toBe(true);
    expect(search).toEqual({ iterations: expect.any(Number), converged: true });
    expect(search?.iterations).toBeGreaterThan(1);
  });

  it('says nothing of rounds where the answer is a formula', () => {
    expect(answer({ tauSquared: 'DL' })).not.toHaveProperty('search');
  });

  it('says after how many rounds a selection model was found', () => {
    const { selection } = answer({ selection: [{ kind: 'stepfun', favoured: 'less', steps: [0.025] }] });
    expect(selection).toMatchObject([{ kind: 'stepfun', converged: true, iterations: expect.any(Number) }]);
  });

  it('counts the rounds of every conditional model, too', () => {
    const ofTables = tables.map(({ ai, bi, ci, di }) => ({ a: ai, b: bi, c: ci, d: di, n1: ai + bi, n2: ci + di }));
    const { iterations, converged } = generalisedMeta({ kind: 'tables', tables: ofTables }, 'CM.AL', true);
    expect({ converged, searched: iterations > 0 }).toEqual({ converged: true, searched: true });
  });

  it('says after how many steps the variances of three levels were found, and is not estimable when it was given up', () => {
    const nested = tables.map((table, place) => ({ ...table, study: `s${place % 3}` }));
    const request = { data: nested, multilevel: { levels: ['study'] } };
    expect(answer(request).multilevel).toMatchObject({ converged: true, iterations: expect.any(Number) });
    const rows = [0.1, 0.9, -0.4, 0.6, 1.2, -0.3];
    const data = {
      yi: rows,
      V: rows.map((_, i) => rows.map((__, j) => (i === j ? 0.05 : 0))),
      X: rows.map(() => [1]),
    };
    const components = [rows.map((_, i) => i % 3), rows.map((_, i) => i)].map(randomIntercept);
    const options = { restricted: true, test: 't' } as const;
    expect(fitMultilevel(data, components, { ...options, mostSteps: 1 })).toMatchObject({
      converged: false,
      iterations: 1,
    });
    expect(fitMultilevel(data, components, options).converged).toBe(true);
  });

  it('says after how many rounds several outcomes were pooled', () => {
    const studies = rowsOfTwo.map(y => ({
      y,
      V: [
        [0.04, 0.01],
        [0.01, 0.05],
      ],
    }));
    const found = multivariateMeta(studies, 'REML');
    expect(found.search.converged).toBe(true);
    expect(found.search.iterations).toBeGreaterThan(1);
    expect(multivariateMeta(studies, 'FE').search.iterations).toBe(0);
  });

  it('is given up after the most rounds, which are told', () => {
    // The famous curved valley: it takes dozens of rounds, three are not enough.
    const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    expect(minimise(valley, [-1.2, 1], { rounds: 3 })).toMatchObject({ iterations: 3, converged: false });
    const found = minimise(valley, [-1.2, 1]);
    expect(found.converged).toBe(true);
    expect(found.iterations).toBeLessThan(200);
    expect(found.at[0]).toBeCloseTo(1, 5);
  });
});
