import { block } from '#core/duplicates/block';
import { compare, IDENTIFIER_LEVELS, type Levels, VOLUME_LEVELS, YEAR_LEVELS } from '#core/duplicates/compare';
import { ABSTRACT_LEVELS } from '#core/duplicates/compareAbstracts';
import { AUTHOR_LEVELS } from '#core/duplicates/compareAuthors';
import { JOURNAL_LEVELS } from '#core/duplicates/compareJournals';
import { PAGES_LEVELS } from '#core/duplicates/comparePages';
import { TITLE_LEVELS } from '#core/duplicates/compareTitles';
import { normaliseRecord } from '#core/duplicates/normaliseRecord';
import { COMPARED_FIELDS, type ComparedField } from '#core/duplicates/record';
import { readLabelledRecords } from '#scripts/train/readLabelledRecords';

/**
 * Trains the weights of the duplicate finder:
 * `node dist/scripts/train/duplicates.js FILE.csv.gz…` prints what belongs into src/core/duplicates/weights.ts.
 * The files have the columns of `pooled duplicates` and a `gold_group_id`.
 */

/** Penalised logistic regression by Adam; after some steps the weights of a field are put back into their order. */
const STEPS = 1500;
const RATE = 0.1;
const PENALTY = 1;
const ORDERED_EVERY = 5;

const LEVELS_OF: Readonly<Record<ComparedField, readonly string[]>> = {
  title: TITLE_LEVELS,
  authors: AUTHOR_LEVELS,
  year: YEAR_LEVELS,
  journal: JOURNAL_LEVELS,
  volume: VOLUME_LEVELS,
  issue: VOLUME_LEVELS,
  pages: PAGES_LEVELS,
  doi: IDENTIFIER_LEVELS,
  pmid: IDENTIFIER_LEVELS,
  abstract: ABSTRACT_LEVELS,
};

/** Within a field a better agreement never weighs less than a worse one. What stands in no order is left free. */
const ORDERS: Readonly<Record<ComparedField, readonly string[]>> = {
  title: [
    'same',
    'same-in-other-language',
    'nearly-same',
    'begins-the-same',
    'close',
    'similar',
    'partly-same',
    'little-in-common',
    'different',
  ],
  authors: [
    'same',
    'same-families',
    'one-list-is-shorter',
    'most-same',
    'some-same',
    'only-first-same',
    'first-differs',
    'different',
  ],
  year: ['same', 'next', 'near', 'different'],
  journal: ['same', 'abbreviated', 'one-is-longer', 'similar', 'different'],
  volume: ['same', 'same-number', 'different'],
  issue: ['same', 'same-number', 'different'],
  pages: ['same', 'same-first', 'same-last', 'overlapping', 'different'],
  doi: ['same', 'missing', 'different'],
  pmid: ['same', 'missing', 'different'],
  abstract: ['same', 'similar', 'partly-same', 'different'],
};

const KEYS = COMPARED_FIELDS.flatMap(field => LEVELS_OF[field].map(level => `${field} ${level}`));
const PLACE = new Map(KEYS.map((key, at) => [key, at]));
const placeOf = (field: ComparedField, level: string): number => PLACE.get(`${field} ${level}`) ?? 0;

interface Example {
  /** The place of each field's level among all weights. */
  readonly places: readonly number[];
  readonly isSame: number;
  readonly weight: number;
}

/** Each pair as it is, and again with identifiers, abstract, or both hidden, so that no field is relied upon. */
function examplesOf(levels: Levels, isSame: number): Example[] {
  const example = (of: Levels, weight: number): Example => ({
    places: COMPARED_FIELDS.map(field => placeOf(field, of[field])),
    isSame,
    weight,
  });
  const nameless: Levels = { ...levels, doi: 'missing', pmid: 'missing' };
  return [
    example(levels, 1),
    example(nameless, 1),
    example({ ...nameless, abstract: 'missing' }, 1),
    example({ ...levels, abstract: 'missing' }, 0.5),
  ];
}

/** Pool adjacent violators: the nearest weights that fall from level to level. */
function putInOrder(weights: Float64Array): void {
  for (const field of COMPARED_FIELDS) {
    const pools: { sum: number; places: number[] }[] = [];
    for (const level of ORDERS[field]) {
      const place = placeOf(field, level);
      let pool = { sum: weights[place] ?? 0, places: [place] };
      let above = pools.at(-1);
      while (above && above.sum / above.places.length < pool.sum / pool.places.length) {
        pools.pop();
        pool = { sum: above.sum + pool.sum, places: [...above.places, ...pool.places] };
        above = pools.at(-1);
      }
      pools.push(pool);
    }
    for (const { sum, places } of pools) for (const place of places) weights[place] = sum / places.length;
  }
}

function trainWeights(examples: readonly Example[]): { intercept: number; weights: Float64Array } {
  const size = KEYS.length;
  const weights = new Float64Array(size + 1); // the intercept stands last
  weights[size] = -2;
  const mean = new Float64Array(size + 1);
  const spread = new Float64Array(size + 1);
  for (let step = 1; step <= STEPS; step++) {
    const slope = new Float64Array(size + 1);
    for (const { places, isSame, weight } of examples) {
      let logOdds = weights[size] ?? 0;
      for (const place of places) logOdds += weights[place] ?? 0;
      const error = (1 / (1 + Math.exp(-logOdds)) - isSame) * weight;
      for (const place of places) slope[place] = (slope[place] ?? 0) + error;
      slope[size] = (slope[size] ?? 0) + error;
    }
    const rate = RATE * Math.min(1, (STEPS + 100 - step) / (STEPS / 2 + 50));
    for (let at = 0; at <= size; at++) {
      const towards = (slope[at] ?? 0) + (at < size ? PENALTY * (weights[at] ?? 0) : 0);
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * towards;
      spread[at] = 0.99 * (spread[at] ?? 0) + 0.01 * towards * towards;
      const change = (mean[at] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((spread[at] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
      weights[at] = (weights[at] ?? 0) - rate * change;
    }
    if (step % ORDERED_EVERY === 0) putInOrder(weights);
  }
  return { intercept: weights[size] ?? 0, weights };
}

const rounded = (value: number): string => String(Number(value.toFixed(2)) + 0);

/** The sets hardly have PMIDs: a PMID weighs what a DOI does. */
function asTypeScript(intercept: number, weights: Float64Array): string {
  const lines = COMPARED_FIELDS.flatMap(field => [
    `  ${field}: {`,
    ...LEVELS_OF[field].map(level => {
      const from = field === 'pmid' && level !== 'missing' ? 'doi' : field;
      return `    ${/-/.test(level) ? `'${level}'` : level}: ${rounded(weights[placeOf(from, level)] ?? 0)},`;
    }),
    '  },',
  ]);
  return ['// INTERCEPT', rounded(intercept), '// WEIGHTS', '{', ...lines, '}', ''].join('\n');
}

const examples: Example[] = [];
for (const file of process.argv.slice(2)) {
  const { records, groupOf } = await readLabelledRecords(file);
  const ordered = [...records].sort((a, b) => (a.recordId < b.recordId ? -1 : 1)).map(normaliseRecord);
  for (const candidates of block(ordered)) {
    for (let at = 0; at < candidates.length; at += 2) {
      const [a, b] = [ordered[candidates[at] ?? 0], ordered[candidates[at + 1] ?? 0]];
      if (a && b)
        examples.push(...examplesOf(compare(a, b), groupOf.get(a.recordId) === groupOf.get(b.recordId) ? 1 : 0));
    }
  }
}
const { intercept, weights } = trainWeights(examples);
console.log(asTypeScript(intercept, weights));
