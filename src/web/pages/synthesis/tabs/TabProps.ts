import type { Result } from '../liveAnalysis.ts';
import type { OutcomeData, Plan } from '../plan.ts';

/** What every tab of an analysis is made from. */
export interface TabProps {
  readonly result: Result;
  readonly data: OutcomeData;
  readonly plan: Plan;
  readonly name: string;
  /** The result is older than the data. */
  readonly isStale: boolean;
  /** Risk of bias stands beside the studies. */
  readonly hasBias: boolean;
  readonly onChange: (plan: Plan) => void;
  /** Opens the settings over the page; none where they stand beside it. */
  readonly onSettings: (() => void) | null;
}
