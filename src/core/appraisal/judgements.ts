/**
 * Every judgement that a tool of appraisal can end in, from best to worst, then those without a degree, then the
 * qualities that stars of the Newcastle–Ottawa Scale are converted to.
 */
export const JUDGEMENTS = [
  'low',
  'low-except-confounding',
  'some-concerns',
  'moderate',
  'unclear',
  'high',
  'serious',
  'critical',
  'no-information',
  'not-applicable',
  'good',
  'fair',
  'poor',
] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

export function isJudgement(word: unknown): word is Judgement {
  return JUDGEMENTS.some(judgement => judgement === word);
}

/** Those that the field calls a high risk of bias: what a sensitivity analysis leaves out. */
export function isHighRisk(judgement: Judgement): boolean {
  return ['high', 'serious', 'critical', 'poor'].includes(judgement);
}

/** The worst of some judgements by the given order, best first. Throws where a judgement is not of that order. */
export function worstOf(judgements: readonly Judgement[], order: readonly Judgement[]): Judgement {
  const places = judgements.map(judgement => order.indexOf(judgement));
  const worst = order[Math.max(...places)];
  if (worst === undefined || places.includes(-1)) {
    throw new RangeError(`worstOf: ${judgements.join(', ')} can't be ordered by ${order.join(', ')}`);
  }
  return worst;
}
