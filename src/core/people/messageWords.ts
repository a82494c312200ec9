/** Why somebody reports a message that they got. */
export const MESSAGE_REPORT_REASONS = ['asks-for-money', 'unfriendly', 'unwanted', 'tells-decisions', 'other'] as const;
export type MessageReportReason = (typeof MESSAGE_REPORT_REASONS)[number];

/**
 * What ties two people, as one of them sees it: a project; somebody who applied to them, or whom they offered a seat; a
 * lead whom they applied to, before and after an offer; the two sides of a mentorship, asked for, invited to, or active.
 */
export const TIES = [
  'project',
  'applicant',
  'lead',
  'offering-lead',
  'mentee',
  'mentor',
  'asked-mentor',
  'inviting-mentor',
  'invited-mentee',
] as const;
export type Tie = (typeof TIES)[number];
