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

/** Files of a review that take long to make: a job prepares them for the person who asked. */
export const PREPARED_FILES = ['review.zip', 'manuscript.docx', 'manuscript.zip'] as const;
export type PreparedFile = (typeof PREPARED_FILES)[number];

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

/** The measures that an analysis of the review offers; core/synthesis knows more for the command line. */
export const MEASURES = [
  ...(['OR', 'RR', 'RD', 'AS', 'MD', 'SMD', 'SMDH', 'ROM', 'VR', 'CVR', 'GEN'] as const),
  ...(['IRR', 'IRD', 'IRSD', 'PLO', 'PFT', 'PAS', 'PLN', 'PR', 'IRLN', 'IR', 'IRS', 'MN', 'MNLN'] as const),
  ...(['MC', 'SMCC', 'SMCR', 'ZCOR', 'COR', 'UCOR', 'ABT', 'AHW', 'ARAW'] as const),
] as const;
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
