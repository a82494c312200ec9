import { boundaries, crossingProbabilities } from '#core/synthesis/sequential/boundaries';
import { futilityBoundaries } from '#core/synthesis/sequential/futilityBoundaries';
import {
  type AnticipatedEffect,
  adjustedSize,
  type Errors,
  type RequiredSize,
  requiredSize,
} from '#core/synthesis/sequential/requiredSize';
import { spendingNamed } from '#core/synthesis/sequential/spending';
import { stagewiseInterval } from '#core/synthesis/sequential/stagewiseInterval';
import { type SequentialPlan, trialSequential } from '#core/synthesis/sequential/trialSequential';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

const errorsOf = (args: CaseArguments): Errors => ({
  alpha: args.number('alpha'),
  beta: args.number('beta', 0.2),
  sides: args.number('sides', 2) === 1 ? 1 : 2,
});

function anticipatedBy(args: CaseArguments, outcome: string): AnticipatedEffect {
  if (outcome === 'MD') return { outcome, effect: args.number('effect'), deviation: args.number('sd') };
  return {
    outcome: outcome as 'RR' | 'OR' | 'RD', // the three other words of the schema
    controlRisk: args.number('pc'),
    effect: args.number('effect'),
  };
}

const sizes = (name: string, persons: number) => ({ [name]: persons, [`${name}_ceiling`]: Math.ceil(persons) });

const spell = (size: RequiredSize) => ({
  ...(size.treatmentRisk === null ? {} : { pe: size.treatmentRisk }),
  nu: size.variance,
  theta: size.difference,
  ...sizes('ris_fixed', size.persons),
});

export function informationSize(_: ReferenceFile, args: CaseArguments): unknown {
  const size = requiredSize(anticipatedBy(args, args.text('outcome')), errorsOf(args));
  const adjusted = (name: string) =>
    args.has(name) ? sizes(`ris_${name}`, adjustedSize(size.persons, args.number(name))) : {};
  return { ...spell(size), ...adjusted('D2'), ...adjusted('I2') };
}

export function spentBoundaries(_: ReferenceFile, args: CaseArguments): unknown {
  const { alpha, sides } = errorsOf(args);
  const found = boundaries(args.numbers('timing'), alpha, sides, spendingNamed(args.text('spending')));
  return { z: found.z, alpha_spent: found.alphaSpent, nominal_p: found.nominalP };
}

export function power(_: ReferenceFile, args: CaseArguments): unknown {
  const found = crossingProbabilities(args.numbers('timing'), args.numbers('z'), args.number('drift'));
  return { upper: found.upper, lower: found.lower, power: found.total };
}

export function futility(_: ReferenceFile, args: CaseArguments): unknown {
  return futilityBoundaries({
    timing: args.numbers('timing'),
    errors: errorsOf(args),
    spending: spendingNamed(args.text('spending')),
    betaSpending: spendingNamed(args.text('beta_spending')),
    isBinding: args.flag('binding', false),
  });
}

export function stagewise(_: ReferenceFile, args: CaseArguments): unknown {
  const timing = args.numbers('timing');
  const { z } = boundaries(timing, args.number('alpha'), 2, spendingNamed(args.text('spending')));
  const found = stagewiseInterval(timing, z, args.number('z_last'), args.number('level', 95));
  return { z, lb: found.lower, median: found.median, ub: found.upper, p_one_sided: found.oneSidedP };
}

export function sequential(file: ReferenceFile, args: CaseArguments): unknown {
  const raw = file.rawEffects(args);
  const known = raw.filter(({ yi, vi }) => Number.isFinite(yi) && Number.isFinite(vi));
  const found = trialSequential(
    { yi: known.map(one => one.yi), vi: known.map(one => one.vi) },
    known.map(one => one.ni),
    {
      anticipated: anticipatedBy(args, args.text('measure')),
      errors: errorsOf(args),
      heterogeneity: args.text('heterogeneity') as SequentialPlan['heterogeneity'], // one of three words
      spending: spendingNamed(args.text('spending')),
      model: args.text('model') === 'DL' ? 'DL' : 'EE',
    },
  );
  const last = found.steps.at(-1);
  return {
    k: found.steps.length,
    D2: found.diversity,
    I2: found.iSquared,
    tau2: found.tauSquared,
    ris: {
      ...spell(found.size),
      ...sizes('ris_D2', found.sizeForDiversity),
      ...sizes('ris_I2', found.sizeForISquared),
    },
    ris_used: found.sizeUsed,
    cum_n: found.steps.map(step => step.persons),
    information: found.steps.map(step => step.information),
    cum_estimate: found.steps.map(step => step.estimate),
    cum_se: found.steps.map(step => step.standardError),
    cum_z: found.steps.map(step => step.z),
    boundary: found.steps.map(step => step.boundary),
    alpha_spent: found.steps.map(step => step.alphaSpent),
    crossed: found.steps.map(step => step.hasCrossed),
    first_crossing: found.firstCrossing,
    estimate: last?.estimate ?? null,
    se: last?.standardError ?? null,
    ci: { lb: found.interval.lower, ub: found.interval.upper },
    adjusted_ci: { lb: found.adjustedInterval?.lower ?? null, ub: found.adjustedInterval?.upper ?? null },
  };
}
