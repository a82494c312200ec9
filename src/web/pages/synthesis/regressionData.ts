import { linearTicks } from '#core/reporting/axis';
import type { BubbleData } from '#core/reporting/bubbleData';
import {
  type ExpectedEffect,
  expectedEffects,
  type ModeratorAnalysis,
  type ModeratorValues,
} from '#core/synthesis/moderatorAnalysis';
import type { Moderator } from '#core/synthesis/moderatorDesign';
import { measureOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';

const STEPS = 40;

function rangeOf(analysis: ModeratorAnalysis, values: ModeratorValues, id: string): [number, number] {
  const own = analysis.studies.map(({ studyId }) => Number(values.get(studyId)?.[id]));
  return [Math.min(...own), Math.max(...own)];
}

/** The bubble plot along the first moderator that is a number; none where all are categories. */
export function bubbleOf(
  result: Result,
  data: OutcomeData,
  moderators: readonly Moderator[],
  values: ModeratorValues,
  analysis: ModeratorAnalysis,
): BubbleData | null {
  const along = moderators.find(({ kind }) => kind === 'number');
  if (!along) return null;
  const [low, high] = rangeOf(analysis, values, along.id);
  const places = Array.from({ length: STEPS + 1 }, (_, step) => low + ((high - low) * step) / STEPS);
  const measure = measureOf(result, data);
  const effects = new Map(result.studies.map(study => [study.studyId, study] as const));
  return {
    measure: measure.title,
    scale: measure.scale,
    noEffect: measure.noEffect,
    moderator: along.unit ? `${along.name}, ${along.unit}` : along.name,
    points: analysis.studies.flatMap(({ studyId, weightPercent }) => {
      const study = effects.get(studyId);
      if (!study?.effect.estimable) return [];
      const moderator = Number(values.get(studyId)?.[along.id]);
      return [{ studyId, label: study.label, moderator, estimate: study.effect.value.yi, weightPercent }];
    }),
    curve: expectedEffects(result, moderators, values, along.id, places).map(one => ({
      moderator: Number(one.at),
      estimate: one.estimate,
      lower: one.lower,
      upper: one.upper,
      ...(result.spec.model === 'random'
        ? { prediction: { lower: one.predictionLower, upper: one.predictionUpper } }
        : {}),
    })),
  };
}

/** What the model expects at three round values of the first moderator, or at each of its levels. */
export function expectedAt(
  result: Result,
  moderators: readonly Moderator[],
  values: ModeratorValues,
): { readonly moderator: Moderator; readonly effects: readonly ExpectedEffect[] } | null {
  const moderator = moderators.find(({ kind }) => kind === 'number') ?? moderators[0];
  if (!moderator) return null;
  const known = result.studies.flatMap(({ studyId, effect }) => {
    const value = values.get(studyId)?.[moderator.id];
    return effect.estimable && value !== undefined ? [value] : [];
  });
  const places =
    moderator.kind === 'number'
      ? threeRound(known.map(Number))
      : [...new Set(known.map(String))].sort((a, b) => a.localeCompare(b, 'en'));
  const effects = expectedEffects(result, moderators, values, moderator.id, places);
  return effects.length > 0 ? { moderator, effects } : null;
}

function threeRound(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const ticks = linearTicks(low, high, 5).filter(tick => tick >= low && tick <= high);
  if (ticks.length <= 3) return ticks;
  const middle = Math.floor(ticks.length / 2);
  return [ticks[0] ?? low, ticks[middle] ?? low, ticks.at(-1) ?? high];
}
