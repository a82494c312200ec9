import type { MessageReportReason, Tie } from '#core/people/messageWords';

interface Shared {
  readonly tie: Tie;
  readonly about: string;
}

const TIE_WORDS: Readonly<Record<Tie, (about: string) => string>> = {
  project: about => `in ${about}`,
  applicant: about => `applied: ${about}`,
  lead: about => `leads ${about}`,
  'offering-lead': about => `offers a seat: ${about}`,
  mentee: () => 'your mentee',
  mentor: () => 'your mentor',
  'asked-mentor': () => 'asked to be your mentor',
  'inviting-mentor': () => 'invites you as a mentee',
  'invited-mentee': () => 'invited as your mentee',
};

/** What two people share, in one line. */
export function tieLine(ties: readonly Shared[]): string {
  return ties.map(({ tie, about }) => TIE_WORDS[tie](about)).join(' · ');
}

export const MESSAGE_REPORT_WORDS: Readonly<Record<MessageReportReason, string>> = {
  'asks-for-money': 'Asks for money',
  unfriendly: 'Is unfriendly or threatens',
  unwanted: 'I did not want it',
  'tells-decisions': 'Tells decisions while screening is blind',
  other: 'Something else',
};
