import { differenceBounds } from '#core/certainty/differenceBounds';
import { type Evidence, quantileOf } from '#core/certainty/evidence';
import { isRiskMeasure } from '#core/extraction/conversions/riskAtBaseline';
import { type AbsoluteEffects, absoluteEffects } from '#core/reporting/absoluteEffects';
import { decimalText } from '#core/reporting/numbers';

/** A risk without treatment that absolute effects are told at, and where it comes from. */
export interface BaselineRisk {
  /** 0 to 1, exclusive. */
  readonly risk: number;
  readonly source: string;
}

/** One line of a summary of findings for one risk without treatment, as text. */
export interface AbsoluteLine {
  readonly source: string;
  /** Per 1,000 without it. */
  readonly control: string;
  /** Per 1,000 with it, and its interval. */
  readonly intervention: string;
  readonly interval: string;
  /** "8 fewer", "8 more", "no difference". */
  readonly difference: string;
  readonly differenceInterval: string;
  /** The relative effect can't hold at this risk: something was cut at 0 or 1,000. */
  readonly isClipped: boolean;
}

/**
 * Risks taken from the comparator groups of the studies: the middle one, and with four or more studies the quarters with
 * the lowest and the highest risk.
 */
export function baselinesFromStudies({ controlRisks }: Evidence): BaselineRisk[] {
  const at = (share: number, source: string) => {
    const risk = quantileOf(controlRisks, share);
    return risk !== null && risk > 0 && risk < 1 ? [{ risk, source }] : [];
  };
  if (controlRisks.length < 4) return at(0.5, 'middle of the studies');
  return [
    ...at(0.25, 'quarter with the lowest risk'),
    ...at(0.5, 'middle of the studies'),
    ...at(0.75, 'quarter with the highest risk'),
  ];
}

/** Decimals of a line, the same in all of it: one at a risk below 10 in 1,000, or for less than one person; else none. */
function decimalsOf({ control, difference }: AbsoluteEffects): 0 | 1 {
  return control < 10 || Math.abs(difference.estimate) < 1 ? 1 : 0;
}

/**
 * Absolute effects per 1,000 at each risk without treatment. None where the measure doesn't turn a risk into a risk.
 * Sources and formulas: `absoluteEffects`.
 */
export function absoluteLines(evidence: Evidence, baselines: readonly BaselineRisk[]): AbsoluteLine[] {
  const { effect, measure } = evidence;
  if (effect === null || !isRiskMeasure(measure)) return [];
  return baselines.map(({ risk, source }) => {
    const absolute = absoluteEffects(measure, effect, risk);
    const decimals = decimalsOf(absolute);
    const text = (value: number) => decimalText(value, decimals);
    const { control, intervention, difference } = absolute;
    return {
      source,
      control: text(control),
      intervention: text(intervention.estimate),
      interval: `${text(intervention.lower)} to ${text(intervention.upper)}`,
      difference: fewerOrMore(difference.estimate, text),
      differenceInterval: `${fewerOrMore(difference.lower, text)} to ${fewerOrMore(difference.upper, text)}`,
      isClipped: absolute.isClipped,
    };
  });
}

function fewerOrMore(value: number, text: (value: number) => string): string {
  const size = text(Math.abs(value));
  if (!/[1-9]/.test(size)) return 'no difference';
  return `${size} ${value < 0 ? 'fewer' : 'more'}`;
}

/** A difference of means in words: "2.3 points lower (4.1 lower to 0.5 lower)". None for ratios and risks. */
export function differenceWords(evidence: Evidence): string | null {
  if (evidence.outcomeKind === 'dichotomous') return null;
  if (evidence.isOfOneGroup) return levelWords(evidence);
  const bounds = differenceBounds(evidence, null);
  if (bounds === null) return null;
  const decimals = Math.max(Math.abs(bounds.lower), Math.abs(bounds.upper)) >= 100 ? 0 : 2;
  const way = (value: number) =>
    `${decimalText(Math.abs(value), decimals)}${bounds.unit ? ` ${bounds.unit}` : ''} ${value < 0 ? 'lower' : 'higher'}`;
  return `${way(bounds.estimate)} (${way(bounds.lower)} to ${way(bounds.upper)})`;
}

/** What is told of one group as it is: "Proportion 0.80 (0.69 to 0.90)". */
export function levelWords({ effect, measureTitle, measure, unit }: Evidence): string | null {
  if (effect === null) return null;
  const { estimate, lower, upper } = effect;
  const least = Math.min(...[estimate, lower, upper].map(Math.abs).filter(value => value > 0));
  const decimals = least >= 100 ? 0 : least >= 0.1 ? 2 : least >= 0.01 ? 3 : 4;
  const text = (value: number) => decimalText(value, decimals);
  const of = HAS_UNIT.has(measure) && unit !== '' ? ` ${unit}` : '';
  return `${measureTitle} ${text(estimate)}${of} (${text(lower)} to ${text(upper)})`;
}

const HAS_UNIT: ReadonlySet<string> = new Set(['MN', 'MNLN', 'MC']);

/** "RR 0.49 (0.33 to 0.73)". */
export function relativeWords({ effect, measure, isRatio }: Evidence): string | null {
  if (effect === null || !isRatio) return null;
  const text = (value: number) => decimalText(value, value >= 100 ? 0 : 2);
  return `${measure === 'GEN' ? 'Ratio' : measure} ${text(effect.estimate)} (${text(effect.lower)} to ${text(effect.upper)})`;
}
