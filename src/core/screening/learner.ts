import { randomFrom, shuffled } from '#core/random';
import type { RecordFeatures } from '#core/screening/features';
import { RANKING_SETTINGS, type RankingSettings } from '#core/screening/rankingSettings';

/**
 * A learner of what is wanted, kept between decisions so that each new one costs little.
 * Records are known by their position in the features.
 */
export interface Learner {
  /** Takes a record as included or excluded; a second call for the same record changes it. */
  readonly learn: (record: number, isIncluded: boolean) => void;
  /** Puts a record back among the unscreened. */
  readonly forget: (record: number) => void;
  /** Fits the weights to all that was learned, starting from the last fit. */
  readonly retrain: (epochs?: number) => void;
  /** The higher, the more like the includes; a distance, not a probability. */
  readonly score: (record: number) => number;
  readonly includes: () => number;
  readonly isScreened: (record: number) => boolean;
  readonly weights: Weights;
}

export interface Weights {
  readonly terms: Float32Array;
  readonly latent: Float64Array;
  /** One number in a box: the weight of the constant feature. */
  readonly constant: Float64Array;
}

const UNSCREENED = 0;

/** What the learner is fitted to, one place in each list an example: its row, whether it is wanted (1, else -1), its cost. */
interface Examples {
  readonly rows: Int32Array;
  readonly signs: Int8Array;
  readonly costs: Float64Array;
}

/**
 * A linear support vector machine (squared hinge, L2) by dual coordinate descent (Hsieh et al. 2008,
 * doi:10.1145/1390156.1390208), fitted anew after each decision from where it stood.
 *
 * Includes carry ten times the weight of all excludes together. A few hundred unscreened records stand in as light
 * excludes, for nearly all of them are; the question stands in as an include, the less the more includes are known, so
 * that the first ranking needs no decision. The same features, seed and decisions in the same order give the same weights.
 */
