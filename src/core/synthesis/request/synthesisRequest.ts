import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { VarianceKind, ZeroRule } from '#core/synthesis/effects/effectSize';
import type { NetworkModel } from '#core/synthesis/network/networkTauSquared';

/** Parts of a report beyond the pooled effect, each asked for by its word. */
export const REPORT_ITEMS = [
  'leave-one-out',
  'cumulative',
  'influence',
  'baujat',
  'egger',
  'begg',
  'trim-and-fill',
  'pet-peese',
] as const;
export type ReportItem = (typeof REPORT_ITEMS)[number];

/** One study (or, for a network, one arm) with its columns by their short names. */
export type DataRow = Readonly<Record<string, number | string | null>>;

/** One synthesis as a program asks for it: the command line and the API take the same. */
export interface SynthesisRequest extends Omit<AnalysisSpec, 'zeroCells'> {
  readonly data: readonly DataRow[];
  readonly effects: { readonly add: number; readonly to: ZeroRule; readonly variance: VarianceKind };
  /** Columns of `data`: numbers, or texts as categories. */
  readonly moderators: readonly string[];
  readonly cluster?: string | undefined;
  readonly network?:
    | {
        readonly study: string;
        readonly treatment: string;
        readonly model: NetworkModel;
        readonly smallIsBetter: boolean;
      }
    | undefined;
  readonly report: readonly ReportItem[];
}
