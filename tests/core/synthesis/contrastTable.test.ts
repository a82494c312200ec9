import { describe, expect, it } from 'vitest';
import { analyse } from '#core/synthesis/analyse';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { analyseNetwork } from '#core/synthesis/network/analyseNetwork';
import { readTable } from '#core/synthesis/table/readTable';
import { comparedStudy } from '#core/synthesis/usedStudies';
import { describeShared, sharedFile } from '../../support/shared.ts';

const DIFFERENCES = [
  'study,treat1,treat2,TE,seTE,year',
  'Adams,Drug,Placebo,-0.40,0.20,1990',
  'Baker,Drug,Other,0.10,0.25,1995',
  'Baker,other,placebo,-0.30,0.30,1995',
  'Baker,Drug,Placebo,-0.21,0.28,1995',
  'Clark,placebo,other,0.25,0.22,1999',
].join('\n');

interface Pairwise {
  readonly study: readonly string[];
  readonly t1: readonly string[];
  readonly t2: readonly string[];
  readonly yi: readonly number[];
  readonly se: readonly number[];
}

interface Case {
  readonly id: string;
  readonly type: string;
  readonly args: { readonly model?: string; readonly data?: string };
  readonly results: {
    readonly pairwise: Pairwise;
    readonly treatments: readonly string[];
    readonly tau2: number;
    readonly TE: readonly (readonly number[])[];
    readonly se: readonly (readonly number[])[];
  };
}

describe('a pasted table of differences between treatments', () => {
  it('is put together to studies, whose treatments bear one name however they are written', () => {
    const table = readTable(DIFFERENCES);
    expect(table.kind).toBe('contrasts');
    expect(table.problems).toEqual([]);
    expect(table.studies.map(({ label, contrasts = [] }) => [label, contrasts.length])).toEqual([
      ['Adams', 1],
      ['Baker', 3],
      ['Clark', 1],
    ]);
    expect(table.studies[1]?.characteristics).toEqual({ year: 1995 });
    const studies = table.studies.map(study => ({ ...study, arms: study.arms ?? [] }));
    const found = analyseNetwork(studies, { measure: 'GEN', model: 'fixed', level: 95, smallIsBetter: true });
    expect(found.estimable && found.value).toMatchObject({
      k: 3,
      multiArm: 1,
      treatments: ['Drug', 'Other', 'Placebo'],
    });
  });

  it('gives a chosen pair the difference of each study, whichever way its row has it', () => {
    const [adams, , clark] = readTable(DIFFERENCES).studies.map(study => ({
      ...study,
      arms: study.arms ?? [],
      because: null,
    }));
    if (!adams || !clark) throw new Error('three studies were pasted');
    const comparison = { first: ['Other'], second: ['Placebo'] };
    expect(comparedStudy('generic', clark, comparison).numbers).toEqual({ yi: -0.25, vi: 0.22 ** 2 });
    expect(comparedStudy('generic', adams, comparison).because).toContain('doesn’t compare');
    const pooled = analyse({ ...DEFAULT_ANALYSIS, measure: 'GEN' }, [
      comparedStudy('generic', clark, comparison),
    ]).pooled;
    expect(pooled.estimable && pooled.value.estimate).toBeCloseTo(-0.25, 12);
  });

  it('leaves out a study of three treatments that does not tell all its differences, or whose differences don’t add up', () => {
    const partial = DIFFERENCES.replace('Baker,other,placebo,-0.30,0.30,1995\n', '');
    expect(readTable(partial).problems[0]).toMatchObject({ line: 3, column: 'Study' });
    expect(readTable(partial).problems[0]?.detail).toContain('2 of their 3 differences');
    expect(readTable(partial).studies).toHaveLength(2);
    const slip = DIFFERENCES.replace('-0.21,0.28', '0.21,0.28');
    expect(readTable(slip).problems[0]?.detail).toContain('don’t add up');
  });

  it('names a treatment against itself, a difference told twice, a missing name', () => {
    const wrong = [
      ...DIFFERENCES.split('\n'),
      'Dent,a,A,0.1,0.2,',
      'Eve,a,b,0.1,0.2,',
      'Eve,b,a,-0.1,0.2,',
      'Fox,,b,0.1,0.2,',
    ];
    expect(
      readTable(wrong.join('\n'))
        .problems.map(({ line }) => line)
        .sort((a, b) => a - b),
    ).toEqual([7, 9, 10]);
  });
});

describeShared('meta', 'a network of told differences', () => {
  it.each(['senn2013', 'hasselblad1998'])('has the league table of the reference: %s', key => {
    const { cases } = JSON.parse(sharedFile(`meta/${key}.json`)) as { cases: Case[] }; // the schema of the references
    const given = cases.find(({ type }) => type === 'nma_data');
    const data = given?.results.pairwise;
    if (!data) throw new Error(`${key} has no pairwise data`);
    const rows = data.study.map((study, i) => [study, data.t1[i], data.t2[i], data.yi[i], data.se[i]].join('\t'));
    const table = readTable(['study\ttreat1\ttreat2\tTE\tseTE', ...rows].join('\n'));
    expect(table.problems).toEqual([]);
    const studies = table.studies.map(study => ({ ...study, arms: study.arms ?? [] }));
    const models = cases.filter(({ type, args }) => type === 'nma' && args.data === given.id);
    expect(models).toHaveLength(4);
    for (const { args, results } of models) {
      const model = args.model as 'fixed'; // one of the four of the references
      const found = analyseNetwork(studies, { measure: 'GEN', model, level: 95, smallIsBetter: true });
      if (!found.estimable) throw new Error(found.because);
      const { treatments, league, tauSquared } = found.value;
      expect(treatments).toEqual(results.treatments);
      expect(Math.abs(tauSquared - results.tau2)).toBeLessThan(1e-6);
      for (const [i, row] of results.TE.entries())
        for (const [j, effect] of row.entries()) {
          expect(Math.abs((league.estimate[i]?.[j] ?? 0) - effect)).toBeLessThan(2e-6);
          expect(Math.abs((league.standardError[i]?.[j] ?? 0) - (results.se[i]?.[j] ?? 0))).toBeLessThan(2e-6);
        }
    }
  });
});
