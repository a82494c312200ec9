/** How a notification leaves by mail: by itself at once, in a letter of the day or of the week, or not at all. */
export const MAIL_RHYTHMS = ['at-once', 'daily', 'weekly', 'off'] as const;
export type MailRhythm = (typeof MAIL_RHYTHMS)[number];

/** What notifications are about, in the order of the page. */
export const NOTIFICATION_TOPICS = ['work', 'openings', 'mentoring', 'credit', 'messages', 'house'] as const;
export type NotificationTopic = (typeof NOTIFICATION_TOPICS)[number];

interface KindDefinition {
  readonly topic: NotificationTopic;
  /** When it is told, as a person reads it beside their choice. */
  readonly name: string;
  /** What holds until a person chooses otherwise. */
  readonly mail: MailRhythm;
}

/**
 * Every kind of notification. None of them may tell a person who is blind what somebody else decided, nor anything that
 * follows from it: `conflicts-waiting` goes to those alone who may see conflicts at that very stage.
 */
export const KINDS = {
  invited: { topic: 'work', name: 'I am invited to a project or a community', mail: 'at-once' },
  'seat-changed': { topic: 'work', name: 'My roles in a team change, or my seat ends', mail: 'daily' },
  'work-given': { topic: 'work', name: 'Records or appraisals are given to me, or taken back', mail: 'at-once' },
  'work-due': { topic: 'work', name: 'My records are due soon', mail: 'at-once' },
  'lead-note': { topic: 'work', name: 'A lead sends me a note on my open work', mail: 'off' },
  'conflicts-waiting': { topic: 'work', name: 'Conflicts wait for me to settle', mail: 'daily' },
  discussion: { topic: 'work', name: 'A conflict on my decision is discussed', mail: 'daily' },
  'extraction-waiting': { topic: 'work', name: 'Studies wait for me to extract, settle or check', mail: 'daily' },
  'appraisal-waiting': { topic: 'work', name: 'Appraisals wait for me to judge or agree on', mail: 'daily' },
  'seat-freed': { topic: 'work', name: 'A lead frees my seat at a study or an appraisal', mail: 'daily' },
  'pilot-finished': { topic: 'work', name: 'Everybody has finished a pilot round', mail: 'at-once' },
  'screening-open': { topic: 'work', name: 'Screening may begin after a pilot round', mail: 'daily' },
  'search-brought': { topic: 'work', name: 'A repeated search brought new records', mail: 'daily' },
  'retraction-found': { topic: 'work', name: 'A record of my review was retracted or doubted', mail: 'at-once' },
  'outreach-due': { topic: 'work', name: 'An author outside should be written to again', mail: 'daily' },
  'member-joined': { topic: 'work', name: 'Somebody I invited has joined', mail: 'daily' },
  'agreement-to-sign': { topic: 'work', name: 'An authorship agreement waits for my signature', mail: 'at-once' },
  'agreement-change': { topic: 'work', name: 'Somebody asks for a change of my agreement', mail: 'at-once' },
  'agreement-signed': { topic: 'work', name: 'Somebody signed my agreement', mail: 'off' },
  'agreement-due': { topic: 'work', name: 'Work that I signed for is due soon', mail: 'at-once' },
  'application-sent': { topic: 'openings', name: 'Somebody applies for my opening, or withdraws', mail: 'daily' },
  'application-seen': { topic: 'openings', name: 'A lead has seen my application', mail: 'off' },
  'application-waits': {
    topic: 'openings',
    name: 'An opening I applied for fills, or has a seat again',
    mail: 'daily',
  },
  'application-declined': { topic: 'openings', name: 'My application is declined', mail: 'daily' },
  'offer-made': { topic: 'openings', name: 'I am offered a seat, or the offer is taken back', mail: 'at-once' },
  'offer-answered': { topic: 'openings', name: 'Somebody answers my offer', mail: 'at-once' },
  'offer-ends': { topic: 'openings', name: 'An offer to me ends soon', mail: 'at-once' },
  'openings-found': { topic: 'openings', name: 'A search that I keep has found new openings', mail: 'daily' },
  'ranks-due': { topic: 'openings', name: 'My rank list is due soon', mail: 'at-once' },
  'cohort-settled': { topic: 'openings', name: 'A cohort that I am in is settled', mail: 'at-once' },
  'mentor-asked': { topic: 'mentoring', name: 'Somebody asks me to be their mentor', mail: 'at-once' },
  'mentor-invited': { topic: 'mentoring', name: 'A mentor invites me', mail: 'at-once' },
  'mentor-answered': { topic: 'mentoring', name: 'A mentor or mentee answers, or a mentorship ends', mail: 'at-once' },
  'check-in-due': { topic: 'mentoring', name: 'A check-in is tomorrow', mail: 'at-once' },
  'check-in-changed': { topic: 'mentoring', name: 'A check-in is moved, or a promise is noted for me', mail: 'daily' },
  'check-in-unanswered': { topic: 'mentoring', name: 'Nobody has said how a check-in went', mail: 'daily' },
  'goal-due': { topic: 'mentoring', name: 'A goal of mine is due', mail: 'daily' },
  'community-asked': { topic: 'mentoring', name: 'Somebody asks to join my community', mail: 'daily' },
  'community-joined': { topic: 'mentoring', name: 'A community answers me, or ends my place', mail: 'daily' },
  'pair-offered': { topic: 'mentoring', name: 'A first contact is offered to me, or has agreed', mail: 'at-once' },
  'event-planned': { topic: 'mentoring', name: 'A community of mine plans an event', mail: 'daily' },
  'event-due': { topic: 'mentoring', name: 'An event that I come to is within a day', mail: 'at-once' },
  'event-changed': {
    topic: 'mentoring',
    name: 'An event that I come to changes, or I move up from its waiting list',
    mail: 'at-once',
  },
  'role-claimed': { topic: 'credit', name: 'Somebody claims a role that I may confirm', mail: 'daily' },
  'draft-frozen': {
    topic: 'credit',
    name: 'A draft that names me as an author waits for my approval',
    mail: 'at-once',
  },
  'authors-ordered': { topic: 'credit', name: 'The order of authors changes', mail: 'daily' },
  'claim-answered': { topic: 'credit', name: 'My claim is confirmed or disputed', mail: 'at-once' },
  message: { topic: 'messages', name: 'Somebody writes to me', mail: 'at-once' },
  'post-reported': { topic: 'house', name: 'An opening or a message is reported (administrators)', mail: 'daily' },
  'house-word': { topic: 'house', name: 'An administrator changes what I may do', mail: 'at-once' },
  'opening-hidden': { topic: 'house', name: 'An opening of mine is taken out of sight', mail: 'at-once' },
} as const satisfies Readonly<Record<string, KindDefinition>>;

export type NotificationKind = keyof typeof KINDS;

/** The keys of KINDS, as what they are: the object is closed. */
export const NOTIFICATION_KINDS = Object.keys(KINDS) as readonly NotificationKind[];

/** Whether a stored word is a kind that this version knows. */
export function isKind(word: string): word is NotificationKind {
  return Object.hasOwn(KINDS, word);
}
