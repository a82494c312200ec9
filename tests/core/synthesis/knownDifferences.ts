/**
 * Values in which we do not follow the reference, each kind with its reason. Everything else must agree at the case's
 * own tolerance.
 */
export interface KnownDifference {
  readonly type: string;
  /** Matches the name of the case. */
  readonly id: RegExp;
  /** Matches the path of the value; every value of the case when absent. */
  readonly path?: RegExp;
  readonly because: string;
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    type: 'escalc',
    id: /^esc:RTET$/,
    path: /\[13\]$/,
    because:
      'a zero cell puts the tetrachoric correlation at 1; the reference variance there is an artefact of its optimiser',
  },
  {
    type: 'rma',
    id: /esc:RTET/,
    because: 'pools the study with a correlation of exactly 1, which we call not estimable',
  },
  { type: 'het_Q', id: /esc:RTET/, because: 'the same study' },
  { type: 'confint', id: /esc:RTET/, because: 'the same study' },
  {
    type: 'tes',
    id: /^tes:/,
    path: /^theta_lim$/,
    because: 'the reference solves for the limit with a tolerance of 1e-4 in absolute terms, we to rounding',
  },
  {
    type: 'leave1out',
    id: /^leave1out:esc:OR:REML:knha$/,
    path: /^I2\[16\]$/,
    because: 'the reference stops at a tau2 of about 1e-12 beside the boundary, we at exactly 0',
  },
  {
    type: 'permutest',
    id: /:REML:z:exact$/,
    path: /^zval$/,
    because: 'the reference iterates tau2 with its default threshold of 1e-5',
  },
  {
    type: 'selmodel',
    id: /^selmodel:/,
    path: /^(se|stat|pval|ci_lb|ci_ub|se_tau2|se_delta.*)$/,
    because:
      'the optimum agrees; the reference takes its Hessian through integrals of limited accuracy, ours does not move when grid and step are refined',
  },
  {
    type: 'selmodel',
    id: /:(negexp|logistic|stepfun-\d|beta)$/,
    path: /^(delta\[\d\]|ll)$/,
    because: 'at the boundary of no selection the reference stops a little short of 0',
  },
  {
    type: 'rma.glmm',
    id: /:UM\.RS:(EE|ML)$/,
    path: /^(sigma2|se|stat|pval|ci_lb|ci_ub|QE_Wld)$/,
    because:
      'estimate and tau2 agree; the reference stops its optimiser at 1e-5 and differentiates the Laplace likelihood with larger steps',
  },
  {
    type: 'rma.glmm',
    id: /^glmm:2x2:OR:UM\.FS:ML$/,
    path: /^(estimate|stat|pval|ci_lb|ci_ub|tau2|I2|H2)$/,
    because:
      'three empty cells put study effects at infinity, where the reference stops early: 7e-4 in the log odds ratio',
  },
];

export function isKnown(type: string, id: string, line: string): boolean {
  const path = line.slice(0, line.indexOf(':'));
  return KNOWN_DIFFERENCES.some(known => known.type === type && known.id.test(id) && (known.path?.test(path) ?? true));
}
