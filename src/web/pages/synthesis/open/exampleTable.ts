/** The thirteen BCG trials (Colditz et al. 1994, doi:10.1001/jama.1994.03510330076038), as a spreadsheet would paste them. */
const ROWS = [
  ['study', 'year', 'ai', 'n1i', 'ci', 'n2i', 'latitude', 'allocation'],
  ['Aronson 1948', 1948, 4, 123, 11, 139, 44, 'random'],
  ['Ferguson & Simes 1949', 1949, 6, 306, 29, 303, 55, 'random'],
  ['Rosenthal et al 1960', 1960, 3, 231, 11, 220, 42, 'random'],
  ['Hart & Sutherland 1977', 1977, 62, 13598, 248, 12867, 52, 'random'],
  ['Frimodt-Moller et al 1973', 1973, 33, 5069, 47, 5808, 13, 'alternate'],
  ['Stein & Aronson 1953', 1953, 180, 1541, 372, 1451, 44, 'alternate'],
  ['Vandiviere et al 1973', 1973, 8, 2545, 10, 629, 19, 'random'],
  ['TPT Madras 1980', 1980, 505, 88391, 499, 88391, 13, 'random'],
  ['Coetzee & Berjak 1968', 1968, 29, 7499, 45, 7277, 27, 'random'],
  ['Rosenthal et al 1961', 1961, 17, 1716, 65, 1665, 42, 'systematic'],
  ['Comstock et al 1974', 1974, 186, 50634, 141, 27338, 18, 'systematic'],
  ['Comstock & Webster 1969', 1969, 5, 2498, 3, 2341, 33, 'systematic'],
  ['Comstock et al 1976', 1976, 27, 16913, 29, 17854, 33, 'systematic'],
];

/** Made up: a test against the truth in eight studies. */
const ACCURACY_ROWS = [
  ['study', 'TP', 'FP', 'FN', 'TN'],
  ['Invented A', 47, 31, 9, 238],
  ['Invented B', 66, 72, 21, 343],
  ['Invented C', 39, 12, 10, 192],
  ['Invented D', 36, 48, 3, 176],
  ['Invented E', 80, 61, 14, 259],
  ['Invented F', 54, 68, 2, 129],
  ['Invented G', 59, 35, 8, 186],
  ['Invented H', 34, 21, 4, 96],
];

/** Made up: cases by drinks a week in five cohorts. */
const DOSE_ROWS = [
  ['study', 'dose', 'cases', 'n', 'rr', 'lower', 'upper', 'type'],
  ...[
    ['Invented A', 310, 1, 1.12, 1.31, 1.62],
    ['Invented B', 420, 0.9, 1.05, 1.22, 1.4],
    ['Invented C', 260, 1.05, 1.2, 1.28, 1.75],
    ['Invented D', 530, 0.96, 1.08, 1.35, 1.51],
    ['Invented E', 190, 1.1, 1.02, 1.4, 1.66],
  ].flatMap(([study = '', base = 0, ...ratios]) => {
    const people = Number(base) * 12;
    const levels = ratios.map((ratio, place) => {
      const cases = Math.round(Number(base) * 0.2 * Number(ratio));
      const spread = Math.exp(1.96 * Math.sqrt(1 / cases + 1 / Number(base)));
      const bounds = [Number(ratio) / spread, Number(ratio) * spread].map(bound => bound.toFixed(2));
      return [study, [3, 8, 16, 28][place] ?? 0, cases, Math.round(people * 0.2), ratio, ...bounds, 'ci'];
    });
    return [[study, 0, base, people, 1, '', '', 'ci'], ...levels];
  }),
];

