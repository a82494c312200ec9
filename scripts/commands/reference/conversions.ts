import type { Estimable } from '#core/estimable';
import { boxCoxFit } from '#core/extraction/conversions/boxCoxFit';
import { changeCorrelation, changeDeviation } from '#core/extraction/conversions/changeFromBaseline';
import { combineGroups } from '#core/extraction/conversions/combineGroups';
import * as deviation from '#core/extraction/conversions/deviationFrom';
import { hozo } from '#core/extraction/conversions/hozo';
import {
  type EventsOfArms,
  fromHazardRatioInterval,
  fromHazardRatioP,
  fromLogRank,
  fromLogRankP,
} from '#core/extraction/conversions/logHazardRatio';
import { luoMean } from '#core/extraction/conversions/luo';
import { type NumberNeeded, numberNeeded, type OutcomeValence } from '#core/extraction/conversions/numberNeeded';
import { type FamilyFit, quantileFit } from '#core/extraction/conversions/quantileFit';
import { type QuantileSummary, quantileSummary } from '#core/extraction/conversions/quantileSummary';
import { effectAtBaseline, isRiskMeasure, type RiskMeasure } from '#core/extraction/conversions/riskAtBaseline';
import { shiDeviation } from '#core/extraction/conversions/shi';
import {
  type DifferenceFactor,
  differenceFromLogOddsRatio,
  logOddsRatioFromDifference,
} from '#core/extraction/conversions/standardisedDifference';
import { wanDeviation, wanMean } from '#core/extraction/conversions/wan';
import { Problem } from '#core/problem';
import { absoluteEffects, type PerThousand } from '#core/reporting/absoluteEffects';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

function known<T>(answer: Estimable<T>): T {
  if (!answer.estimable) throw new Problem('invalid', `not estimable: ${answer.because}`);
  return answer.value;
}

function summaryOf(args: CaseArguments): QuantileSummary {
  const given = (name: string) => (args.has(name) ? args.number(name) : null);
  return known(
    quantileSummary({
      minimum: given('min'),
      lowerQuartile: given('q1'),
      median: given('median'),
      upperQuartile: given('q3'),
      maximum: given('max'),
      persons: args.number('n'),
    }),
  );
}

function measureOf(args: CaseArguments): RiskMeasure {
  const measure = args.text('measure');
  if (!isRiskMeasure(measure)) throw new Problem('invalid', `the measure ${measure} is not known`);
  return measure;
}

const distributionOf = (args: CaseArguments) => (args.text('dist') === 't' ? 't' : 'z');
const persons = (args: CaseArguments) => [args.number('n1'), args.number('n2')] as const;
const familyOf = (fit: FamilyFit | null) => fit && { mean: fit.mean, sd: fit.deviation, ssq: fit.squares };
const ofDifference = (found: deviation.DeviationOfDifference) => ({ se: found.standardError, sd: found.deviation });
const needed = (one: NumberNeeded | null) => ({ nnt: one?.number ?? null, label: one?.label ?? null });

