import type { AgreedEarning, AuthorPoint } from '#core/projects/agreement';

export const EARNS_WORDS: Readonly<Record<AgreedEarning, string>> = {
  author: 'author',
  acknowledgement: 'acknowledgement',
  'nothing-yet': 'nothing yet',
};

/** The four ICMJE points as a clinician would say them. */
export const POINT_WORDS: Readonly<Record<AuthorPoint, string>> = {
  work: 'takes part in the work',
  text: 'drafts or revises the text',
  approval: 'approves the last version',
  accountability: 'answers for the whole',
};
