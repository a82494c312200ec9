import {
  DECISIONS_NEEDED,
  type DecisionOnRecord,
  disagreement,
  passes,
  type RecordMode,
} from '#core/screening/disagreement';
import type { Stage, Verdict } from '#core/vocabulary';

/** A third person, or consensus, has settled the record: always with yes or no. */
export interface Settlement {
  readonly choice: 'include' | 'exclude';
}

export interface VerdictRules {
  readonly mode: RecordMode;
  readonly stage: Stage;
  readonly adjudication: Settlement | null;
}

/**
 * What the decisions on one record at one stage say together, by the rules that users of Covidence know.
 *
 * An adjudication settles it. Else fewer decisions than the mode needs are pending; all pass (include or unsure):
 * included; all exclude: excluded; a mix: conflicted. At full text an unsure, or exclusions for different reasons,
 * are conflicted too. Any number of decisions is heard, and their order does not matter.
 *
 * It hears every decision that it is given. Whether all who were asked have answered is `standing`'s question: ask
 * that where assignments are known, or a verdict shows while a third screener is still at work.
 */
export function verdict(decisions: readonly DecisionOnRecord[], rules: VerdictRules): Verdict {
  if (rules.adjudication) return rules.adjudication.choice === 'include' ? 'included' : 'excluded';
  if (decisions.length < DECISIONS_NEEDED[rules.mode]) return 'pending';
  if (disagreement(decisions, rules.stage)) return 'conflicted';
  return decisions.every(decision => passes(decision.choice)) ? 'included' : 'excluded';
}
