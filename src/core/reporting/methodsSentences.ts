import type { SentenceWords } from '#core/reporting/analysisSentences';
import { dependenceMethods } from '#core/reporting/dependenceSentences';
import { lowerFirst, MEASURE_WORDS, type MeasureWords } from '#core/reporting/measureWords';
import { decimalText } from '#core/reporting/numbers';
import { sequentialMethods } from '#core/reporting/sequentialSentences';
import type { FixedMethod, IntervalMethod } from '#core/synthesis/analysisSpec';
import type { ZeroRule } from '#core/synthesis/effects/effectSize';
import type { GeneralisedModel } from '#core/synthesis/generalised/generalisedMeta';
import type { PredictionInterval } from '#core/synthesis/predictionInterval';
import type { Specification } from '#core/synthesis/specification';
import type { TauSquaredMethod } from '#core/synthesis/tauSquared/tauSquaredMethod';

const TAU: Readonly<Record<TauSquaredMethod, string>> = {
  EE: 'set to zero',
  DL: 'estimated by the method of DerSimonian and Laird',
  DL2: 'estimated by the two-step method of DerSimonian and Laird',
  REML: 'estimated by restricted maximum likelihood',
  ML: 'estimated by maximum likelihood',
  PM: 'estimated by the method of Paule and Mandel',
  EB: 'estimated by the empirical Bayes method',
  HE: 'estimated by the method of Hedges',
  HS: 'estimated by the method of Hunter and Schmidt',
  HSk: 'estimated by the method of Hunter and Schmidt with a correction for small samples',
  SJ: 'estimated by the method of Sidik and Jonkman',
  DLIT: 'estimated by the iterated method of DerSimonian and Laird',
  SJIT: 'estimated by the iterated method of Sidik and Jonkman',
  PMM: 'estimated by the median-unbiased method of Paule and Mandel',
  GENQ: 'estimated by the generalised Q statistic',
};

const INTERVAL: Readonly<Record<IntervalMethod, string>> = {
  wald: 'by Wald’s method with the normal distribution',
  t: 'by Wald’s method with the t distribution',
  'knapp-hartung': 'by the method of Hartung and Knapp',
  'knapp-hartung-guarded': 'by the method of Hartung and Knapp, never narrower than Wald’s',
};

const PREDICTION: Readonly<Record<PredictionInterval, string>> = {
  't-k-1': 'from the t distribution with k − 1 degrees of freedom',
  't-k-2': 'from the t distribution with k − 2 degrees of freedom',
  normal: 'from the normal distribution',
};

const FIXED: Readonly<Record<FixedMethod, string>> = {
  'inverse-variance': 'weights by inverse variance',
  'mantel-haenszel': 'the method of Mantel and Haenszel',
  peto: 'Peto’s method',
};

const GENERALISED: Readonly<Record<GeneralisedModel, string>> = {
  'UM.FS': 'a logistic mixed model with fixed study effects',
  'UM.RS': 'a logistic mixed model with random study effects',
  'CM.EL': 'the exact conditional logistic mixed model',
  'CM.AL': 'the approximate conditional logistic mixed model',
};

/** Counts over time are Poisson's, and one group alone has no study effects to tell apart from the effect. */
function generalisedWords(model: GeneralisedModel, measure: string): string {
  if (measure === 'PLO') return 'a logistic mixed model (binomial-normal)';
  if (measure === 'IRLN') return 'a Poisson mixed model (Poisson-normal)';
  // Given both groups' events, those of the first are binomial: the conditional model is logistic also for rates.
  const isPoisson = measure === 'IRR' && (model === 'UM.FS' || model === 'UM.RS');
  return isPoisson ? GENERALISED[model].replace('logistic', 'Poisson') : GENERALISED[model];
}

const ZERO: Readonly<Record<Exclude<ZeroRule, 'none'>, string>> = {
  only0: 'the counts of studies with a zero cell',
  if0all: 'the counts of all studies if any had a zero cell',
  all: 'the counts of all studies',
};

const COUNTS: ReadonlySet<string> = new Set(['OR', 'RR', 'RD', 'AS']);
const CORRECTED: ReadonlySet<string> = new Set([
  ...COUNTS,
  ...['IRR', 'IRD', 'IRSD', 'PR', 'PLN', 'PLO', 'PAS', 'PFT', 'IR', 'IRLN', 'IRS', 'IRFT'],
]);

