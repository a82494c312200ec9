import { describe, expect, it } from 'vitest';
import { analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { analyseNetwork } from '#core/synthesis/network/analyseNetwork';
import { usualComparison } from '#core/synthesis/table/armRows';
import { readTable } from '#core/synthesis/table/readTable';

const ARMS = [
  'study,treatment,events,total,year',
  'Adams,drug,4,123,1990',
  'Adams,Placebo,11,139,1990',
  'Baker,drug,6,306,1995',
  'Baker,other,29,303,1995',
  'Baker,placebo,31,300,1995',
  'Clark,other,8,90,1999',
  'Clark,placebo,12,91,1999',
].join('\n');

describe('a pasted table of arms', () => {
  it('is put together to studies with their arms and what the studies are like', () => {
    const table = readTable(ARMS);
    expect(table.kind).toBe('arms');
    expect(table.problems).toEqual([]);
    expect(table.studies.map(({ label, arms = [] }) => [label, arms.length])).toEqual([
      ['Adams', 2],
      ['Baker', 3],
      ['Clark', 2],
    ]);
    expect(table.studies[1]?.arms?.[1]).toEqual({
      name: 'other',
      kind: 'other',
      numbers: { events: 29, total: 303, mean: null, standardDeviation: null, personTime: null },
    });
    expect(table.studies[2]?.characteristics).toEqual({ year: 1999 });
  });

  it('is a network, in which names of treatments differ by more than case', () => {
    const studies = readTable(ARMS).studies.map(({ studyId, arms = [] }) => ({ studyId, arms }));
    const found = analyseNetwork(studies, { measure: 'OR', model: 'fixed', level: 95, smallIsBetter: true });
    expect(found.estimable && found.value.treatments).toHaveLength(3);
    expect(found.estimable && found.value.multiArm).toBe(1);
    expect(usualComparison(studies)).toEqual({ first: ['drug'], second: ['Placebo'] });
  });

  it('names a study with one arm, and a treatment that a study has twice', () => {
    const { problems, studies } = readTable(`${ARMS}\nDavis,drug,1,20,2001\nClark,Other,1,20,1999`);
    expect(problems).toEqual([
      { line: 10, column: 'Study', detail: 'Clark has Other twice. Put both arms together in one row.' },
      { line: 9, column: 'Study', detail: 'Davis has one arm only. Each arm is a row with the study’s name.' },
    ]);
    expect(studies).toHaveLength(3);
  });

  it('is one of proportions where every row is a study of its own', () => {
    expect(readTable('study,treatment,events,total\na,x,3,30\nb,y,4,40').kind).toBe('proportions');
  });
});

describe('a pasted table of one group', () => {
  it('of rates, means, paired means, reliability and log-rank numbers is told apart', () => {
    expect(readTable('study,xi,ti\na,3,30').kind).toBe('rate');
    expect(readTable('study,mi,sdi,ni\na,3,1,30').kind).toBe('mean');
    expect(readTable('study,m1i,m2i,sd1i,sd2i,ni,ri\na,3,2,1,1,30,0.5').kind).toBe('paired');
    expect(readTable('study,alpha,items,n\na,0.8,12,300').kind).toBe('reliability');
    expect(readTable('study,oe,voe\na,-3,12').kind).toBe('logrank');
  });
});

describe('a mixed model of rates', () => {
  it('agrees with metafor 3.8-1: rma.glmm(measure = "IRLN", method = "ML")', () => {
    const events = [3, 30, 5, 0, 22, 9, 41, 2];
    const times = [120, 340, 195, 60, 610, 50, 222, 88];
    const studies = events.map((xi, i) => ({ studyId: String(i), label: '', numbers: { xi, ti: times[i] ?? 0 } }));
    const { pooled, heterogeneity } = analyse({ ...DEFAULT_ANALYSIS, measure: 'IRLN', generalised: 'UM.FS' }, studies);
    expect(pooled.estimable && pooled.value.estimate).toBeCloseTo(-3.046449274831, 4);
    expect(pooled.estimable && pooled.value.standardError).toBeCloseTo(0.371090661206, 4);
    expect(heterogeneity.estimable && heterogeneity.value.tauSquared).toBeCloseTo(0.833161589369, 4);
    expect(heterogeneity.estimable && heterogeneity.value.q).toBeCloseTo(72.139042018092, 6);
  });
});
