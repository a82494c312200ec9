/**
 * The constants of the ranking. They were chosen once over public labelled sets, not tuned for a review: within wide
 * bounds the result hardly moves. The README of this room tells what each brings.
 */
export interface RankingSettings {
  /** Times that the title counts beside the abstract. */
  readonly titleRepeats: number;
  /** Terms in more than this share of the records say nothing. */
  readonly commonShare: number;
  /** How far a row is divided by its own length (1) rather than by the mean one (0). */
  readonly ownLength: number;
  readonly latentSize: number;
  readonly latentWeight: number;
  /** Rounds in which the latent part is found, of eight new directions each. */
  readonly latentRounds: number;
  /** The latent part is found from at most so many records, and then told of all. */
  readonly latentSample: number;
  /** The regularisation constant C, which multiplies the total weight. */
  readonly cost: number;
  /** Total weight of the includes against that of the excludes. */
  readonly balance: number;
  /** Unscreened records that stand in as excludes, and the weight of each against a real one. */
  readonly standIns: number;
  readonly standInWeight: number;
  /** The question counts as an include of weight questionWeight · questionHold / (questionHold + includes). */
  readonly questionWeight: number;
  readonly questionHold: number;
  /** Words with which studies report what they found, against the question's own words in the row of the question. */
  readonly reportingWeight: number;
  readonly epochs: number;
  readonly tolerance: number;
  /** While fewer includes are known, records without an abstract come last. */
  readonly includesBeforeTitleOnly: number;
}

export const RANKING_SETTINGS: RankingSettings = {
  titleRepeats: 2,
  commonShare: 0.95,
  ownLength: 0.7,
  latentSize: 64,
  latentWeight: 0.5,
  latentRounds: 18,
  latentSample: 3000,
  cost: 0.15,
  balance: 10,
  standIns: 300,
  standInWeight: 0.15,
  questionWeight: 1,
  questionHold: 10,
  reportingWeight: 1,
  epochs: 5,
  tolerance: 0.01,
  includesBeforeTitleOnly: 5,
};
