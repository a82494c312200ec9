/** The nine steps of a review in the order of the work: what pages call them, and where their pages are. */
export const REVIEW_STEPS = [
  { step: 'question', name: 'Question', to: '/reviews/$reviewId/question' },
  { step: 'search', name: 'Search', to: '/reviews/$reviewId/search' },
  { step: 'duplicates', name: 'Duplicates', to: '/reviews/$reviewId/duplicates' },
  { step: 'screening', name: 'Screening', to: '/reviews/$reviewId/screening' },
  { step: 'full-text', name: 'Full text', to: '/reviews/$reviewId/full-text' },
  { step: 'extraction', name: 'Extraction', to: '/reviews/$reviewId/extraction' },
  { step: 'risk-of-bias', name: 'Risk of bias', to: '/reviews/$reviewId/risk-of-bias' },
  { step: 'synthesis', name: 'Synthesis', to: '/reviews/$reviewId/synthesis' },
  { step: 'report', name: 'Report', to: '/reviews/$reviewId/report' },
] as const;

export type ReviewStep = (typeof REVIEW_STEPS)[number]['step'];
