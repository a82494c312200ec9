import { type ConvertedResult, sentencesByStudy } from '#core/extraction/convertedResults';
import { csvText } from '#core/reporting/csvText';
import { displayScale } from '#core/reporting/displayScale';
import { effectOnScale, measureOfAnalysis, shownNumbers } from '#core/reporting/measureOfAnalysis';
import type { MeasureWords } from '#core/reporting/measureWords';
import type { Analysis } from '#core/synthesis/analyse';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';

type Analysed = Pick<
  Analysis,
  'spec' | 'interval' | 'studies' | 'k' | 'pooled' | 'predictionInterval' | 'heterogeneity'
>;

function cell(value: number | string | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

/**
 * Studies with what they reported and their effects, one a row, as CSV. Analysis scale (log for ratios), every digit: for
 * another program; and what people read, where that is another number. A study that is left out has the reason and no
 * effect. The last column says of each study what was converted, where anything was.
 */
export function studiesCsv(
  analysis: Analysed,
  numbers: ReadonlyMap<string, StudyNumbers> = new Map(),
  converted: readonly ConvertedResult[] = [],
  measure: Partial<MeasureWords> = {},
): string {
  const { scale } = { ...measureOfAnalysis(analysis), ...measure };
  const { show } = displayScale(scale);
  const shownHead = scale === 'identity' ? [] : ['shown', 'shown_ci_lower', 'shown_ci_upper'];
  const sentences = sentencesByStudy(converted);
  const last = sentences.size > 0 ? ['converted'] : [];
  const names = [...new Set([...numbers.values()].flatMap(reported => Object.keys(reported)))];
  const head = [
    'study',
    ...names,
    'measure',
    'yi',
    'vi',
    'sei',
    'ci_lower',
    'ci_upper',
    ...shownHead,
    'weight_percent',
    'left_out',
    ...last,
  ];
  const rows = analysis.studies.map(({ studyId, label, effect, weightPercent }) => [
    label,
    ...names.map(name => cell(numbers.get(studyId)?.[name])),
    analysis.spec.measure,
    ...(effect.estimable
      ? [effect.value.yi, effect.value.vi, effect.value.standardError, effect.value.lower, effect.value.upper].map(cell)
      : ['', '', '', '', '']),
    ...shownHead.map((_, place) => {
      if (!effect.estimable) return '';
      const { estimate, lower, upper } = effectOnScale(effect.value, analysis.spec.measure, scale);
      return cell(show([estimate, lower, upper][place] ?? Number.NaN));
    }),
    cell(weightPercent),
    effect.estimable ? '' : effect.because,
    ...last.map(() => sentences.get(studyId) ?? ''),
  ]);
  return csvText([head, ...rows]);
}

/** The pooled numbers as people read them: the scale that turned them back, with its size where it has one, and each. */
function shownRows(analysis: Analysed, measure: MeasureWords): string[][] {
  const shown = shownNumbers(analysis, measure);
  if (!shown || measure.scale === 'identity') return [];
  const row = (name: string, value: number | undefined) => [name, cell(value), ''];
  return [
    ['shown_as', shown.measure, ''],
    ['shown_from_scale', shown.scale, ''],
    row('shown_estimate', shown.estimate),
    row('shown_ci_lower', shown.lower),
    row('shown_ci_upper', shown.upper),
    row('shown_prediction_lower', shown.prediction?.lower),
    row('shown_prediction_upper', shown.prediction?.upper),
  ];
}

/**
 * What an analysis found, one number a row: what, value, and why there is none. Analysis scale, every digit. The choices
 * stand first, so that the file speaks for itself; what people read, where that is another number, stands last.
 */
export function resultsCsv(analysis: Analysed, measure: Partial<MeasureWords> = {}): string {
  const { spec, interval, k, pooled, predictionInterval, heterogeneity } = analysis;
  const isRandom = spec.model === 'random';
  const choices: [string, string][] = [
    ['measure', spec.measure],
    ['model', spec.model],
    ['method', isRandom ? (spec.generalised ?? spec.tauSquared) : spec.fixedMethod],
    ['interval', interval],
    ['level_percent', String(spec.level)],
    ['studies', String(k)],
  ];
  const why = (absent: { readonly estimable: boolean; readonly because?: string }) =>
    absent.estimable ? '' : (absent.because ?? '');
  const number = (name: string, value: number | null | undefined, because: string) => [name, cell(value), because];
  const mean = pooled.estimable ? pooled.value : undefined;
  const predicted = predictionInterval.estimable ? predictionInterval.value : undefined;
  const scatter = heterogeneity.estimable ? heterogeneity.value : undefined;
  return csvText([
    ['what', 'value', 'because'],
    ...choices.map(([name, value]) => [name, value, '']),
    number('pooled_estimate', mean?.estimate, why(pooled)),
    number('pooled_standard_error', mean?.standardError, why(pooled)),
    number('pooled_ci_lower', mean?.lower, why(pooled)),
    number('pooled_ci_upper', mean?.upper, why(pooled)),
    number('pooled_statistic', mean?.statistic, why(pooled)),
    number('pooled_df', mean?.df, why(pooled)),
    number('pooled_p', mean?.p, why(pooled)),
    number('prediction_lower', predicted?.lower, why(predictionInterval)),
    number('prediction_upper', predicted?.upper, why(predictionInterval)),
    number('q', scatter?.q, why(heterogeneity)),
    number('q_df', scatter?.df, why(heterogeneity)),
    number('q_p', scatter?.p, why(heterogeneity)),
    number('i_squared_percent', scatter?.iSquaredPercent, why(heterogeneity)),
    number('h_squared', scatter?.hSquared, why(heterogeneity)),
    number('tau_squared', scatter?.tauSquared, why(heterogeneity)),
    number('tau_squared_lower', scatter?.tauSquaredInterval?.lower, why(heterogeneity)),
    number('tau_squared_upper', scatter?.tauSquaredInterval?.upper, why(heterogeneity)),
    ...shownRows(analysis, { ...measureOfAnalysis(analysis), ...measure }),
  ]);
}
