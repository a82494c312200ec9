import { becauseWords } from '#core/reporting/becauseWords';
import { dependenceResults } from '#core/reporting/dependenceSentences';
import { displayScale, valueWriter } from '#core/reporting/displayScale';
import { iSquaredBounds } from '#core/reporting/heterogeneityLines';
import { measureOfAnalysis, turnedBackSentence } from '#core/reporting/measureOfAnalysis';
import { lowerFirst, type MeasureWords } from '#core/reporting/measureWords';
import { countText, decimalText, pText } from '#core/reporting/numbers';
import { sequentialResults } from '#core/reporting/sequentialSentences';
import type { SpecifiedAnalysis } from '#core/synthesis/analyseSpecification';
import type { SubgroupAnalysis } from '#core/synthesis/subgroupAnalysis';

/** What the analysis itself doesn't know: names. */
export interface SentenceWords {
  /** `Tuberculosis at the end of follow-up`. */
  readonly outcome: string;
  /** `BCG against no vaccine`; none for a table without arms. */
  readonly comparison: string | null;
  readonly measure?: Partial<MeasureWords>;
  /** Of both groups, over the studies that are pooled; null where it isn't known. */
  readonly people: number | null;
  /** Studies left out by hand, with the reason of each. */
  readonly leftOut: readonly { readonly label: string; readonly reason: string }[];
  /** What the subgroups and moderators are called. */
  readonly subgroupsBy: string | null;
  readonly moderators: readonly string[];
}

interface Range {
  readonly lower: number;
  readonly upper: number;
}

const plural = (count: number, one: string, many: string) => `${countText(count)} ${count === 1 ? one : many}`;
const and = (list: readonly string[]) =>
  list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;

function varianceText(value: number): string {
  if (value === 0) return '0';
  if (value >= 0.01) return decimalText(value, 2);
  return value >= 0.0001 ? decimalText(value, 4) : '< 0.0001';
}

/** Writes all numbers of the analysis as its figure does. */
function writer(analysis: SpecifiedAnalysis, measure: MeasureWords) {
  const values = analysis.studies.flatMap(({ effect }) =>
    effect.estimable ? [effect.value.yi, effect.value.lower, effect.value.upper] : [],
  );
  const write = valueWriter(measure.scale, values.filter(Number.isFinite));
  return { write, range: ({ lower, upper }: Range) => `${write(lower)} to ${write(upper)}` };
}

function leftOutSentences(analysis: SpecifiedAnalysis, { leftOut }: SentenceWords): string[] {
  const reasons = [
    ...leftOut.map(({ label, reason }) => `${label} (${reason})`),
    ...analysis.leftOut.map(({ label, because }) => `${label} (${becauseWords(because)})`),
  ];
  return reasons.length === 0 ? [] : [`Not pooled: ${reasons.join('; ')}.`];
}

function subgroupSentences(groups: SubgroupAnalysis, words: SentenceWords, range: (value: Range) => string): string[] {
  const by = words.subgroupsBy ?? 'subgroup';
  const shown = groups.levels.flatMap(({ level, pooled, studyIds }) =>
    pooled.estimable
      ? [`${level} (${plural(studyIds.length, 'study', 'studies')}) ${range(pooled.value)}`]
      : [`${level} not pooled (${becauseWords(pooled.because)})`],
  );
  const { between } = groups;
  const test = between.estimable
    ? between.value.denominatorDf === null
      ? `χ²(${between.value.df}) = ${decimalText(between.value.statistic, 2)}, ${pText(between.value.p)}`
      : `F(${between.value.df}, ${between.value.denominatorDf}) = ${decimalText(between.value.statistic, 2)}, ${pText(between.value.p)}`
    : `not tested, ${becauseWords(between.because)}`;
  return [`By ${by.toLowerCase()}, intervals were: ${shown.join('; ')}; difference between groups: ${test}.`];
}

/**
 * What the analysis found, as the Results of a manuscript say it. Made from the numbers alone: other data, other words.
 * Numbers are turned back to the measure's own scale. Says why where there is no number.
 */
