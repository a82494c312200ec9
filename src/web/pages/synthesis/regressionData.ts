import { linearTicks } from '#core/reporting/axis';
import type { BubbleData } from '#core/reporting/bubbleData';
import {
  type ExpectedEffect,
  expectedEffects,
  type ModeratorAnalysis,
  type ModeratorValues,
} from '#core/synthesis/moderatorAnalysis';
import { levelsOf, type Moderator, type ModeratorRow, middleRow } from '#core/synthesis/moderatorDesign';
import { type ModeratorTerm, moderatorsIn } from '#core/synthesis/moderatorTerms';
import { measureOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';

const STEPS = 40;

/** A regression with what it was computed from. */
export interface Regressed {
  readonly result: Result;
  readonly data: OutcomeData;
  readonly terms: readonly ModeratorTerm[];
  readonly values: ModeratorValues;
  readonly analysis: ModeratorAnalysis;
}

/** The values of the studies in the regression. */
function rowsOf({ analysis, values }: Regressed): ModeratorRow[] {
  return analysis.studies.map(({ studyId }) => values.get(studyId) ?? {});
}

/** The moderator that figure and table run along: the first number, else the first one. */
export function alongOf(terms: readonly ModeratorTerm[]): Moderator | null {
  const moderators = moderatorsIn(terms);
  return moderators.find(({ kind }) => kind === 'number') ?? moderators[0] ?? null;
}

export interface OtherModerator {
  readonly moderator: Moderator;
  /** Of a category. */
  readonly levels: readonly string[];
  /** Where it stays unless a person says otherwise: the mean, or the level that others are compared with. */
  readonly usual: number | string;
}

/** The moderators beside the one that figure and table run along. */
export function othersOf(regressed: Regressed): OtherModerator[] {
  const along = alongOf(regressed.terms);
  const rows = rowsOf(regressed);
  const middle = middleRow(regressed.terms, rows);
  return moderatorsIn(regressed.terms)
    .filter(({ id }) => id !== along?.id)
    .map(moderator => ({
      moderator,
      levels: moderator.kind === 'category' ? levelsOf(moderator, rows) : [],
      usual: middle[moderator.id] ?? '',
    }));
}

/** The bubble plot along the first moderator that is a number; none where all are categories. */
export function bubbleOf(regressed: Regressed, others: ModeratorRow): BubbleData | null {
  const { result, data, terms, values, analysis } = regressed;
  const along = alongOf(terms);
  if (along?.kind !== 'number') return null;
  const own = rowsOf(regressed).map(row => Number(row[along.id]));
  const [low, high] = [Math.min(...own), Math.max(...own)];
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
    curve: expectedEffects(result, terms, values, along.id, places, others).map(one => ({
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

/** What the model expects at three round values of the moderator along which it runs, at a value asked for, or at each level. */
export function expectedAt(
  regressed: Regressed,
  others: ModeratorRow,
  asked: number | null,
): readonly ExpectedEffect[] {
  const { result, terms, values } = regressed;
  const along = alongOf(terms);
  if (!along) return [];
  const rows = rowsOf(regressed);
  const places =
    along.kind === 'category'
      ? levelsOf(along, rows)
      : [...new Set([...threeRound(rows.map(row => Number(row[along.id]))), ...(asked === null ? [] : [asked])])].sort(
          (a, b) => a - b,
        );
  return expectedEffects(result, terms, values, along.id, places, others);
}

function threeRound(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const ticks = linearTicks(low, high, 5).filter(tick => tick >= low && tick <= high);
  if (ticks.length <= 3) return ticks;
  const middle = Math.floor(ticks.length / 2);
  return [ticks[0] ?? low, ticks[middle] ?? low, ticks.at(-1) ?? high];
}
