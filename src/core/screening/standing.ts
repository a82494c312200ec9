import { type Phase, phase, type Situation } from '#core/screening/phase';
import { verdict } from '#core/screening/verdict';
import type { Verdict } from '#core/vocabulary';

/** Phase and verdict of one record at one stage, which always agree with each other. */
export interface Standing {
  readonly phase: Phase;
  readonly verdict: Verdict;
}

/**
 * Phase and verdict together. While the independent phase lasts the verdict is pending even when enough decisions are
 * in: it would tell the one who is still at work what the others chose.
 */
export function standing(situation: Situation): Standing {
  const reached = phase(situation);
  return { phase: reached, verdict: reached === 'independent' ? 'pending' : verdict(situation.decisions, situation) };
}
