import { normaliseText, wordsOf } from '#core/duplicates/normaliseText';

export const ABSTRACT_LEVELS = ['missing', 'same', 'similar', 'partly-same', 'different'] as const;
export type AbstractLevel = (typeof ABSTRACT_LEVELS)[number];

/** How far two abstracts agree, by their beginnings, and else by the distinct words of their first part. */
export function compareAbstracts(
  a: { readonly abstractHead: string; readonly abstract: string },
  b: { readonly abstractHead: string; readonly abstract: string },
): AbstractLevel {
  if (a.abstract === '' || b.abstract === '') return 'missing';
  if (a.abstractHead === b.abstractHead && a.abstractHead.length >= 40) return 'same';
  const words = new Set(wordsOf(normaliseText(a.abstract)));
  const others = new Set(wordsOf(normaliseText(b.abstract)));
  let common = 0;
  for (const word of words) if (others.has(word)) common++;
  // Over the shorter one: a source may truncate.
  const share = common / Math.max(1, Math.min(words.size, others.size));
  if (share >= 0.85) return 'same';
  if (share >= 0.65) return 'similar';
  return share >= 0.45 ? 'partly-same' : 'different';
}
