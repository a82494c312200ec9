import type { FlowCounts } from '#core/reporting/flowCounts';
import type { FlowCheck } from '#core/reporting/flowIdentity';

/** Names of the numbers in a flow, as the interchange file of PRISMA 2020 diagrams has them. */
export const FLOW_KEYS = [
  'previous_studies',
  'previous_reports',
  'database_results',
  'database_specific_results',
  'register_results',
  'register_specific_results',
  'website_results',
  'organisation_results',
  'citations_results',
  'other_results',
  'duplicates',
  'excluded_automatic',
  'excluded_other',
  'records_screened',
  'records_excluded',
  'dbr_sought_reports',
  'dbr_notretrieved_reports',
  'other_sought_reports',
  'other_notretrieved_reports',
  'dbr_assessed',
  'dbr_excluded',
  'other_assessed',
  'other_excluded',
  'new_studies',
  'new_reports',
  'total_studies',
  'total_reports',
  'total_studies_ma',
  'total_reports_ma',
] as const;
export type FlowKey = (typeof FLOW_KEYS)[number];

/** A number in a box, and the set that it counts: `key`, and within it the source or reason `name`. */
export interface FlowCount {
  readonly key: FlowKey;
  readonly name?: string;
  readonly unit: 'records' | 'reports' | 'studies';
  readonly n: number;
}

export interface FlowLine {
  readonly text: string;
  readonly count?: FlowCount;
  /** Set in below the line before: one source, one reason. */
  readonly isDetail: boolean;
  /** Whether the number stands on a line of its own. */
  readonly isCountBelow: boolean;
  /** Whether details follow. */
  readonly opensDetails: boolean;
}

export const FLOW_BOXES = [
  'previous',
  'identified',
  'removed',
  'screened',
  'excluded-records',
  'sought',
  'not-retrieved',
  'assessed',
  'excluded-reports',
  'other-identified',
  'other-sought',
  'other-not-retrieved',
  'other-assessed',
  'other-excluded-reports',
  'included',
  'total',
] as const;
export type FlowBoxId = (typeof FLOW_BOXES)[number];

export interface FlowBox {
  readonly id: FlowBoxId;
  readonly lines: readonly FlowLine[];
  /** How many of this box's records or reports wait; 0 when its work is done. */
  readonly waiting: number;
}

export interface Flow {
  readonly kind: FlowCounts['kind'];
  readonly hasOtherMethods: boolean;
  readonly boxes: readonly FlowBox[];
  readonly footnotes: readonly string[];
  readonly checks: readonly FlowCheck[];
  /** Nothing waits and every identity holds: only then may the figure be frozen. */
  readonly isFinal: boolean;
  readonly waiting: number;
}
