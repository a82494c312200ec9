import type { Stage } from '#core/vocabulary';
import type { KeyDeed } from './screeningKeys.ts';

/** What each key does, as the key list says it. */
export function keyList(stage: Stage): readonly (readonly [KeyDeed, string])[] {
  const isFullText = stage === 'full-text';
  return [
    ['exclude', isFullText ? 'Exclude, for the reason that is chosen' : 'Exclude'],
    ...(isFullText ? [] : [['unsure', 'Unsure'] as const]),
    ['include', 'Include'],
    ['undo', 'Undo the last decision'],
    ['back', 'Back to the record before'],
    ['next', 'Next record, without a decision'],
    ...(isFullText ? [] : [['tick', 'Tick the record, in the list'] as const]),
    ['note', 'Write a note'],
    ['label', 'Put a label on'],
    ['criteria', isFullText ? 'Reasons and criteria' : 'Criteria'],
    ['highlights', 'Highlights on or off'],
    ['fullText', 'Open the full text in a new tab'],
    ...(isFullText ? [['retrieval', 'Not retrieved, or where it is'] as const] : []),
  ];
}