/** Made up: three treatments and a placebo in ten trials, one of them with three arms. */
const ARM_ROWS = [
  ['study', 'treatment', 'events', 'total'],
  ...[
    ['Invented A', 'Placebo', 24, 120, 'Drug one', 15, 118],
    ['Invented B', 'Placebo', 31, 150, 'Drug one', 22, 151],
    ['Invented C', 'Placebo', 18, 90, 'Drug two', 9, 92],
    ['Invented D', 'Placebo', 40, 210, 'Drug two', 21, 205],
    ['Invented E', 'Placebo', 22, 101, 'Drug three', 19, 99],
    ['Invented F', 'Drug one', 17, 130, 'Drug two', 12, 128],
    ['Invented G', 'Drug one', 12, 80, 'Drug three', 15, 82],
    ['Invented H', 'Drug two', 10, 95, 'Drug three', 17, 97],
    ['Invented I', 'Placebo', 29, 140, 'Drug one', 18, 139, 'Drug two', 14, 141],
    ['Invented J', 'Placebo', 16, 75, 'Drug three', 11, 76],
  ].flatMap(([study = '', ...cells]) =>
    Array.from({ length: cells.length / 3 }, (_, arm) => [study, ...cells.slice(3 * arm, 3 * arm + 3)]),
  ),
];

/** Made up: mean differences of three treatments in eight trials, one of them with three arms. */
const CONTRAST_ROWS = [
  ['study', 'treat1', 'treat2', 'TE', 'seTE'],
  ['Invented A', 'Walking', 'Usual care', -0.62, 0.21],
  ['Invented B', 'Walking', 'Usual care', -0.35, 0.18],
  ['Invented C', 'Swimming', 'Usual care', -0.81, 0.26],
  ['Invented D', 'Swimming', 'Usual care', -0.48, 0.22],
  ['Invented E', 'Swimming', 'Walking', -0.12, 0.19],
  ['Invented F', 'Yoga', 'Usual care', -0.27, 0.2],
  ['Invented G', 'Yoga', 'Walking', 0.18, 0.24],
  ['Invented H', 'Walking', 'Usual care', -0.5, 0.25],
  ['Invented H', 'Yoga', 'Usual care', -0.3, 0.25],
  ['Invented H', 'Yoga', 'Walking', 0.2, 0.25],
];

/** Made up: schools within districts, several results each. */
const NESTED_ROWS = [
  ['study', 'district', 'yi', 'vi'],
  ...[
    ['North', -0.21, 0.31, -0.04, 0.16],
    ['South', 0.42, 0.61, 0.55],
    ['East', 0.05, 0.12, 0.27, 0.02, 0.19],
    ['West', 0.71, 0.38, 0.66],
    ['Centre', -0.06, 0.08, 0.22, 0.13],
    ['Coast', 0.33, 0.47],
  ].flatMap(([district = '', ...effects]) =>
    effects.map((effect, place) => [`${district} ${place + 1}`, district, effect, 0.02 + 0.01 * (place % 3)]),
  ),
];

const tabbed = (rows: readonly (readonly (string | number)[])[]) => rows.map(row => row.join('\t')).join('\n');

export const EXAMPLES = [
  {
    name: 'Trials of a vaccine, events in two groups',
    state: { text: tabbed(ROWS), title: 'Tuberculosis', first: 'BCG', second: 'No vaccine' },
  },
  {
    name: 'Accuracy of a test (invented)',
    state: { text: tabbed(ACCURACY_ROWS), title: 'Invented test' },
  },
  {
    name: 'Dose and response (invented)',
    state: { text: tabbed(DOSE_ROWS), title: 'Invented exposure', unit: 'drinks a week' },
  },
  {
    name: 'Network of treatments, one arm a row (invented)',
    state: { text: tabbed(ARM_ROWS), title: 'Invented relapse' },
  },
  {
    name: 'Network of treatments, one difference a row (invented)',
    state: { text: tabbed(CONTRAST_ROWS), title: 'Invented pain score' },
  },
  {
    name: 'Several effects from each district (invented)',
    state: { text: tabbed(NESTED_ROWS), title: 'Invented reading score', isLowerBetter: false },
  },
] as const;