export function createLearner(
  features: RecordFeatures,
  seed: number,
  settings: RankingSettings = RANKING_SETTINGS,
): Learner {
  const { rowStart, columns, weights: values, latent, latentSize, ownMass, squaredLength, records } = features;
  const random = randomFrom(seed);
  const queue = shuffled([...Array(records).keys()], random);
  const weights: Weights = {
    terms: new Float32Array(features.terms.length),
    latent: new Float64Array(latentSize),
    constant: new Float64Array(1),
  };
  const pull = new Float64Array(records + 1);
  const pullSign = new Int8Array(records + 1);
  const label = new Int8Array(records);
  const learned: number[] = [];
  let standIns: number[] = [];
  let nextInQueue = 0;
  let included = 0;

  const { terms: ofTerms, latent: ofLatent, constant: ofConstant } = weights;
  // All indices in the loops below lie inside the features' rows.
  const dot = (row: number): number => {
    const start = rowStart[row] as number;
    const end = rowStart[row + 1] as number;
    let even = ofConstant[0] as number;
    let odd = 0;
    let at = start;
    // Two sums at once: neither waits for the other's last addition.
    for (; at + 1 < end; at += 2) {
      even += (values[at] as number) * (ofTerms[columns[at] as number] as number);
      odd += (values[at + 1] as number) * (ofTerms[columns[at + 1] as number] as number);
    }
    if (at < end) even += (values[at] as number) * (ofTerms[columns[at] as number] as number);
    const from = row * latentSize;
    let k = 0;
    for (; k + 1 < latentSize; k += 2) {
      even += (latent[from + k] as number) * (ofLatent[k] as number);
      odd += (latent[from + k + 1] as number) * (ofLatent[k + 1] as number);
    }
    if (k < latentSize) even += (latent[from + k] as number) * (ofLatent[k] as number);
    return even + odd;
  };
  const add = (row: number, amount: number): void => {
    const end = rowStart[row + 1] as number;
    for (let at = rowStart[row] as number; at < end; at++) {
      const column = columns[at] as number;
      ofTerms[column] = (ofTerms[column] as number) + amount * (values[at] as number);
    }
    const from = row * latentSize;
    for (let k = 0; k < latentSize; k++) {
      ofLatent[k] = (ofLatent[k] as number) + amount * (latent[from + k] as number);
    }
    ofConstant[0] = (ofConstant[0] as number) + amount;
  };
  const letGo = (row: number): void => {
    const held = pull[row] ?? 0;
    if (held > 0) add(row, -held * (pullSign[row] ?? 0));
    pull[row] = 0;
  };
  const refillStandIns = (): void => {
    const isUnscreened = (record: number) => label[record] === UNSCREENED;
    standIns = standIns.filter(isUnscreened);
    while (standIns.length < settings.standIns && nextInQueue < records) {
      const record = queue[nextInQueue++] ?? 0;
      if (isUnscreened(record)) standIns.push(record);
    }
  };
  const examples = (): Examples => {
    refillStandIns();
    const { questionWeight, questionHold, standInWeight, cost, balance } = settings;
    const asked = features.hasQuestion ? (questionWeight * questionHold) / (questionHold + included) : 0;
    const positive = included + asked;
    const negative = learned.length - included + standInWeight * standIns.length;
    const total = cost * (positive + negative);
    const positiveCost = positive > 0 ? (total * balance) / (1 + balance) / positive : 0;
    const negativeCost = negative > 0 ? total / (1 + balance) / negative : 0;
    const count = learned.length + standIns.length + (asked > 0 ? 1 : 0);
    const rows = new Int32Array(count);
    const signs = new Int8Array(count);
    const costs = new Float64Array(count);
    let place = 0;
    const put = (row: number, sign: 1 | -1, itsCost: number): void => {
      rows[place] = row;
      signs[place] = sign;
      costs[place++] = itsCost;
    };
    for (const row of learned) {
      if (label[row] === 1) put(row, 1, positiveCost);
      else put(row, -1, negativeCost);
    }
    for (const row of standIns) put(row, -1, standInWeight * negativeCost);
    if (asked > 0) put(records, 1, asked * positiveCost);
    return { rows, signs, costs };
  };
  /** One step of coordinate descent; gives how far the example was from its place. */
  const descend = (row: number, sign: number, cost: number): number => {
    const held = pull[row] as number;
    const slack = 1 / (2 * cost);
    const gradient = sign * (dot(row) + sign * held * (ownMass[row] as number)) - 1 + slack * held;
    const projected = held > 0 ? gradient : Math.min(gradient, 0);
    if (Math.abs(projected) < 1e-9) return 0;
    const next = Math.max(0, held - gradient / ((squaredLength[row] as number) + 1 + slack));
    add(row, (next - held) * sign);
    pull[row] = next;
    return Math.abs(projected);
  };

  return {
    weights,
    score: dot,
    includes: () => included,
    isScreened: record => label[record] !== UNSCREENED,
    learn: (record, isIncluded) => {
      if (!Number.isInteger(record) || record < 0 || record >= records) {
        throw new RangeError(`learn: there is no record ${record} among ${records}`);
      }
      if (label[record] === UNSCREENED) learned.push(record);
      else if (label[record] === 1) included--;
      if (isIncluded) included++;
      label[record] = isIncluded ? 1 : -1;
    },
    forget: record => {
      const at = learned.indexOf(record);
      if (at < 0) return;
      learned.splice(at, 1);
      if (label[record] === 1) included--;
      label[record] = UNSCREENED;
      letGo(record);
    },
    retrain: (epochs = settings.epochs) => {
      const { rows, signs, costs } = examples();
      for (const [place, row] of rows.entries()) {
        const sign = signs[place] as number; // a sign and a cost for each row, here and below
        if (pullSign[row] !== sign) letGo(row);
        pullSign[row] = sign;
      }
      for (let epoch = 0; epoch < epochs; epoch++) {
        let violation = 0;
        for (const place of shuffledPlaces(rows.length, random)) {
          const off = descend(rows[place] as number, signs[place] as number, costs[place] as number);
          if (off > violation) violation = off;
        }
        if (violation < settings.tolerance) break;
      }
    },
  };
}

/** The numbers below `count` in an order by lot, as `shuffled` gives it. */
function shuffledPlaces(count: number, random: () => number): Int32Array {
  const places = new Int32Array(count);
  for (let place = 0; place < count; place++) places[place] = place;
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = places[last] as number; // both are below count
    places[last] = places[other] as number;
    places[other] = held;
  }
  return places;
}
