import type { Role } from '#core/vocabulary';

/** What each role may do, in a line, for who gives it. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly name: string; readonly does: string }>> = {
  lead: { name: 'Lead', does: 'may do everything, gives out work, closes stages' },
  screener: { name: 'Screener', does: 'decides on the records given to them' },
  adjudicator: { name: 'Adjudicator', does: 'settles conflicts, and sees decisions once both are in' },
  extractor: { name: 'Extractor', does: 'takes numbers from the reports' },
  statistician: { name: 'Statistician', does: 'sets up and runs analyses' },
  writer: { name: 'Writer', does: 'writes the report' },
  librarian: { name: 'Librarian', does: 'builds the search, imports, settles duplicates' },
  mentor: { name: 'Mentor', does: 'looks on and advises' },
  viewer: { name: 'Viewer', does: 'looks on' },
};