const CONVERSIONS: Readonly<Record<string, (args: CaseArguments) => unknown>> = {
  wan2014: args => {
    const summary = summaryOf(args);
    return { scenario: summary.scenario, mean: wanMean(summary), sd: wanDeviation(summary) };
  },
  luo2018: args => {
    const summary = summaryOf(args);
    return { scenario: summary.scenario, mean: luoMean(summary) };
  },
  shi2020: args => {
    const summary = summaryOf(args);
    if (summary.scenario !== 'S3') throw new Problem('invalid', 'all five numbers are needed');
    return { sd: shiDeviation(summary) };
  },
  hozo2005: args => {
    const found = hozo(args.number('min'), args.number('median'), args.number('max'), args.number('n'));
    return {
      mean_formula: found.meanByFormula,
      mean_with_correction: found.meanCorrected,
      mean: found.mean,
      sd_formula: found.deviationByFormula,
      sd: found.deviation,
    };
  },
  mcgrath2020_qe: args => {
    const summary = summaryOf(args);
    const { fits, selected, mean, deviation: sd } = quantileFit(summary);
    return {
      scenario: summary.scenario,
      fits: Object.fromEntries(Object.entries(fits).map(([family, fit]) => [family, familyOf(fit)])),
      selected,
      mean,
      sd,
    };
  },
  mcgrath2020_bc: args => {
    const summary = summaryOf(args);
    const found = known(boxCoxFit(summary));
    return {
      scenario: summary.scenario,
      lambda_root: found.symmetricPower,
      lambda: found.power,
      mu: found.transformedMean,
      sigma: found.transformedDeviation,
      mean: found.mean,
      sd: found.deviation,
    };
  },
  sd_from_se: args => ({ sd: deviation.deviationFromError(args.number('se'), args.number('n')) }),
  sd_from_ci: args => {
    const found = deviation.deviationFromInterval(
      args.number('lb'),
      args.number('ub'),
      args.number('n'),
      args.number('level', 95),
      distributionOf(args),
    );
    return { quantile: found.quantile, se: found.standardError, sd: found.deviation };
  },
  sd_from_md_ci: args =>
    ofDifference(
      deviation.deviationFromDifferenceInterval(
        args.number('lb'),
        args.number('ub'),
        ...persons(args),
        args.number('level', 95),
        distributionOf(args),
      ),
    ),
  sd_from_t: args => ofDifference(deviation.deviationFromT(args.number('md'), args.number('t'), ...persons(args))),
  sd_from_p: args => {
    const found = deviation.deviationFromP(args.number('md'), args.number('p'), ...persons(args));
    return { t: found.t, ...ofDifference(found) };
  },
  sd_from_f: args => {
    const found = deviation.deviationFromF(args.number('md'), args.number('f'), ...persons(args));
    return { t: found.t, ...ofDifference(found) };
  },
  combine_groups: args => {
    const [means, deviations] = [args.numbers('mean'), args.numbers('sd')];
    const together = combineGroups(
      args
        .numbers('n')
        .map((n, i) => ({ persons: n, mean: means[i] ?? Number.NaN, deviation: deviations[i] ?? Number.NaN })),
    );
    return { n: together.persons, mean: together.mean, sd: together.deviation };
  },
  change_sd: args => ({
    sd: changeDeviation(args.number('sd_baseline'), args.number('sd_final'), args.number('r')),
  }),
  change_r: args => ({
    r: changeCorrelation(args.number('sd_baseline'), args.number('sd_final'), args.number('sd_change')),
  }),
  loghr_from_oe: args => hazards(fromLogRank(args.number('o_minus_e'), args.number('v'))),
  loghr_from_ci: args =>
    hazards(fromHazardRatioInterval(args.number('hr'), args.number('lb'), args.number('ub'), args.number('level', 95))),
  loghr_from_hr_p: args => hazards(fromHazardRatioP(args.number('hr'), args.number('p'))),
  loghr_from_p: args => {
    const counted = { events1: args.number('events1'), events2: args.number('events2') };
    const events: EventsOfArms =
      args.text('variance') === 'events'
        ? { variance: 'events', ...counted }
        : { variance: 'ratio', ...counted, persons1: args.number('n1'), persons2: args.number('n2') };
    const found = fromLogRankP(args.number('p'), events, args.text('direction') === 'benefit' ? 'benefit' : 'harm');
    return { z: found.z, ...hazards(found) };
  },
  effect_at_baseline: args => {
    const at = (name: string) => {
      const found = effectAtBaseline(measureOf(args), args.number(name), args.number('baseline'));
      return { risk: found.risk, rr: found.riskRatio, rd: found.riskDifference, or: found.oddsRatio };
    };
    return { est: at('est'), lb: at('lb'), ub: at('ub') };
  },
  smd_logor: args => {
    const factor = args.text('method') as DifferenceFactor; // one of the two words of the schema
    const given = { estimate: args.number('est'), standardError: args.number('se') };
    if (args.text('from') === 'smd') {
      const found = logOddsRatioFromDifference(given, factor);
      return { logor: found.estimate, se: found.standardError, or: Math.exp(found.estimate) };
    }
    const found = differenceFromLogOddsRatio(given, factor);
    return { smd: found.estimate, se: found.standardError };
  },
  nnt: args => {
    const at = (name: string) =>
      effectAtBaseline(measureOf(args), args.number(name), args.number('baseline')).riskDifference;
    const [rd, lower, upper] = [at('est'), at('lb'), at('ub')];
    const found = numberNeeded(rd, lower, upper, args.text('outcome') as OutcomeValence); // one of two words
    return {
      rd,
      rd_lb: lower,
      rd_ub: upper,
      est: needed(found.estimate),
      limit1: needed(found.atLower),
      limit2: needed(found.atUpper),
      crosses_zero: found.crossesZero,
      rounded: found.rounded,
    };
  },
};

function hazards(found: ReturnType<typeof fromLogRank>) {
  return {
    loghr: found.logHazardRatio,
    se: found.standardError,
    hr: Math.exp(found.logHazardRatio),
    v: found.variance,
    o_minus_e: found.observedMinusExpected,
  };
}

/** Conversions of what reports give into what a synthesis needs. */
export function convert(_: ReferenceFile, args: CaseArguments): unknown {
  const name = args.text('name');
  const conversion = CONVERSIONS[name];
  if (!conversion) throw new Problem('invalid', `there is no conversion ${name}`);
  return conversion(args);
}

/** Absolute effects per 1,000 persons. */
export function summaryOfFindings(_: ReferenceFile, args: CaseArguments): unknown {
  const effect = { estimate: args.number('est'), lower: args.number('lb'), upper: args.number('ub') };
  const found = absoluteEffects(measureOf(args), effect, args.number('baseline'));
  const spell = ({ estimate, lower, upper }: PerThousand) => ({ est: estimate, lb: lower, ub: upper });
  return {
    control: found.control,
    intervention: spell(found.intervention),
    difference: spell(found.difference),
    clipped: found.isClipped,
    rounded: {
      control: found.rounded.control,
      intervention: spell(found.rounded.intervention),
      difference: spell(found.rounded.difference),
    },
    direction: found.direction,
    nnt: found.numberNeeded,
  };
}
