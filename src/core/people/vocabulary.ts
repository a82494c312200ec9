/**
 * The words of people finding each other: profiles, openings, offers, cohorts, mentors. As those of `#core/vocabulary`, they
 * stand in the database, the API and on the page.
 */

export const PROFILE_KINDS = ['img', 'faculty', 'other'] as const;
export type ProfileKind = (typeof PROFILE_KINDS)[number];

/** Whom a line of a profile is shared with: nobody; leads whom one applies to and one's teams; everybody who is signed in. */
export const AUDIENCES = ['self', 'applied', 'everybody'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The lines of a profile that a person shares one by one. */
export const PROFILE_LINES = [
  'headline',
  'topics',
  'publications',
  'skills',
  'rolesWanted',
  'languages',
  'hoursPerWeek',
  'timeZone',
  'away',
  'affiliation',
  'careerStage',
  'school',
  'examSteps',
  'aims',
  'visa',
] as const;
export type ProfileLine = (typeof PROFILE_LINES)[number];

export const CAREER_STAGES = [
  'student',
  'graduate',
  'resident',
  'fellow',
  'attending',
  'researcher',
  'professor',
  'other',
] as const;
export type CareerStage = (typeof CAREER_STAGES)[number];

/** Examinations on the way to a residency in the United States. */
export const EXAM_STEPS = ['step-1', 'step-2-ck', 'oet', 'ecfmg', 'step-3'] as const;
export type ExamStep = (typeof EXAM_STEPS)[number];

export const VISA_NEEDS = ['none', 'j-1', 'h-1b', 'any-visa'] as const;
export type VisaNeed = (typeof VISA_NEEDS)[number];

/** A publication that might be a person's: waiting for an answer, theirs, or not theirs. */
export const PUBLICATION_STATES = ['proposed', 'claimed', 'refused'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

export const PUBLICATION_ORIGINS = ['pmid', 'file', 'name', 'orcid'] as const;
export type PublicationOrigin = (typeof PUBLICATION_ORIGINS)[number];

/** How a person corrects a topic that was read from their texts, or adds one. */
export const TOPIC_CHANGES = ['up', 'down', 'removed', 'added'] as const;
export type TopicChange = (typeof TOPIC_CHANGES)[number];

export const OPENING_STATES = ['open', 'closed'] as const;
export type OpeningState = (typeof OPENING_STATES)[number];

/** `waiting`: all seats were taken when it was sent; it is among the others again as soon as one is free. */
export const APPLICATION_STATES = ['sent', 'waiting', 'offered', 'accepted', 'declined', 'withdrawn'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** Why an application was declined, in kind words that the lead may choose. */
export const DECLINE_REASONS = ['many-applied', 'other-skills', 'other-times', 'other-topic', 'seat-filled'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** What a seat's work is counted in. */
export const WORK_UNITS = ['records', 'reports', 'studies', 'results', 'pages'] as const;
export type WorkUnit = (typeof WORK_UNITS)[number];

/** What a seat earns when its work is done; authorship is never certain beforehand. */
export const EARNINGS = ['authorship-possible', 'acknowledgement'] as const;
export type Earning = (typeof EARNINGS)[number];

export const STUDY_TYPES = [
  'systematic-review',
  'meta-analysis',
  'network-meta-analysis',
  'scoping-review',
  'trial',
  'cohort',
  'case-control',
  'cross-sectional',
  'case-report',
  'other',
] as const;
export type StudyType = (typeof STUDY_TYPES)[number];

export const PAYS = ['unpaid', 'stipend', 'paid'] as const;
export type Pay = (typeof PAYS)[number];

export const WORK_PLACES = ['remote', 'hybrid', 'on-site'] as const;
export type WorkPlace = (typeof WORK_PLACES)[number];

/** Whether people who need a visa may apply. */
export const VISA_RULES = ['any', 'no-need'] as const;
export type VisaRule = (typeof VISA_RULES)[number];

/** Whether a letter of recommendation may come of it. */
export const LETTERS = ['none', 'possible', 'planned'] as const;
export type Letter = (typeof LETTERS)[number];

/** How it stands with somebody outside whom a team writes to. */
export const OUTREACH_STATES = ['planned', 'contacted', 'answered', 'declined'] as const;
export type OutreachState = (typeof OUTREACH_STATES)[number];

export const COHORT_STATES = ['ranking', 'settled'] as const;
export type CohortState = (typeof COHORT_STATES)[number];

/** Who ranks in a cohort: people rank openings, leads rank people. */
export const RANKING_SIDES = ['person', 'lead'] as const;
export type RankingSide = (typeof RANKING_SIDES)[number];

/** How a cohort is placed: stable and best for one side, or by scores. */
export const ALLOCATION_METHODS = [
  'people-first',
  'leads-first',
  'best-total',
  'most-people',
  'worst-off-first',
] as const;
export type AllocationMethod = (typeof ALLOCATION_METHODS)[number];

export const REPORT_REASONS = ['asks-for-money', 'not-research', 'false', 'unfair', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export const OFFER_STATES = ['open', 'accepted', 'declined', 'withdrawn'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** What a mentor is for: career and advocacy, methods and survival, or the same path. One of each at a time. */
export const MENTOR_TASKS = ['faculty', 'senior', 'peer'] as const;
export type MentorTask = (typeof MENTOR_TASKS)[number];

/** `asked` by the mentee, `invited` by the mentor: whoever did not begin answers. */
export const MENTORSHIP_STATES = ['asked', 'invited', 'active', 'declined', 'withdrawn', 'ended'] as const;
export type MentorshipState = (typeof MENTORSHIP_STATES)[number];

export const CHECK_IN_RHYTHMS = ['weekly-then-monthly', 'months-1-3-6', 'own'] as const;
export type CheckInRhythm = (typeof CHECK_IN_RHYTHMS)[number];

export const CHECK_IN_STATES = ['planned', 'held', 'missed'] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];

/** Who reads a note of a check-in: both, or only who wrote it. */
export const CHECK_IN_AUDIENCES = ['shared', 'private'] as const;
export type CheckInAudience = (typeof CHECK_IN_AUDIENCES)[number];
