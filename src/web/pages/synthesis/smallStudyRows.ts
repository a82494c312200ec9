import { decimalText } from '#core/reporting/numbers';
import { analysedEffects, modelOptionsOf } from '#core/synthesis/analysedEffects';
import { tableOf } from '#core/synthesis/effects/twoByTwoTable';
import { asymmetryTest } from '#core/synthesis/smallStudy/asymmetryTest';
import { orwin, rosenberg, rosenthal } from '#core/synthesis/smallStudy/failSafe';
import { limitMeta } from '#core/synthesis/smallStudy/limitMeta';
import { petPeese } from '#core/synthesis/smallStudy/petPeese';
import { rankCorrelation } from '#core/synthesis/smallStudy/rankCorrelation';
import { arcsineTest, debrayTest, deeksTest, harbordTest, petersTest } from '#core/synthesis/smallStudy/tableAsymmetry';
import { trimAndFill } from '#core/synthesis/smallStudy/trimAndFill';
import { numbersOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';
import { rangeText } from './resultNumbers.ts';

export interface TestRow {
  readonly name: string;
  readonly statistic: string;
  readonly p: number;
  /** What it looks at, and when to trust it. */
  readonly means: string;
}

export interface AdjustedRow {
  readonly name: string;
  readonly effect: string;
  readonly interval: string;
  readonly means: string;
}

const RATIOS: ReadonlySet<string> = new Set(['OR', 'RR', 'IRR', 'PETO']);

/** Tests of funnel asymmetry that suit the measure. Needs ten studies of different size. */
export function asymmetryTests(result: Result, data: OutcomeData): readonly TestRow[] {
  const effects = analysedEffects(result);
  const { method } = modelOptionsOf(result.spec);
  const t = (value: number, df: number | null) =>
    df === null ? `z ${decimalText(value, 2)}` : `t(${df}) ${decimalText(value, 2)}`;
  const egger = asymmetryTest(effects, 'lm');
  const mixed = asymmetryTest(effects, method);
  const begg = rankCorrelation(effects);
  const rows: TestRow[] = [
    {
      name: 'Egger',
      statistic: t(egger.statistic, egger.df),
      p: egger.p,
      means:
        result.spec.measure === 'OR'
          ? 'Effect by standard error. With odds ratios it finds asymmetry too often: prefer Harbord or Peters.'
          : 'Do effects grow as studies get smaller? The usual test.',
    },
    {
      name: 'Egger, mixed model',
      statistic: t(mixed.statistic, mixed.df),
      p: mixed.p,
      means: 'The same with a variance between studies; better where they differ much.',
    },
    {
      name: 'Begg',
      statistic: `Kendall τ ${decimalText(begg.tau, 2)}`,
      p: begg.pExact,
      means: 'By ranks alone: robust, and misses much.',
    },
  ];
  const numbers = numbersOf(data);
  const events = effects.studies.flatMap(({ studyId }): (readonly [number, number])[] => {
    const own = numbers.get(studyId) ?? {};
    const [first, second] = [own.d1i ?? own.ai, own.d2i ?? own.ci];
    return first !== undefined && second !== undefined ? [[first, second]] : [];
  });
  if (events.length === effects.yi.length && events.every(([first, second]) => first + second > 0)) {
    const means = 'Made for hazard ratios: log effect by 1/events,';
    const byVariance = debrayTest(effects, events, 'inverse-variance').slope;
    const byEvents = debrayTest(effects, events, 'events').slope;
    rows.push(
      ...(RATIOS.has(result.spec.measure) || data.isRatio === true
        ? [
            {
              name: 'Debray, by variance',
              statistic: t(byVariance.statistic, byVariance.df),
              p: byVariance.p,
              means: `${means} weighted by the variance.`,
            },
            {
              name: 'Debray, by events',
              statistic: t(byEvents.statistic, byEvents.df),
              p: byEvents.p,
              means: `${means} weighted by the events of both groups.`,
            },
          ]
        : []),
    );
  }
  const tables = effects.studies.flatMap(({ studyId }) => {
    const own = numbers.get(studyId);
    return own?.ai !== undefined && own.n1i !== undefined ? [tableOf(own)] : [];
  });
  if (tables.length < effects.yi.length) return rows;
  const ofTables = [
    { name: 'Harbord', line: harbordTest(tables), means: 'Made for events of total: score against its variance.' },
    { name: 'Peters', line: petersTest(tables), means: 'Made for events of total: log odds ratio by 1/people.' },
    {
      name: 'Rücker, arcsine',
      line: arcsineTest(tables),
      means: 'Difference of arcsine roots: for rare events, and where studies differ much.',
    },
    {
      name: 'Deeks',
      line: deeksTest(tables),
      means: 'By the effective number of people; usual in diagnostic reviews.',
    },
  ];
  return [
    ...rows,
    ...ofTables.map(({ name, line, means }) => ({
      name,
      statistic: t(line.slope.statistic, line.slope.df),
      p: line.slope.p,
      means,
    })),
  ];
}

/** What the pooled effect would be if the asymmetry were what each method takes it for. */
export function adjustedEffects(result: Result, write: (value: number) => string): readonly AdjustedRow[] {
  const effects = analysedEffects(result);
  const { method } = modelOptionsOf(result.spec);
  const { level } = result.spec;
  const fill = trimAndFill(effects, method);
  const fillR = trimAndFill(effects, method, 'R0');
  const limits = limitMeta(effects, method, level).expectation;
  const { pet, peese, conditional } = petPeese(effects, level);
  const at = (list: readonly number[]) => list[0] ?? Number.NaN;
  const filled = (name: string, one: typeof fill): AdjustedRow => ({
    name,
    effect: write(at(one.fit.coefficients)),
    interval: rangeText({ lower: at(one.fit.lower), upper: at(one.fit.upper) }, write),
    means:
      one.missing === 0
        ? 'No study seems to be missing.'
        : `${one.missing === 1 ? 'One study' : `${one.missing} studies`} put in on the ${one.side}, as mirror images. A what-if, no correction.`,
  });
  return [
    filled('Trim and fill, L0', fill),
    filled('Trim and fill, R0', fillR),
    {
      name: 'Limit meta-analysis',
      effect: write(limits.estimate),
      interval: rangeText(limits, write),
      means: 'The effect of a study of endless size, along the trend of the funnel.',
    },
    {
      name: 'PET',
      effect: write(pet.intercept.estimate),
      interval: rangeText(pet.intercept, write),
      means: `Effect where the standard error is zero.${conditional === 'PET' ? ' The one to read here.' : ''}`,
    },
    {
      name: 'PEESE',
      effect: write(peese.intercept.estimate),
      interval: rangeText(peese.intercept, write),
      means: `The same by the variance.${conditional === 'PEESE' ? ' The one to read here, since PET finds an effect.' : ''}`,
    },
  ];
}

/** How many unseen studies it would take. */
export function hiddenStudies(result: Result): readonly { name: string; value: string; means: string }[] {
  const effects = analysedEffects(result);
  const studies = (count: number) => `${decimalText(count, 0)} studies`;
  return [
    {
      name: 'Fail-safe N, Rosenthal',
      value: studies(rosenthal(effects).count),
      means:
        'So many unseen studies without effect would make the sum insignificant. Says little where studies differ.',
    },
    {
      name: 'Fail-safe N, Rosenberg',
      value: studies(rosenberg(effects).count),
      means: 'The same with weights.',
    },
    {
      name: 'Fail-safe N, Orwin',
      value: studies(orwin(effects, true).count),
      means: 'So many would halve the effect.',
    },
  ];
}
