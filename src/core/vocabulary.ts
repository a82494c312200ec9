/**
 * Every closed list of words in the domain, each written once: database constraints, API, page, diagrams and tests read
 * them from here.
 */

/** What a person does in a project; a membership carries one or more. */
export const ROLES = [
  'lead',
  'screener',
  'adjudicator',
  'extractor',
  'statistician',
  'writer',
  'librarian',
  'mentor',
  'viewer',
] as const;
export type Role = (typeof ROLES)[number];

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

/** Records are screened by title and abstract, reports by full text. */
export const STAGES = ['title-and-abstract', 'full-text'] as const;
export type Stage = (typeof STAGES)[number];

/** One screener's choice. */
export const CHOICES = ['include', 'exclude', 'unsure'] as const;
export type Choice = (typeof CHOICES)[number];

/** What of a person's way of reading is kept with their account. */
export const PREFERENCE_NAMES = [
  'screening-keymap',
  'screening-keys',
  'screening-highlights',
  'screening-question-words',
  'highlights',
] as const;
export type PreferenceName = (typeof PREFERENCE_NAMES)[number];

/** Where the records of a practice set and their known answers come from. */
export const PRACTICE_ORIGINS = ['finished-review', 'table'] as const;
export type PracticeOrigin = (typeof PRACTICE_ORIGINS)[number];

/** Whom a practice set is offered to: everybody here, or the team of one review. */
export const PRACTICE_AUDIENCES = ['everybody', 'team'] as const;
export type PracticeAudience = (typeof PRACTICE_AUDIENCES)[number];

/** What is known of a record of a practice set. */
export const PRACTICE_ANSWERS = ['include', 'exclude'] as const;
export type PracticeAnswer = (typeof PRACTICE_ANSWERS)[number];

