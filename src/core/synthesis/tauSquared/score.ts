/** The (restricted) log-likelihood's derivatives in tau², each times two. */
export interface Score {
  readonly slope: number;
  /** Expected information: always positive. */
  readonly information: number;
  /** Observed information: minus the curvature, negative where the likelihood is not concave. */
  readonly observed: number;
}
