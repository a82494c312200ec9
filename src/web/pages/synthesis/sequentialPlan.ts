import { type Estimable, estimable, notEstimable } from '#core/estimable';
import { completedBy, type SequentialKind } from '#core/synthesis/sequential/sequentialAnalysis';
import {
  type PlannedEffect,
  type SequentialChoices,
  type SizeAdjustment,
  USUAL_SEQUENTIAL,
  whyNotPlan,
} from '#core/synthesis/sequential/sequentialChoices';
import type { OutcomeData } from './plan.ts';

export const ADJUSTED_FOR = [
  { value: 'D2', label: 'Diversity D²' },
  { value: 'I2', label: 'I²' },
  { value: 'own', label: 'A share of my own' },
  { value: 'none', label: 'Nothing' },
] as const;
export type AdjustedFor = (typeof ADJUSTED_FOR)[number]['value'];

/** A plan as it is typed: percentages, and nothing where it is left to the data. */
export interface TypedPlan {
  /** Relative change of the risk in percent, or difference of means. */
  readonly effect: string;
  /** Risk of the second group in percent, or standard deviation; empty: from the data. */
  readonly usual: string;
  readonly alpha: string;
  readonly power: string;
  readonly adjustedFor: AdjustedFor;
  readonly share: string;
  /** Boundaries for giving up too. */
  readonly hasFutility: boolean;
}

const plain = (value: number) => String(Number(value.toPrecision(6)));

/** What most protocols name; a difference of means that matters is nobody's custom. */
export function usualPlan(kind: SequentialKind, isFixed: boolean): TypedPlan {
  return {
    effect: kind === 'risk' ? '20' : '',
    usual: '',
    alpha: plain(100 * USUAL_SEQUENTIAL.alpha),
    power: plain(100 * (1 - USUAL_SEQUENTIAL.beta)),
    adjustedFor: isFixed ? 'none' : 'D2',
    share: '25',
    hasFutility: false,
  };
}

/** A stored plan as it would be typed. Where another program planned by odds ratio or risk difference, the risks are kept. */
export function typedOf(choices: SequentialChoices, data: OutcomeData): TypedPlan {
  const { anticipated, alpha, beta, heterogeneity } = choices;
  const share = typeof heterogeneity === 'object' ? plain(heterogeneity.percent) : '25';
  return {
    ...effectTyped(anticipated, data),
    alpha: plain(100 * alpha),
    power: plain(100 * (1 - beta)),
    adjustedFor: typeof heterogeneity === 'object' ? 'own' : heterogeneity,
    share,
    hasFutility: choices.futility === true,
  };
}

function effectTyped(anticipated: PlannedEffect, data: OutcomeData): Pick<TypedPlan, 'effect' | 'usual'> {
  if (anticipated.outcome === 'MD') {
    const { effect, deviation } = anticipated;
    return { effect: plain(Math.abs(effect)), usual: deviation === null ? '' : plain(deviation) };
  }
  const { outcome, effect, controlRisk } = anticipated;
  const usual = controlRisk === null ? '' : plain(100 * controlRisk);
  if (outcome === 'RR') return { effect: plain(100 * Math.abs(1 - effect)), usual };
  const found = completedBy(
    anticipated,
    data.studies.map(({ numbers }) => numbers),
  );
  const p = found.estimable && found.value.outcome !== 'MD' ? found.value.controlRisk : Number.NaN;
  const treated = outcome === 'RD' ? p + effect : (p * effect) / (1 - p + p * effect);
  return { effect: Number.isFinite(treated) ? plain(100 * Math.abs(1 - treated / p)) : '', usual };
}

const numberIn = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

function adjustmentOf({ adjustedFor, share }: TypedPlan): Estimable<SizeAdjustment> {
  if (adjustedFor !== 'own') return estimable(adjustedFor);
  const percent = numberIn(share);
  return percent >= 0 && percent < 100
    ? estimable({ percent })
    : notEstimable('The share that the size is enlarged for lies from 0 to below 100 %.');
}

/** The plan that was typed, or what is to be said first. */
export function choicesOf(
  typed: TypedPlan,
  kind: SequentialKind,
  { isLowerBetter, isFixed }: { readonly isLowerBetter: boolean; readonly isFixed: boolean },
): Estimable<SequentialChoices> {
  const [alpha, power] = [numberIn(typed.alpha), numberIn(typed.power)];
  if (!(alpha > 0 && alpha < 50)) return notEstimable('Alpha lies between 0 and 50 %.');
  if (!(power >= 50 && power < 100)) return notEstimable('Power lies between 50 and 100 %.');
  const heterogeneity = adjustmentOf(typed);
  if (!heterogeneity.estimable) return heterogeneity;
  const anticipated =
    kind === 'risk' ? riskOf(numberIn(typed.effect), typed.usual, isLowerBetter) : meanOf(typed.effect, typed.usual);
  if (!anticipated.estimable) return anticipated;
  return estimable({
    ...USUAL_SEQUENTIAL,
    anticipated: anticipated.value,
    alpha: Number(plain(alpha / 100)),
    beta: Number(plain(1 - power / 100)),
    heterogeneity: heterogeneity.value,
    model: isFixed ? 'EE' : 'DL',
    ...(typed.hasFutility ? { futility: true } : {}),
  });
}

function riskOf(change: number, usual: string, isLowerBetter: boolean): Estimable<PlannedEffect> {
  const risk = usual.trim() === '' ? null : Number(usual);
  if (risk !== null && !(risk > 0 && risk < 100))
    return notEstimable('The risk without the treatment lies between 0 and 100 %.');
  if (!(change > 0)) return notEstimable('Say which relative change of the risk is worth finding, above 0 %.');
  if (isLowerBetter && change >= 100) return notEstimable('A risk can’t fall by 100 % or more.');
  const effect = Number(plain(isLowerBetter ? 1 - change / 100 : 1 + change / 100));
  const controlRisk = risk === null ? null : risk / 100;
  if (controlRisk !== null && whyNotPlan({ outcome: 'RR', controlRisk, effect }) !== null)
    return notEstimable('With that change the risk would be 100 % or more.');
  return estimable({ outcome: 'RR', controlRisk, effect });
}

function meanOf(difference: string, usual: string): Estimable<PlannedEffect> {
  const deviation = usual.trim() === '' ? null : Number(usual);
  if (deviation !== null && !(deviation > 0)) return notEstimable('The standard deviation is above 0.');
  const effect = Math.abs(numberIn(difference));
  if (!(effect > 0))
    return notEstimable('Say which difference between means is worth finding: the smallest that matters to patients.');
  return estimable({ outcome: 'MD', effect, deviation });
}
