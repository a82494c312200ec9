import { type RiskMeasure, riskAtBaseline } from '#core/extraction/conversions/riskAtBaseline';

/** A number with its interval, per 1,000 persons. */
export interface PerThousand {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** The row of a summary of findings for one baseline risk: everything per 1,000 persons. */
export interface AbsoluteEffects {
  readonly control: number;
  readonly intervention: PerThousand;
  readonly difference: PerThousand;
  /** A risk above 1 or below 0 was cut: the relative effect can't hold at this baseline risk. */
  readonly isClipped: boolean;
  /** Whole persons, each rounded from its own unrounded value, halves away from zero. */
  readonly rounded: {
    readonly control: number;
    readonly intervention: PerThousand;
    readonly difference: PerThousand;
  };
  readonly direction: 'fewer' | 'more' | 'none';
  /** Number needed to treat for one more person's outcome to change; null when nobody's does. */
  readonly numberNeeded: number | null;
}

/** Less than this many persons per 1,000 is rounding of the arithmetic, not an effect. */
const NOBODY = 1e-9;

/**
 * Absolute effects from a pooled effect (natural scale) and a risk without treatment: how many per 1,000, with interval.
 * Takes a baseline risk in 0–1 (exclusive). The interval is that of the effect alone; the baseline counts as known.
 * Source: Cochrane Handbook 6.5, section 15.4.4; GRADE guidelines 12, doi:10.1016/j.jclinepi.2012.01.012.
 * Agrees with the reference cases within 1e-10.
 */
export function absoluteEffects(
  measure: RiskMeasure,
  effect: { readonly estimate: number; readonly lower: number; readonly upper: number },
  baseline: number,
): AbsoluteEffects {
  const { estimate, lower, upper } = effect;
  const raw = [estimate, lower, upper].map(value => riskAtBaseline(measure, value, baseline));
  const cut = raw.map(risk => Math.min(1, Math.max(0, risk)));
  const control = 1000 * baseline;
  const intervention = perThousand(cut.map(risk => 1000 * risk));
  const difference = perThousand(cut.map(risk => 1000 * (risk - baseline)));
  const isNobody = Math.abs(difference.estimate) < NOBODY;
  return {
    control,
    intervention,
    difference,
    isClipped: raw.some((risk, i) => risk !== cut[i]),
    rounded: { control: whole(control), intervention: wholes(intervention), difference: wholes(difference) },
    direction: isNobody ? 'none' : difference.estimate < 0 ? 'fewer' : 'more',
    numberNeeded: isNobody ? null : 1000 / Math.abs(difference.estimate),
  };
}

function perThousand([estimate = Number.NaN, lower = Number.NaN, upper = Number.NaN]: readonly number[]): PerThousand {
  return { estimate, lower, upper };
}

function wholes({ estimate, lower, upper }: PerThousand): PerThousand {
  return { estimate: whole(estimate), lower: whole(lower), upper: whole(upper) };
}

/** Halves away from zero; a half that lost its last digit in the arithmetic is still a half. */
function whole(value: number): number {
  const rounded = Math.floor(Math.abs(value) + 0.5 + NOBODY);
  return value < 0 && rounded > 0 ? -rounded : rounded;
}