/** What the decisions together say. */
export const VERDICTS = ['pending', 'included', 'excluded', 'conflicted'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How many independent screeners decide on each record of a stage: one, two, or a second one for a share drawn by lot. */
export const SCREENING_MODES = ['single', 'double', 'share'] as const;
export type ScreeningMode = (typeof SCREENING_MODES)[number];

export const SOURCE_KINDS = ['database', 'register', 'website', 'organisation', 'citation', 'other'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const RECORD_FORMATS = [
  'pubmed-xml',
  'nbib',
  'ris',
  'endnote-xml',
  'bibtex',
  'csv',
  'xlsx',
  'trials-xml',
  'trials-json',
] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

/** What any selection of records can be taken along as. */
export const RECORD_EXPORT_FORMATS = ['ris', 'nbib', 'bibtex', 'csv'] as const;
export type RecordExportFormat = (typeof RECORD_EXPORT_FORMATS)[number];

/** The orders of a list of records. */
export const RECORD_SORTS = ['match', 'newest', 'oldest', 'title', 'import'] as const;
export type RecordSort = (typeof RECORD_SORTS)[number];

/** What a record may lack. */
export const RECORD_GAPS = ['abstract', 'identifier'] as const;
export type RecordGap = (typeof RECORD_GAPS)[number];

/** How often a search runs again by itself. */
export const SEARCH_RHYTHMS = ['never', 'weekly', 'monthly'] as const;
export type SearchRhythm = (typeof SEARCH_RHYTHMS)[number];

export const IMPORT_STATES = ['reading', 'previewed', 'importing', 'imported', 'undone', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Whose decisions an order may learn from: one's own alone, or the team's on records that everybody asked has decided. */
export const LESSON_SOURCES = ['own', 'team'] as const;
export type LessonSource = (typeof LESSON_SOURCES)[number];

/** When ranked screening may end: a hypergeometric test, so many irrelevant in a row, or a random sample of the rest. */
export const STOPPING_RULES = ['test', 'run', 'sample'] as const;
export type StoppingRule = (typeof STOPPING_RULES)[number];

export const JOB_KINDS = [
  'read-file',
  'import-records',
  'undo-import',
  'search-pubmed',
  'find-duplicates',
  'check-retractions',
  'replay-ranking',
  'read-full-texts',
  'rank-journals',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Two records side by side: not yet judged, the same report, different ones, or different reports of one study. */
export const PAIR_STATES = ['doubtful', 'same', 'different', 'related'] as const;
export type PairState = (typeof PAIR_STATES)[number];

/** The fields of a record that a person may put right. */
export const EDITED_FIELDS = [
  'title',
  'abstract',
  'authors',
  'year',
  'journal',
  'volume',
  'issue',
  'pages',
  'doi',
  'pmid',
] as const;
export type EditedField = (typeof EDITED_FIELDS)[number];

/** Where the new text of a record's field is from. */
export const EDIT_ORIGINS = ['typed', 'pubmed'] as const;
export type EditOrigin = (typeof EDIT_ORIGINS)[number];

/** Whom a label or a note is for: whoever wrote it alone, or the team as far as blinding lets it see. */
export const REMARK_AUDIENCES = ['own', 'shared'] as const;
export type RemarkAudience = (typeof REMARK_AUDIENCES)[number];

/** Tints of labels; none of them is the colour of a decision. */
export const LABEL_TINTS = ['plain', 'blue', 'orange', 'violet'] as const;
export type LabelTint = (typeof LABEL_TINTS)[number];

export const RETRIEVAL_STATES = ['sought', 'retrieved', 'not-retrieved'] as const;
export type RetrievalState = (typeof RETRIEVAL_STATES)[number];

/** An uploaded file of a full text: not read yet, waiting for somebody to say whose it is, kept with its report, or of no use. */
export const FULL_TEXT_STATES = ['reading', 'waiting', 'filed', 'refused'] as const;
export type FullTextState = (typeof FULL_TEXT_STATES)[number];

/** How sure it is that a file is the full text of a report. */
export const MATCH_CERTAINTIES = ['certain', 'doubtful'] as const;
export type MatchCertainty = (typeof MATCH_CERTAINTIES)[number];

export const CRITERION_KINDS = ['include', 'exclude'] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

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

/**
 * What kind of numbers a study gives on an outcome: by arm (events, means), its own estimate, the four counts of a test
 * against the truth (accuracy), or cases by level of exposure (dose-response).
 */
export const OUTCOME_KINDS = ['dichotomous', 'continuous', 'generic', 'accuracy', 'dose-response'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Kinds whose numbers belong to arms: only these compare one arm with another. */
export const ARM_OUTCOME_KINDS = ['dichotomous', 'continuous'] as const satisfies readonly OutcomeKind[];
export type ArmOutcomeKind = (typeof ARM_OUTCOME_KINDS)[number];

export function isByArm(kind: OutcomeKind): kind is ArmOutcomeKind {
  return kind === 'dichotomous' || kind === 'continuous';
}

/** A characteristic of studies is a number (latitude) or a word (way of allocation). */
export const CHARACTERISTIC_KINDS = ['number', 'category'] as const;
export type CharacteristicKind = (typeof CHARACTERISTIC_KINDS)[number];

/** What stands in a field of the extraction form. A number, a category and yes or no may divide or explain effects. */
export const FIELD_KINDS = ['text', 'number', 'category', 'choices', 'date', 'yes-no'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** The parts of an extraction form, in the order of the page. Fields of the arms are asked of each arm. */
export const FORM_BLOCKS = ['study', 'population', 'arms', 'outcomes', 'funding', 'conflicts', 'notes'] as const;
export type FormBlock = (typeof FORM_BLOCKS)[number];

/** What of an extraction is edited as a table. */
export const EXTRACTION_TABLES = ['form', 'results'] as const;
export type ExtractionTable = (typeof EXTRACTION_TABLES)[number];

/** One person extracts, one extracts and another checks, or two extract blind and differences are settled. */
export const EXTRACTION_MODES = ['single', 'checked', 'double'] as const;
export type ExtractionMode = (typeof EXTRACTION_MODES)[number];

/** The measures that an analysis of the review offers; core/synthesis knows more for the command line. */
export const MEASURES = ['OR', 'RR', 'RD', 'AS', 'MD', 'SMD', 'SMDH', 'ROM', 'VR', 'CVR', 'GEN'] as const;
export type Measure = (typeof MEASURES)[number];

export const FRAMES = ['PICO', 'PICOS', 'PICOTS', 'PECO', 'PIRD', 'PCC', 'SPIDER', 'CoCoPop', 'PFO'] as const;
export type Frame = (typeof FRAMES)[number];

export const ARM_KINDS = ['intervention', 'comparator', 'other'] as const;
export type ArmKind = (typeof ARM_KINDS)[number];

/** Tools that risk of bias is judged by. A version of a tool is a tool of its own: versions are never mixed. */
export const APPRAISAL_TOOLS = [
  'rob2',
  'robins-i',
  'robins-i-v2',
  'nos',
  'quadas-2',
  'jbi-prevalence',
  'jbi-case-series',
] as const;
export type AppraisalToolWord = (typeof APPRAISAL_TOOLS)[number];

/** Which way a bias probably goes; empty where nobody said. */
export const BIAS_DIRECTIONS = [
  '',
  'favours-intervention',
  'favours-comparator',
  'towards-no-effect',
  'away-from-no-effect',
  'unpredictable',
] as const;
export type BiasDirection = (typeof BIAS_DIRECTIONS)[number];

/** What a mentor is for: career and advocacy, methods and survival, or the same path. One of each at a time. */
export const MENTOR_TASKS = ['faculty', 'senior', 'peer'] as const;
export type MentorTask = (typeof MENTOR_TASKS)[number];

export const MENTORSHIP_STATES = ['asked', 'active', 'declined', 'withdrawn', 'ended'] as const;
export type MentorshipState = (typeof MENTORSHIP_STATES)[number];

export const CHECK_IN_RHYTHMS = ['weekly-then-monthly', 'months-1-3-6', 'own'] as const;
export type CheckInRhythm = (typeof CHECK_IN_RHYTHMS)[number];

export const CHECK_IN_STATES = ['planned', 'held', 'missed'] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];

/** Who reads a note of a check-in: both, or only who wrote it. */
export const CHECK_IN_AUDIENCES = ['shared', 'private'] as const;
export type CheckInAudience = (typeof CHECK_IN_AUDIENCES)[number];
