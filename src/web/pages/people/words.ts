import type { Audience, CareerStage, ExamStep, ProfileLine, TopicChange, VisaNeed } from '#core/people/vocabulary';

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  self: 'only me',
  applied: 'where I apply',
  everybody: 'everybody',
};

export const LINE_WORDS: Readonly<Record<ProfileLine, string>> = {
  headline: 'In one line',
  topics: 'Topics',
  publications: 'Publications',
  skills: 'Skills',
  rolesWanted: 'Roles wanted',
  languages: 'Languages',
  hoursPerWeek: 'Hours a week',
  timeZone: 'Time zone',
  away: 'Away',
  affiliation: 'Works at',
  careerStage: 'Career stage',
  school: 'Medical school',
  examSteps: 'Exam steps',
  aims: 'Aims',
  visa: 'Visa',
};

export const STAGE_WORDS: Readonly<Record<CareerStage, string>> = {
  student: 'student',
  graduate: 'graduate',
  resident: 'resident',
  fellow: 'fellow',
  attending: 'attending or consultant',
  researcher: 'researcher',
  professor: 'professor',
  other: 'something else',
};

export const EXAM_WORDS: Readonly<Record<ExamStep, string>> = {
  'step-1': 'Step 1',
  'step-2-ck': 'Step 2 CK',
  oet: 'OET Medicine',
  ecfmg: 'ECFMG certificate',
  'step-3': 'Step 3',
};

export const VISA_WORDS: Readonly<Record<VisaNeed, string>> = {
  none: 'needs no visa',
  'j-1': 'needs a J-1',
  'h-1b': 'needs an H-1B',
  'any-visa': 'needs a visa, either kind',
};

export const CHANGE_WORDS: Readonly<Record<TopicChange, string>> = {
  up: 'counts double',
  down: 'counts half',
  removed: 'taken out',
  added: 'added by you',
};
