import { dateText } from '#core/dateText';
import type { ProtocolFacts } from '#core/reporting/registration/protocolFacts';

export interface RegistrationField {
  readonly id: string;
  readonly section: 'The review' | 'People' | 'Question' | 'Methods' | 'General';
  readonly label: string;
  /** What belongs there, in our own words. */
  readonly hint: string;
  /** What the data say; empty where nothing does. None for what only people know. */
  readonly drafted?: (facts: ProtocolFacts) => string;
}

const slot =
  (...names: readonly string[]) =>
  ({ slots }: ProtocolFacts) =>
    names.flatMap(name => slots[name] ?? []).find(text => text !== '') ?? '';
const lines = (texts: readonly string[]) => texts.filter(Boolean).join('\n');

/**
 * The fields of PROSPERO's form in its order up to 2025, table-driven: a register that asks otherwise is another list
 * of rows. Labels and hints are our own words.
 */
export const REGISTRATION_FIELDS: readonly RegistrationField[] = [
  {
    id: 'title',
    section: 'The review',
    label: 'Title',
    hint: 'Population, intervention, comparison, outcome.',
    drafted: facts => facts.title,
  },
  {
    id: 'original-title',
    section: 'The review',
    label: 'Title in the original language',
    hint: 'Only where it is not English.',
  },
  {
    id: 'start',
    section: 'The review',
    label: 'Started on',
    hint: 'When work on the review began.',
    drafted: facts => dateText(facts.startedOn),
  },
  { id: 'completion', section: 'The review', label: 'Expected to be finished on', hint: 'A day.' },
  {
    id: 'stage',
    section: 'The review',
    label: 'Stage at registration',
    hint: 'What has begun and what is done: searches, piloting, screening, extraction, risk of bias, analysis.',
  },
  { id: 'contact', section: 'People', label: 'Named contact', hint: 'Name, address, e-mail, telephone.' },
  { id: 'organisation', section: 'People', label: 'Organisation', hint: 'For which the review is done.' },
  {
    id: 'team',
    section: 'People',
    label: 'Team',
    hint: 'Names with affiliation, e-mail and country; each must approve.',
    drafted: ({ team }) => lines(team.map(({ name, roles }) => `${name} (${roles.join(', ')})`)),
  },
  { id: 'funding', section: 'People', label: 'Funding', hint: 'Who pays, with grant numbers; or that nobody does.' },
  {
    id: 'conflicts',
    section: 'People',
    label: 'Conflicts of interest',
    hint: 'Of every member; or that there are none.',
  },
  { id: 'collaborators', section: 'People', label: 'Collaborators', hint: 'Who helps without being in the team.' },
  {
    id: 'question',
    section: 'Question',
    label: 'Review question',
    hint: 'In one or a few sentences.',
    drafted: ({ questionTitle, slots }) =>
      questionTitle ||
      Object.entries(slots)
        .filter(([, text]) => text)
        .map(([name, text]) => `${name}: ${text}`)
        .join('; '),
  },
  {
    id: 'searches',
    section: 'Question',
    label: 'Searches',
    hint: 'Sources, dates, limits of language and time.',
    drafted: ({ sources }) => lines(sources),
  },
  {
    id: 'strategy',
    section: 'Question',
    label: 'Search strategy',
    hint: 'The string, or where it can be read.',
    drafted: facts => facts.searchString,
  },
  {
    id: 'condition',
    section: 'Question',
    label: 'Condition or domain',
    hint: 'What is studied, in short.',
    drafted: slot('condition', 'diagnosis', 'phenomenon of interest'),
  },
  {
    id: 'population',
    section: 'Question',
    label: 'Participants',
    hint: 'Who is and is not in scope.',
    drafted: slot('population', 'sample'),
  },
  {
    id: 'intervention',
    section: 'Question',
    label: 'Intervention or exposure',
    hint: 'What they are given or meet.',
    drafted: slot('intervention', 'exposure', 'index test', 'concept', 'prognostic factor'),
  },
  {
    id: 'comparator',
    section: 'Question',
    label: 'Comparator',
    hint: 'With what it is compared; “none” where nothing is.',
    drafted: slot('comparator', 'reference test'),
  },
  {
    id: 'study-types',
    section: 'Question',
    label: 'Types of study',
    hint: 'Designs in and out of scope.',
    drafted: facts =>
      slot('study design', 'design', 'research type')(facts) ||
      lines([
        facts.include.length > 0 ? `Included: ${facts.include.join('; ')}` : '',
        facts.exclude.length > 0 ? `Excluded: ${facts.exclude.join('; ')}` : '',
      ]),
  },
  {
    id: 'context',
    section: 'Question',
    label: 'Context',
    hint: 'Setting, place, time.',
    drafted: slot('context', 'setting', 'timing'),
  },
  {
    id: 'main-outcomes',
    section: 'Methods',
    label: 'Main outcomes',
    hint: 'With time points and measures of effect.',
    drafted: ({ outcomes, thresholds, slots }) =>
      outcomes.length > 0 ? lines([...outcomes, ...thresholds]) : (slots.outcome ?? slots.outcomes ?? ''),
  },
  { id: 'additional-outcomes', section: 'Methods', label: 'Additional outcomes', hint: 'Or “none”.' },
  {
    id: 'selection',
    section: 'Methods',
    label: 'Selection and extraction',
    hint: 'How many people, whether blind, what is taken down.',
    drafted: ({ screening, characteristics }) =>
      lines([
        ...screening,
        characteristics.length > 0 ? `Of each study are noted: ${characteristics.join(', ')}.` : '',
      ]),
  },
  {
    id: 'risk-of-bias',
    section: 'Methods',
    label: 'Risk of bias',
    hint: 'Tools, how many people, for what it is used.',
    drafted: ({ tools }) => lines(tools),
  },
  {
    id: 'synthesis',
    section: 'Methods',
    label: 'Synthesis',
    hint: 'How results are pooled, and when they are not.',
    drafted: ({ synthesis }) => lines(synthesis),
  },
  {
    id: 'subgroups',
    section: 'Methods',
    label: 'Subgroups',
    hint: 'Planned beforehand; or “none”.',
    drafted: ({ plannedCharacteristics }) =>
      plannedCharacteristics.length > 0 ? `Planned beforehand: ${plannedCharacteristics.join(', ')}.` : '',
  },
  { id: 'review-type', section: 'General', label: 'Type of review', hint: 'Intervention, diagnostic, prognostic …' },
  { id: 'language', section: 'General', label: 'Language', hint: 'Of the review.' },
  { id: 'country', section: 'General', label: 'Country', hint: 'Where it is done.' },
  {
    id: 'registration',
    section: 'General',
    label: 'Registration',
    hint: 'Register and number, such as PROSPERO CRD…; or “not registered”.',
  },
  {
    id: 'published-protocol',
    section: 'General',
    label: 'Published protocol',
    hint: 'Where it can be read; or “none”.',
  },
  { id: 'dissemination', section: 'General', label: 'Dissemination', hint: 'How results reach those who need them.' },
  { id: 'keywords', section: 'General', label: 'Keywords', hint: 'Five or so.' },
  {
    id: 'earlier-review',
    section: 'General',
    label: 'Earlier review by the same authors',
    hint: 'Where this one updates it.',
  },
  {
    id: 'data-availability',
    section: 'General',
    label: 'Data and code',
    hint: 'Which data and code are public, and where.',
  },
  { id: 'other-information', section: 'General', label: 'Other information', hint: 'Whatever else matters.' },
];

export interface FilledField {
  readonly id: string;
  readonly section: string;
  readonly label: string;
  readonly hint: string;
  /** What the data say. */
  readonly drafted: string;
  /** What a person wrote; it stands in place of the drafted text. */
  readonly own: string | null;
}

/** Every field with what the data say of it and what people wrote. */
export function filledFields(facts: ProtocolFacts, own: ReadonlyMap<string, string>): FilledField[] {
  return REGISTRATION_FIELDS.map(({ id, section, label, hint, drafted }) => ({
    id,
    section,
    label,
    hint,
    drafted: drafted?.(facts).trim() ?? '',
    own: own.get(id) ?? null,
  }));
}

export function textOfField({ own, drafted }: Pick<FilledField, 'own' | 'drafted'>): string {
  return own ?? drafted;
}
