import type { SelectionKind } from '#core/synthesis/selection/selectionFunctions';
import { type Favoured, selectionModel } from '#core/synthesis/selection/selectionModel';
import type { CaseArguments } from '#scripts/commands/reference/caseArguments';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

export function selmodel(file: ReferenceFile, args: CaseArguments): unknown {
  const result = selectionModel(
    file.effects(args),
    args.text('selection') as SelectionKind, // one of six words of the schema
    args.text('alternative') as Favoured, // one of two
    args.has('steps') ? args.numbers('steps') : [],
  );
  return {
    estimate: result.estimate,
    se: result.standardError,
    stat: result.statistic,
    pval: result.p,
    ci_lb: result.lower,
    ci_ub: result.upper,
    tau2: result.tauSquared,
    se_tau2: result.tauSquaredError,
    delta: result.delta,
    se_delta: result.deltaError,
    ll: result.logLikelihood,
    ll0: result.logLikelihoodWithout,
    LRT: result.likelihoodRatio,
    LRT_p: result.likelihoodRatioP,
  };
}
