import type { CheckInRhythm, MentorTask } from '#core/people/vocabulary';

/** What each kind of mentor is called, and is for. */
export const MENTOR_WORDS: Readonly<Record<MentorTask, { readonly name: string; readonly isFor: string }>> = {
  faculty: { name: 'Faculty mentor', isFor: 'career, advocacy' },
  senior: { name: 'Senior mentor', isFor: 'methods, getting through' },
  peer: { name: 'Peer mentor', isFor: 'the same path' },
};

export const RHYTHM_WORDS: Readonly<Record<CheckInRhythm, string>> = {
  'weekly-then-monthly': 'Weekly for six weeks, then monthly to nine months',
  'months-1-3-6': 'In months 1, 3 and 6',
  own: 'Every few weeks',
};

/** Faculty meet in months 1, 3 and 6; the others weekly at first. */
export function usualRhythm(task: MentorTask): CheckInRhythm {
  return task === 'faculty' ? 'months-1-3-6' : 'weekly-then-monthly';
}
