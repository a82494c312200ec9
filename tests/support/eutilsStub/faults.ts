/** Ways in which E-utilities have been seen to fail. */
export type FaultKind =
  | 'rate-limited'
  | 'rate-limited-as-200'
  | 'server-error'
  | 'transient-400'
  | 'backend-proxy-error'
  | 'truncated'
  | 'raw-newline'
  | 'slow'
  | 'hang-up'
  | 'fewer-ids';

export interface Fault {
  /** `esearch`, `efetch` …; left out: any. */
  readonly utility?: string;
  readonly kind: FaultKind;
  /** How many requests are met by it; once when left out. */
  readonly times?: number;
  /** How many requests of the utility pass before. */
  readonly after?: number;
}

/** Gives the fault, if any, that the next request to a utility meets. */
export function faultPlan(faults: readonly Fault[]): (utility: string) => FaultKind | null {
  const left = faults.map(fault => ({ ...fault, times: fault.times ?? 1, after: fault.after ?? 0 }));
  return utility => {
    for (const fault of left) {
      if ((fault.utility !== undefined && fault.utility !== utility) || fault.times <= 0) continue;
      if (fault.after > 0) {
        fault.after -= 1;
        continue;
      }
      fault.times -= 1;
      return fault.kind;
    }
    return null;
  };
}
