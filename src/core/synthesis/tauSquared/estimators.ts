import { dersimonianLaird, iteratedDersimonianLaird } from '#core/synthesis/tauSquared/dersimonianLaird';
import { generalisedQ, twoStepDersimonianLaird } from '#core/synthesis/tauSquared/generalisedQ';
import { hedges } from '#core/synthesis/tauSquared/hedges';
import { hunterSchmidt, hunterSchmidtCorrected } from '#core/synthesis/tauSquared/hunterSchmidt';
import { maximumLikelihood, restrictedMaximumLikelihood } from '#core/synthesis/tauSquared/maximumLikelihood';
import { empiricalBayes, medianPauleMandel, pauleMandel } from '#core/synthesis/tauSquared/pauleMandel';
import { iteratedSidikJonkman, sidikJonkman } from '#core/synthesis/tauSquared/sidikJonkman';
import type { TauSquaredEstimator, TauSquaredMethod } from '#core/synthesis/tauSquared/tauSquaredMethod';

/** The equal-effects model has no variance between studies. */
const equalEffects: TauSquaredEstimator = { estimate: () => 0, standardError: () => Number.NaN };

export const TAU_SQUARED_ESTIMATORS: Readonly<Record<TauSquaredMethod, TauSquaredEstimator>> = {
  EE: equalEffects,
  DL: dersimonianLaird,
  REML: restrictedMaximumLikelihood,
  ML: maximumLikelihood,
  PM: pauleMandel,
  EB: empiricalBayes,
  HE: hedges,
  HS: hunterSchmidt,
  HSk: hunterSchmidtCorrected,
  SJ: sidikJonkman,
  DL2: twoStepDersimonianLaird,
  DLIT: iteratedDersimonianLaird,
  SJIT: iteratedSidikJonkman,
  PMM: medianPauleMandel,
  GENQ: generalisedQ,
};
