import type { Stage } from '#core/vocabulary';

/** The keys of the screening page, as its key list shows them. */
export function keyList(stage: Stage): readonly (readonly [string, string])[] {
  return [
    ['E', stage === 'full-text' ? 'Exclude, for the reason that is chosen' : 'Exclude'],
    ...(stage === 'full-text' ? [] : [['U', 'Unsure'] as const]),
    ['I', 'Include'],
    ...(stage === 'full-text' ? [['1–9', 'Choose the one main reason'] as const] : []),
    ['Z', 'Undo the last decision'],
    ['K', 'Back to the record before'],
    ['J', 'Next record, without a decision'],
    ['N', 'Write a note'],
    ['C', stage === 'full-text' ? 'Reasons and criteria' : 'Criteria'],
    ['H', 'Highlights on or off'],
    ['F', 'Open the full text in a new tab'],
    ['?', 'This list'],
  ];
}