/** Marks what the choices say, so that a manuscript can bind it to them. */
type Mark = (text: string) => string;
const unmarked: Mark = text => text;

function modelSentence(
  { model, fixedMethod, tauSquared, generalised, measure }: Specification,
  effects: string,
  mark: Mark,
): string {
  const pooled = `We pooled ${mark(effects)}`;
  if (model === 'fixed') return `${pooled} with a ${mark('fixed-effect')} model by ${mark(FIXED[fixedMethod])}.`;
  if (generalised) return `${pooled} from the counts themselves by ${mark(generalisedWords(generalised, measure))}.`;
  return `${pooled} with a ${mark('random-effects')} model; the variance between studies was ${mark(TAU[tauSquared])}.`;
}

/** `Rate per year` is several rates per year; names of people keep their capital. */
function pluralOf(title: string): string {
  const [, head = title, rest = ''] = /^(.*?)( (?:per|for|of) .*)?$/.exec(title) ?? [];
  return `${lowerFirst(head)}s`.replace(/ys$/, 'ies') + rest;
}

/** A level of one group and a correlation are pooled on another scale than they are told on: it is named. */
function onScale({ analysed, noEffect, scale, title }: MeasureWords): string {
  const isTold = noEffect !== null && scale !== 'fisher-z';
  return isTold || analysed === lowerFirst(title) ? '' : ` (analysed as ${analysed})`;
}

/** How the analysis is made, as the Methods of a manuscript say it: every choice of the specification, nothing else. */
export function methodsSentences(specification: Specification, words: SentenceWords): string {
  return methodsSentenceList(specification, words).join(' ');
}

/** The same sentence by sentence; `mark` is given every stretch that a choice says. */
export function methodsSentenceList(
  specification: Specification,
  words: SentenceWords,
  mark: Mark = unmarked,
): string[] {
  const { model, interval, level, predictionInterval, zeroCells, measure, generalised, subgroups } = specification;
  const told = { ...MEASURE_WORDS[measure], ...words.measure };
  const effects = `${pluralOf(told.title)}${onScale(told)}`;
  const isWald = model === 'fixed' || Boolean(generalised);
  const sentences = [
    modelSentence(specification, effects, mark),
    `Confidence intervals (${mark(`${level} %`)}) were computed ${mark(INTERVAL[isWald ? 'wald' : interval])}.`,
  ];
  if (model === 'random' && predictionInterval !== 'none')
    sentences.push(`A prediction interval was computed ${mark(PREDICTION[predictionInterval])}.`);
  sentences.push(
    model === 'random'
      ? `Heterogeneity was described by ${mark(generalised ? 'τ², by I² and by a likelihood-ratio test' : 'τ², with its Q-profile interval, and by I²')}.`
      : `Heterogeneity was described by ${mark('Cochran’s Q and by I²')}.`,
  );
  const isCorrected =
    CORRECTED.has(measure) && !generalised && !(model === 'fixed' && specification.fixedMethod === 'peto');
  if (isCorrected && zeroCells.to !== 'none' && zeroCells.add > 0)
    sentences.push(
      `${mark(decimalText(zeroCells.add, zeroCells.add === 0.5 ? 1 : 2))} was added to ${mark(ZERO[zeroCells.to])}.`,
    );
  if (COUNTS.has(measure) && measure !== 'RD' && measure !== 'AS')
    sentences.push('Studies without events, or with nothing but events, in both groups were left out.');
  if (subgroups)
    sentences.push(
      `Subgroups by ${mark((words.subgroupsBy ?? 'a characteristic').toLowerCase())} were compared ${mark(
        subgroups.tauSquared === 'common' ? 'in one model with a common τ²' : 'with a τ² of their own in each',
      )}.`,
    );
  if (words.moderators.length > 0)
    sentences.push(`Meta-regression took ${mark(words.moderators.join(', ').toLowerCase())} as moderators.`);
  const { dependence, tauSquared } = specification;
  if (dependence) sentences.push(dependenceMethods(dependence, tauSquared !== 'ML'));
  if (specification.sequential) sentences.push(sequentialMethods(specification.sequential));
  sentences.push(
    'Analyses were computed with Pooled; its numbers agree with those of metafor 3.8-1 (Viechtbauer 2010).',
  );
  return sentences;
}
