/** Where an item of the checklist is answered: blocks of the draft by their id, a field of the protocol, or the authors. */
export type AnsweredBy =
  | { readonly kind: 'blocks'; readonly ids: readonly string[] }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'title' }
  | { readonly kind: 'authors'; readonly part: string };

export interface ChecklistItem {
  readonly number: string;
  readonly section: 'Title' | 'Abstract' | 'Introduction' | 'Methods' | 'Results' | 'Discussion' | 'Other information';
  readonly topic: string;
  /** What is to be reported, in our own words. */
  readonly asks: string;
  readonly by: AnsweredBy;
}

const blocks = (...ids: readonly string[]): AnsweredBy => ({ kind: 'blocks', ids });
const field = (name: string): AnsweredBy => ({ kind: 'field', field: name });
const authors = (part: string): AnsweredBy => ({ kind: 'authors', part });

type Row = readonly [number: string, topic: string, asks: string, by: AnsweredBy];

const METHODS: readonly Row[] = [
  [
    '5',
    'Eligibility',
    'Which studies were to be included and excluded, and how they were grouped.',
    blocks('question', 'include', 'exclude'),
  ],
  ['6', 'Sources', 'Every source that was searched or asked, and when last.', blocks('searched')],
  [
    '7',
    'Search strategy',
    'The whole strategy of every source, with its limits and filters.',
    blocks('strategies', 'strategy-missing', 'searches'),
  ],
  [
    '8',
    'Selection',
    'How records and reports were judged: how many people, whether blind, which tools.',
    blocks('mode-', 'screened-', 'screeners-'),
  ],
  [
    '9',
    'Data collection',
    'How data were taken from reports: how many people, what was asked of authors.',
    blocks('extractors', 'conversions'),
  ],
  [
    '10a',
    'Outcomes',
    'Every outcome for which data were sought, and which results were taken where there were several.',
    blocks('outcomes'),
  ],
  [
    '10b',
    'Other variables',
    'What else was noted of each study, and what was assumed where it was unclear.',
    blocks('characteristics-sought'),
  ],
  ['11', 'Risk of bias in studies', 'The tool, how many people judged, whether blind to each other.', blocks('tool')],
  ['12', 'Effect measures', 'For each outcome the measure of effect that was pooled.', blocks('synthesis')],
  [
    '13a',
    'Which studies in which synthesis',
    'How it was decided which studies each synthesis takes.',
    blocks('synthesis'),
  ],
  ['13b', 'Preparation', 'How data were made ready: conversions, missing numbers.', blocks('conversions', 'outcomes')],
  ['13c', 'Display', 'How results of studies and syntheses are shown.', blocks('forest-', 'characteristics')],
  [
    '13d',
    'Synthesis',
    'How results were pooled, by which model, and how scatter was measured; with which software.',
    blocks('synthesis'),
  ],
  [
    '13e',
    'Reasons of scatter',
    'How possible reasons of differing effects were looked for.',
    blocks('synthesis', 'exploratory'),
  ],
  [
    '13f',
    'Sensitivity',
    'Which analyses tested whether the result is sturdy.',
    authors('Methods: sensitivity analyses'),
  ],
  [
    '14',
    'Missing results',
    'How the risk was judged that results were not reported.',
    authors('Methods: reporting bias'),
  ],
  ['15', 'Certainty', 'How certainty in each outcome was judged.', blocks('grade')],
];

const RESULTS: readonly Row[] = [
  [
    '16a',
    'Flow',
    'What became of every record, best as a diagram.',
    blocks('identified', 'screened', 'included', 'flow'),
  ],
  ['16b', 'Excluded reports', 'Reports that seemed to fit and were excluded, with the reason.', blocks('excluded')],
  [
    '17',
    'Characteristics',
    'Each included study with its reference and what it is like.',
    blocks('described', 'characteristics'),
  ],
  ['18', 'Risk of bias', 'The judgement on each included study.', blocks('judged', 'bias')],
  [
    '19',
    'Results of studies',
    'For each outcome and study the numbers by group and the effect with its interval.',
    blocks('forest-'),
  ],
  [
    '20a',
    'Studies in each synthesis',
    'What the pooled studies are like and how they were judged.',
    blocks('described', 'judged'),
  ],
  [
    '20b',
    'Results of syntheses',
    'The pooled effect with its interval and scatter, and which group it favours.',
    blocks('effect'),
  ],
  ['20c', 'Reasons of scatter', 'What came of looking for reasons of differing effects.', blocks('effect')],
  ['20d', 'Sensitivity', 'What came of the analyses that tested the result.', authors('Results: sensitivity analyses')],
  ['21', 'Missing results', 'The judgement on results that were not reported.', authors('Results: reporting bias')],
  ['22', 'Certainty', 'The certainty in each outcome.', blocks('certainty')],
];

const OTHER: readonly Row[] = [
  ['24a', 'Registration', 'The register and number, or that there is none.', field('registration')],
  ['24b', 'Protocol', 'Where the protocol can be read, or that there is none.', field('published-protocol')],
  ['24c', 'Amendments', 'What was changed since, and why.', blocks('deviation')],
  ['25', 'Support', 'Who paid, and what part funders had.', field('funding')],
  ['26', 'Competing interests', 'Interests of the authors.', field('conflicts')],
  ['27', 'Data and code', 'Which data, forms and code are public, and where.', field('data-availability')],
];

const rowsOf = (section: ChecklistItem['section'], rows: readonly Row[]): ChecklistItem[] =>
  rows.map(([number, topic, asks, by]) => ({ number, section, topic, asks, by }));

/**
 * The 27 items of PRISMA 2020 with their parts, in our own words (Page MJ et al. 2021, doi:10.1136/bmj.n71; the official
 * wording stands in the checklist at https://www.prisma-statement.org).
 */
export const PRISMA_ITEMS: readonly ChecklistItem[] = [
  ...rowsOf('Title', [['1', 'Title', 'That the report is a systematic review.', { kind: 'title' }]]),
  ...rowsOf('Abstract', [['2', 'Abstract', 'The items of PRISMA 2020 for abstracts.', authors('Abstract')]]),
  ...rowsOf('Introduction', [
    ['3', 'Rationale', 'Why the review is needed given what is known.', authors('Introduction')],
    ['4', 'Objective', 'The question that it answers.', blocks('question')],
  ]),
  ...rowsOf('Methods', METHODS),
  ...rowsOf('Results', RESULTS),
  ...rowsOf('Discussion', [
    ['23a', 'Interpretation', 'What the results mean beside other evidence.', authors('Discussion')],
    ['23b', 'Limits of the evidence', 'What the included studies can’t tell.', authors('Discussion')],
    ['23c', 'Limits of the review', 'What the way of reviewing can’t tell.', authors('Discussion')],
    ['23d', 'Implications', 'What follows for practice, policy and research.', authors('Discussion')],
  ]),
  ...rowsOf('Other information', OTHER),
];
