import type { RECORD_BOXES } from '#contract/records';

export type RecordBox = (typeof RECORD_BOXES)[number];

/** Boxes of the flow diagram as a list of records calls them. */
export const BOX_NAMES: Readonly<Record<RecordBox, string>> = {
  identified: 'Identified',
  duplicates: 'Removed as duplicates',
  'not-screened': 'Not screened: ineligible by automation',
  screened: 'Screened',
  'records-excluded': 'Excluded by title and abstract',
  sought: 'Sought for retrieval',
  'not-retrieved': 'Not retrieved',
  assessed: 'Assessed in full text',
  'reports-excluded': 'Excluded in full text',
  'other-identified': 'Identified by other methods',
  'other-sought': 'Sought for retrieval, by other methods',
  'other-not-retrieved': 'Not retrieved, by other methods',
  'other-assessed': 'Assessed in full text, by other methods',
  'other-reports-excluded': 'Excluded in full text, by other methods',
  included: 'Included',
};
