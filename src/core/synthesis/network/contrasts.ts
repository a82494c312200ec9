import { type Design, designFrom } from '#core/synthesis/design';

/** One arm of a study, on the analysis scale: its value (log odds, log risk, mean) and the variance of that. */
export interface NetworkArm {
  readonly study: string;
  readonly treatment: string;
  readonly value: number;
  readonly variance: number;
}

/** The difference between two treatments in one study. */
export interface Contrast {
  readonly study: string;
  /** The earlier arm; the difference is `t1` minus `t2`. */
  readonly t1: string;
  readonly t2: string;
  readonly difference: number;
  readonly variance: number;
}

/** A difference as a study tells it: first treatment less second, on the analysis scale. */
export interface StudyContrast {
  readonly first: string;
  readonly second: string;
  readonly difference: number;
  readonly variance: number;
}

/** Every pair of arms of every study, studies and arms in the order given. */
export function contrastsOf(arms: readonly NetworkArm[]): Contrast[] {
  return [...new Set(arms.map(arm => arm.study))].flatMap(study => {
    const own = arms.filter(arm => arm.study === study);
    return own.flatMap((one, i) =>
      own.slice(i + 1).map(two => ({
        study,
        t1: one.treatment,
        t2: two.treatment,
        difference: one.value - two.value,
        variance: one.variance + two.variance,
      })),
    );
  });
}

export function treatmentsOf(contrasts: readonly Contrast[]): string[] {
  return [...new Set(contrasts.flatMap(({ t1, t2 }) => [t1, t2]))].sort();
}

/** The contrasts of each study, in order of first appearance. */
export function studiesOf(contrasts: readonly Contrast[]): (readonly Contrast[])[] {
  const studies = new Map<string, Contrast[]>();
  for (const contrast of contrasts) {
    const own = studies.get(contrast.study);
    if (own) own.push(contrast);
    else studies.set(contrast.study, [contrast]);
  }
  return [...studies.values()];
}

/** Degrees of freedom: arms less one over studies, less treatments less one. */
export function networkDf(contrasts: readonly Contrast[]): number {
  const perStudy = studiesOf(contrasts).map(own => treatmentsOf(own).length - 1);
  return perStudy.reduce((a, b) => a + b, 0) - (treatmentsOf(contrasts).length - 1);
}

/** Whether every treatment can be reached from every other; only then can all be compared. */
export function isConnected(contrasts: readonly Contrast[]): boolean {
  const treatments = treatmentsOf(contrasts);
  const reached = new Set(treatments.slice(0, 1));
  let before = 0;
  while (reached.size > before) {
    before = reached.size;
    for (const { t1, t2 } of contrasts) {
      if (reached.has(t1)) reached.add(t2);
      if (reached.has(t2)) reached.add(t1);
    }
  }
  return reached.size === treatments.length;
}

export interface BasicContrasts {
  readonly yi: readonly number[];
  /** Sampling covariance: block by study, shared first arm. */
  readonly V: readonly (readonly number[])[];
  readonly design: Design;
  /** Study number of each. */
  readonly study: readonly number[];
}

/** Differences to the first arm of each study, which carry all that the study says, for the likelihood methods. */
export function basicContrasts(contrasts: readonly Contrast[]): BasicContrasts {
  const treatments = treatmentsOf(contrasts);
  const chosen = studiesOf(contrasts).flatMap((own, study) => {
    const first = own[0]?.t1 ?? '';
    return own.filter(({ t1 }) => t1 === first).map(contrast => ({ ...contrast, study, own }));
  });
  const V = chosen.map((one, a) =>
    chosen.map((two, b) => {
      if (a === b) return one.variance;
      if (one.study !== two.study) return 0;
      const between = one.own.find(
        ({ t1, t2 }) => (t1 === one.t2 && t2 === two.t2) || (t1 === two.t2 && t2 === one.t2),
      );
      return (one.variance + two.variance - (between?.variance ?? Number.NaN)) / 2;
    }),
  );
  const rows = chosen.map(({ t1, t2 }) =>
    treatments.slice(1).map(name => (name === t1 ? 1 : 0) - (name === t2 ? 1 : 0)),
  );
  return {
    yi: chosen.map(({ difference }) => difference),
    V,
    design: designFrom(rows),
    study: chosen.map(({ study }) => study),
  };
}