export function resultsSentences(analysis: SpecifiedAnalysis, words: SentenceWords): string {
  return resultsSentenceList(analysis, words).join(' ');
}

/** The same sentence by sentence. */
export function resultsSentenceList(analysis: SpecifiedAnalysis, words: SentenceWords): string[] {
  const { spec, pooled, heterogeneity, predictionInterval, k, subgroups, regression } = analysis;
  const measure = { ...measureOfAnalysis(analysis), ...words.measure };
  const { write, range } = writer(analysis, measure);
  if (!pooled.estimable) return [`${words.outcome} was not pooled: ${becauseWords(pooled.because)}.`];
  const people = words.people === null ? '' : ` with ${plural(words.people, 'person', 'people')}`;
  const comparison = words.comparison ? ` (${words.comparison})` : '';
  const { estimate, p } = pooled.value;
  const title = lowerFirst(measure.title);
  const test = measure.noEffect === null ? '' : `; ${pText(p)}`;
  const result = `${title} ${write(estimate)} (${spec.level} % CI ${range(pooled.value)}${test})`;
  if (k < 2) return [`One study${people} reported ${words.outcome}${comparison}: ${result}; nothing was pooled.`];
  const sentences = [`${plural(k, 'study', 'studies')}${people} reported ${words.outcome}${comparison}: ${result}.`];
  const turnedBack = turnedBackSentence(analysis);
  if (turnedBack) sentences.push(turnedBack);
  if (heterogeneity.estimable) {
    const summary = heterogeneity.value;
    const { tauSquared, tauSquaredInterval: limits, q, df, iSquaredPercent } = summary;
    const bounds = iSquaredBounds(summary);
    const parts = [
      tauSquared === null
        ? ''
        : `τ² ${varianceText(tauSquared)}${
            limits && !limits.isEmpty ? ` (${varianceText(limits.lower)} to ${varianceText(limits.upper)})` : ''
          }`,
      `I² ${decimalText(iSquaredPercent, 0)} %${
        bounds ? ` (${decimalText(bounds.lower, 0)} to ${decimalText(bounds.upper, 0)} %)` : ''
      }`,
      `Q ${decimalText(q, 1)} on ${df} df, ${pText(summary.p)}`,
    ];
    sentences.push(`Heterogeneity: ${parts.filter(Boolean).join('; ')}.`);
  }
  if (spec.model === 'random' && predictionInterval.estimable)
    sentences.push(`The ${spec.level} % prediction interval was ${range(predictionInterval.value)}.`);
  if (subgroups) sentences.push(...subgroupSentences(subgroups, words, range));
  if (regression?.estimable) {
    const { coefficients, rSquaredPercent, k: studies } = regression.value;
    const isRatio = displayScale(measure.scale).isLogAxis;
    const slopes = coefficients.slice(1).map(({ name, estimate: slope, lower, upper, p: slopeP }) => {
      const show = (value: number) => (isRatio ? decimalText(Math.exp(value), 3) : decimalText(value, 4));
      return `${name} ${show(slope)} (${show(lower)} to ${show(upper)}; ${pText(slopeP)})`;
    });
    const unit = isRatio
      ? `ratio of ${title}s`
      : `change of the ${measure.scale === 'identity' ? title : measure.analysed}`;
    sentences.push(
      `In meta-regression of ${plural(studies, 'study', 'studies')}, the ${unit} for each unit was ${and(slopes)}; ` +
        `R² ${decimalText(rSquaredPercent, 0)} %.`,
    );
  } else if (regression) {
    sentences.push(`Meta-regression was not done: ${becauseWords(regression.because)}.`);
  }
  const { sequential, dependence } = analysis;
  if (dependence?.estimable) sentences.push(dependenceResults(dependence.value, write));
  if (sequential?.estimable) sentences.push(sequentialResults(sequential.value, write));
  else if (sequential) sentences.push(`Trial sequential analysis was not done: ${becauseWords(sequential.because)}.`);
  return [...sentences, ...leftOutSentences(analysis, words)];
}
