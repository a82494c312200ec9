/** An audit event as the chain covers it: plain values only, times as ISO 8601 text. */
export interface ChainedEvent {
  readonly reviewId: string;
  readonly eventId: string;
  readonly actorId: string | null;
  readonly deed: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly facts: unknown;
  readonly at: string;
}

/** What stands before the first event of a review. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The text whose SHA-256 is an event's link in the chain: the link before it, then the event with its keys in
 * alphabetical order at every depth, so that the same event always gives the same text.
 */
export function chainText(previousHash: string, event: ChainedEvent): string {
  return `${previousHash}\n${canonicalJson(event)}`;
}

/** JSON with object keys in code-unit order and no white space; undefined members are left out as JSON does. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(member => canonicalJson(member ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** A link that a verification recomputes. */
export interface Seal {
  readonly position: number;
  readonly eventId: string;
  readonly hash: string;
}

/** Whether a review's chain holds, or the first place where it doesn't and why. */
export type ChainFinding =
  | { readonly holds: true; readonly length: number; readonly fingerprint: string }
  | { readonly holds: false; readonly position: number; readonly because: string };

/** Recomputes a chain link by link. `sha256` gives hexadecimal text. */
export function verifyChain(
  links: readonly { readonly seal: Seal; readonly event: ChainedEvent | null }[],
  sha256: (text: string) => string,
): ChainFinding {
  let hash = CHAIN_START;
  let expected = 1;
  for (const { seal, event } of links) {
    if (seal.position !== expected) {
      return { holds: false, position: expected, because: `link ${expected} is missing` };
    }
    if (!event) return { holds: false, position: expected, because: 'its event is gone' };
    hash = sha256(chainText(hash, event));
    if (hash !== seal.hash) {
      return { holds: false, position: expected, because: 'the event is not what was sealed' };
    }
    expected++;
  }
  return { holds: true, length: links.length, fingerprint: hash };
}
