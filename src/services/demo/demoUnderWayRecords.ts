import type { Choice } from '#core/vocabulary';
import type { DemoAuthorKey } from '#services/demo/demoAuthors';

/** A record of the review under way; what its two screeners chose, null where one has not come to it. */
export interface UnderWayRecord {
  readonly title: string;
  /** Invented people, by their key in `DEMO_AUTHORS`. */
  readonly authors: readonly DemoAuthorKey[];
  readonly journal: string;
  readonly meshHeadings: readonly string[];
  readonly year: number;
  readonly abstract: string;
  readonly lead: Choice | null;
  readonly second: Choice | null;
}

const NUTRITION = 'Demo Journal of Nutrition';
const RESPIRATORY = 'Example Archives of Respiratory Care';
const PRIMARY_CARE = 'Invented Reports in Primary Care';

/** Who wrote it, where, and its MeSH besides Vitamin D, in the order of the records. */
const WHERE: readonly (readonly [readonly DemoAuthorKey[], string, readonly string[]])[] = [
  [['lind', 'adeyemi'], RESPIRATORY, ['Respiratory Tract Infections', 'Nurses']],
  [['moreau'], NUTRITION, ['Bone Density', 'Postmenopause']],
  [['karlsen', 'lind'], RESPIRATORY, ['Respiratory Tract Infections', 'Military Personnel']],
  [['sato', 'adeyemi'], NUTRITION, ['Respiratory Tract Infections', 'Child, Preschool']],
  [['karlsen', 'moreau'], PRIMARY_CARE, ['Pneumonia', 'Aged']],
  [['rossi'], NUTRITION, ['Influenza, Human', 'Sunlight']],
  [['lind', 'sato', 'adeyemi'], RESPIRATORY, ['Asthma', 'Respiratory Tract Infections']],
  [['rossi'], NUTRITION, ['Micronutrients', 'Immunity']],
  [['sato', 'moreau'], PRIMARY_CARE, ['Respiratory Tract Infections', 'Schools']],
  [['rossi', 'karlsen'], RESPIRATORY, ['Tuberculosis', 'Receptors, Calcitriol']],
  [['karlsen', 'lind'], PRIMARY_CARE, ['Respiratory Tract Infections', 'Students']],
  [['adeyemi', 'lind'], RESPIRATORY, ['Respiratory Tract Infections', 'Shift Work Schedule']],
  [['sato'], NUTRITION, ['Otitis Media', 'Child']],
  [['rossi'], PRIMARY_CARE, ['Hypercalcemia']],
  [['lind', 'adeyemi'], RESPIRATORY, ['Cystic Fibrosis', 'Respiratory Tract Infections']],
  [['moreau'], PRIMARY_CARE, ['Pharmacists']],
];

/** A record without its authors, journal and headings, which stand in `WHERE`. */
const record = (
  title: string,
  year: number,
  abstract: string,
  second: Choice | null,
  lead: Choice | null = null,
): Omit<UnderWayRecord, 'authors' | 'journal' | 'meshHeadings'> => ({
  ...{ title, year, abstract: `Demo text. ${abstract}`, lead, second },
});

const TEXTS = [
  record(
    'Weekly vitamin D and winter colds in hospital staff: a randomised trial',
    2014,
    'METHODS: 412 nurses were randomised to vitamin D or placebo for six months. RESULTS: 121 of 206 and 133 of 206 had at least one acute respiratory infection.',
    'include',
    'include',
  ),
  record(
    'Vitamin D and bone density after the menopause',
    2009,
    'Bone density was measured after two years of supplements. Infections were not recorded.',
    'exclude',
    'exclude',
  ),
  record(
    'Serum vitamin D and respiratory infection: a cohort of recruits',
    2011,
    'Recruits with low serum vitamin D had more days off with respiratory infection. No supplement was given.',
    'exclude',
    'include',
  ),
  record(
    'Daily drops for toddlers in winter: a placebo-controlled trial',
    2016,
    'Children aged one to four were randomised to drops with or without vitamin D. Parents counted colds in a diary.',
    'include',
    'include',
  ),
  record(
    'A single large dose of vitamin D in older adults and pneumonia',
    2012,
    'Residents of care homes were randomised to one dose or placebo. Pneumonia was confirmed by radiography.',
    'include',
    'unsure',
  ),
  record(
    'Sunlight, latitude and mortality from influenza',
    2007,
    'An ecological comparison of 24 cities.',
    'exclude',
    'exclude',
  ),
  record(
    'Vitamin D in asthma: exacerbations after respiratory infection',
    2015,
    'Adults with asthma were randomised to vitamin D or placebo; upper respiratory infections were a secondary outcome.',
    'include',
  ),
  record('Review of micronutrients and immunity', 2018, 'A narrative review of vitamins A, C, D and E.', 'exclude'),
  record(
    'Fortified milk and school absence: a cluster-randomised trial',
    2013,
    'Forty schools were randomised. Absence for respiratory infection was taken from registers.',
    'include',
  ),
  record(
    'Vitamin D receptor polymorphisms in tuberculosis',
    2010,
    'Cases and controls were compared by genotype.',
    'exclude',
  ),
  record(
    'Supplements before the influenza season in university students',
    2019,
    'Students were randomised to vitamin D, gargling, both or neither. Infections were confirmed by swab.',
    null,
  ),
  record(
    'Protocol: monthly vitamin D for the prevention of colds in shift workers',
    2020,
    'The plan of a placebo-controlled trial is described.',
    null,
  ),
  record(
    'Vitamin D and otitis media in small children: a randomised trial',
    2013,
    'Children with recurrent otitis were randomised to vitamin D or placebo for four months.',
    null,
  ),
  record(
    'Toxicity of vitamin D: a series of nine adults',
    2008,
    'Hypercalcaemia after errors in dosing is described.',
    null,
  ),
  record(
    'Vitamin D in cystic fibrosis: infection and lung function',
    2017,
    'Adults admitted with an exacerbation were randomised to a bolus or placebo and followed for a year.',
    null,
  ),
  record('Knowledge of vitamin D among pharmacists', 2016, 'A questionnaire was answered by 318 pharmacists.', null),
];

/** Invented records, in the order in which they are given out. */
export const UNDER_WAY_RECORDS: readonly UnderWayRecord[] = TEXTS.map((text, place) => {
  const [authors, journal, headings] = WHERE[place] ?? [[], NUTRITION, []];
  return { ...text, authors, journal, meshHeadings: ['Vitamin D', ...headings] };
});

/** One of them that is found to be withdrawn. Its number is higher than any that PubMed has given. */
export const WITHDRAWN = {
  title: 'Supplements before the influenza season in university students',
  pmid: '99000011',
  notice: 'Example Archives of Respiratory Care. 2021;9:400',
} as const;
