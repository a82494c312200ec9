import type { Estimable } from '#core/estimable';
import { goshFigure } from '#core/reporting/goshFigure';
import type { MeasureWords } from '#core/reporting/measureWords';
import { PALETTES, type PaletteName } from '#core/reporting/palette';
import { goshOfAnalysis } from '#core/reporting/plotsOfAnalysis';
import { analysedEffects, modelOptionsOf } from '#core/synthesis/analysedEffects';
import { analyseSpecification, type SpecifiedAnalysis } from '#core/synthesis/analyseSpecification';
import { gosh } from '#core/synthesis/gosh';
import { type Moderator, moderatorDesign } from '#core/synthesis/moderatorDesign';
import { type ModeratorTerm, moderatorsIn } from '#core/synthesis/moderatorTerms';
import type { Contrast } from '#core/synthesis/network/contrasts';
import { type DesignByTreatment, designByTreatment } from '#core/synthesis/network/designs';
import { type LoopInconsistency, loopInconsistency } from '#core/synthesis/network/loopInconsistency';
import { type NetHeat, netHeat } from '#core/synthesis/network/netHeat';
import { type ModeratorPermutation, permuteModerators } from '#core/synthesis/permuteModerators';
import type { Effects } from '#core/synthesis/projection';
import { type Favoured, type SelectionModel, selectionModel } from '#core/synthesis/selection/selectionModel';
import { type SequentialAnalysis, sequentialAnalysis } from '#core/synthesis/sequential/sequentialAnalysis';
import type { SequentialChoices } from '#core/synthesis/sequential/sequentialChoices';
import { type PCurve, pCurve } from '#core/synthesis/smallStudy/pCurve';
import type { Specification } from '#core/synthesis/specification';
import type { UsedStudy } from '#core/synthesis/whatChanged';

export type Tell = (done: number, of: number) => void;

export interface GoshDrawing {
  readonly svg: string;
  readonly print: string;
  readonly count: number;
  readonly isComplete: boolean;
  readonly least: number;
  readonly most: number;
  /** Share of subsets whose pooled effect lies below none. */
  readonly shareBelow: number;
}

export interface SelectionRow {
  readonly name: string;
  readonly result: SelectionModel | null;
}

export interface Inconsistency {
  readonly test: DesignByTreatment;
  /** The least closed first. */
  readonly loops: readonly LoopInconsistency[];
  readonly heat: Estimable<NetHeat>;
}

/** What may take longer than a page should stand still. Each runs in a thread of its own. */
export const HEAVY_TASKS = {
  analysis: (
    input: {
      readonly specification: Specification;
      readonly studies: readonly UsedStudy[];
      readonly characteristics: readonly Moderator[];
    },
    _tell: Tell,
  ): SpecifiedAnalysis => analyseSpecification(input.specification, input.studies, input.characteristics),

  gosh: (
    input: {
      readonly analysis: SpecifiedAnalysis;
      readonly words: MeasureWords;
      readonly markedId: string | null;
      readonly palette: PaletteName;
      readonly isNarrow: boolean;
      readonly most: number;
    },
    tell: Tell,
  ): GoshDrawing => {
    const { analysis, words, markedId, palette, isNarrow, most: limit } = input;
    const { method } = modelOptionsOf(analysis.spec);
    const subsets = gosh(analysedEffects(analysis), { method, most: limit, onProgress: tell });
    const data = goshOfAnalysis(analysis, subsets, markedId ?? undefined, words);
    if (!data.estimable) throw new RangeError(`gosh: ${data.because}`);
    let [least, most, below] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (const estimate of subsets.estimate) {
      least = Math.min(least, estimate);
      most = Math.max(most, estimate);
      if (estimate < (words.noEffect ?? 0)) below++;
    }
    return {
      svg: goshFigure(data.value, { palette: PALETTES[palette], isNarrow }),
      print: goshFigure(data.value, { palette: PALETTES.print }),
      count: subsets.count,
      isComplete: subsets.isComplete,
      least,
      most,
      shareBelow: below / subsets.count,
    };
  },

  inconsistency: (
    input: { readonly contrasts: readonly Contrast[]; readonly tauSquared: number; readonly level: number },
    _tell: Tell,
  ): Inconsistency => ({
    test: designByTreatment(input.contrasts),
    loops: loopInconsistency(input.contrasts, input.tauSquared, input.level).sort((a, b) => a.p - b.p),
    heat: netHeat(input.contrasts, input.tauSquared),
  }),

  sequential: (
    input: {
      readonly spec: SpecifiedAnalysis['spec'];
      readonly studies: SpecifiedAnalysis['studies'];
      readonly used: Parameters<typeof sequentialAnalysis>[1];
      readonly choices: SequentialChoices;
    },
    _tell: Tell,
  ): Estimable<SequentialAnalysis> => sequentialAnalysis(input, input.used, input.choices),

  pCurve: ({ yi, vi }: Effects, _tell: Tell): PCurve =>
    pCurve(yi.map((y, place) => ({ stat: 'z', value: y / Math.sqrt(vi[place] ?? Number.NaN) }))),

  permutation: (
    input: {
      readonly analysis: SpecifiedAnalysis;
      readonly terms: readonly ModeratorTerm[];
      readonly values: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
    },
    tell: Tell,
  ): ModeratorPermutation => {
    const { studies, yi, vi } = analysedEffects(input.analysis);
    const rows = studies.map(({ studyId }) => input.values[studyId] ?? {});
    const places = rows.flatMap((row, place) =>
      moderatorsIn(input.terms).every(({ id }) => row[id] !== undefined) ? [place] : [],
    );
    const pick = <T>(list: readonly T[]) => places.flatMap(place => list.slice(place, place + 1));
    const design = moderatorDesign(input.terms, pick(rows));
    const steps = permuteModerators({ yi: pick(yi), vi: pick(vi) }, design.rows, modelOptionsOf(input.analysis.spec), {
      most: 2000,
      seed: 1,
    });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      tell(step.value.done, step.value.all);
    }
  },

  selection: (
    input: { readonly analysis: SpecifiedAnalysis; readonly favoured: Favoured },
    tell: Tell,
  ): readonly SelectionRow[] => {
    const effects = analysedEffects(input.analysis);
    const { level } = input.analysis.spec;
    const models = [
      { name: 'Three-parameter model (p below 0.025)', kind: 'stepfun', steps: [0.025] },
      { name: 'Steps at 0.025 and 0.5', kind: 'stepfun', steps: [0.025, 0.5] },
      { name: 'Falling by p, half-normal', kind: 'halfnorm', steps: [] },
      { name: 'Falling by p, exponential', kind: 'negexp', steps: [] },
    ] as const;
    return models.map(({ name, kind, steps }, place) => {
      tell(place, models.length);
      return { name, result: fitOrNull(() => selectionModel(effects, kind, input.favoured, steps, level)) };
    });
  },
} as const;

/** A selection model that finds no maximum has no result; the page says so. */
function fitOrNull(compute: () => SelectionModel): SelectionModel | null {
  try {
    const result = compute();
    return Number.isFinite(result.estimate) && Number.isFinite(result.standardError) ? result : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export type HeavyName = keyof typeof HEAVY_TASKS;
export type HeavyInput<Name extends HeavyName> = Parameters<(typeof HEAVY_TASKS)[Name]>[0];
export type HeavyValue<Name extends HeavyName> = ReturnType<(typeof HEAVY_TASKS)[Name]>;
