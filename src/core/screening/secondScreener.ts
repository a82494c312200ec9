import type { RecordMode } from '#core/screening/disagreement';
import type { ScreeningMode } from '#core/vocabulary';

/** How a stage is screened. `sharePercent` and `seed` count where a second person screens only a share of the records. */
export interface ScreeningRule {
  readonly mode: ScreeningMode;
  /** 0 to 100. */
  readonly sharePercent: number;
  readonly seed: number;
}

/**
 * Whether one record needs one decision or two. Where only a share gets a second person, each record is drawn by a lot of
 * its own, from the seed and its id alone: the same record is always drawn or not, whatever is imported, merged or decided
 * later, and a larger share holds the smaller one whole. So about `sharePercent` of the records are drawn, not exactly.
 */
export function modeOfRecord({ mode, sharePercent, seed }: ScreeningRule, recordId: string): RecordMode {
  if (mode !== 'share') return mode;
  return lotOf(seed, recordId) * 100 < sharePercent ? 'double' : 'single';
}

/** A number in [0, 1) of seed and id (FNV-1a, then the finalizer of MurmurHash3, both in the public domain). */
function lotOf(seed: number, recordId: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${seed} ${recordId}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}
