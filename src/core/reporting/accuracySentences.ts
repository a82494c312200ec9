import type { Estimable } from '#core/estimable';
import { becauseWords } from '#core/reporting/becauseWords';
import { countText, decimalText } from '#core/reporting/numbers';
import type { AccuracyAnalysis, AccuracyChoices } from '#core/synthesis/diagnostic/accuracyAnalysis';
import type { LogRatio, ShareWithInterval } from '#core/synthesis/diagnostic/accuracySummary';

/** `0.89 (0.81 to 0.95)`. */
export function shareRange({ estimate, lower, upper }: ShareWithInterval): string {
  return `${decimalText(estimate, 2)} (${decimalText(lower, 2)} to ${decimalText(upper, 2)})`;
}

/** A ratio turned back, with three leading digits: `4.05`, `0.14`, `28.9`. */
export function backText(log: number): string {
  const value = Math.exp(log);
  return decimalText(value, value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

export function ratioRange({ log, lower, upper }: LogRatio): string {
  return `${backText(log)} (${backText(lower)} to ${backText(upper)})`;
}

/** How accuracy was pooled, as the Methods of a manuscript say it: every choice, nothing else. */
export function accuracyMethods(
  { model, method }: AccuracyChoices,
  level: number,
  zeroCells: { readonly add: number; readonly to: string },
): string {
  const pooled =
    model === 'normal'
      ? `We pooled sensitivity and specificity together with the bivariate normal model (Reitsma et al. 2005), fitted by ${
          method === 'REML' ? 'restricted maximum likelihood' : 'maximum likelihood'
        }.`
      : 'We pooled sensitivity and specificity together with the bivariate binomial model (Chu and Cole 2006), fitted to the counts by maximum likelihood.';
  const added =
    model === 'normal' && zeroCells.to !== 'none' && zeroCells.add > 0
      ? ` ${decimalText(zeroCells.add, 1)} was added to the cells of ${
          { only0: 'studies with a zero cell', if0all: 'all studies if any had a zero cell', all: 'all studies' }[
            zeroCells.to
          ] ?? 'studies'
        }.`
      : '';
  return (
    `${pooled}${added} The summary ROC curve is that of the hierarchical model (Rutter and Gatsonis 2001), drawn over the false positive rates of the studies; ` +
    `confidence and prediction regions are at ${level} %. Intervals of single studies are exact (Clopper and Pearson). Analyses were computed with Pooled.`
  );
}

/** What the pooled accuracy is, as the Results say it; why there is none, where there is none. */
export function accuracyResults(
  accuracy: Estimable<AccuracyAnalysis>,
  outcome: string,
  leftOut: readonly { readonly label: string; readonly reason: string }[],
): string {
  if (!accuracy.estimable) return `Accuracy on ${outcome} was not pooled: ${becauseWords(accuracy.because)}.`;
  const { k, people, summary, curve, level } = accuracy.value;
  const correlation = summary.correlation.estimable
    ? ` Between studies, logit sensitivity and logit specificity correlated with ${decimalText(summary.correlation.value, 2)}.`
    : '';
  const area =
    curve.estimable && curve.value.area.estimable
      ? ` The area under the summary curve was ${decimalText(curve.value.area.value, 2)}.`
      : '';
  const out = leftOut.map(({ label, reason }) => `${label} (${reason})`);
  return (
    `${countText(k)} studies with ${countText(people)} people reported ${outcome}: ` +
    `summary sensitivity ${shareRange(summary.sensitivity)} and specificity ${shareRange(summary.specificity)}; ` +
    `positive likelihood ratio ${ratioRange(summary.positiveLikelihoodRatio)}, negative ${ratioRange(summary.negativeLikelihoodRatio)}, ` +
    `diagnostic odds ratio ${ratioRange(summary.diagnosticOddsRatio)} (${level} % confidence intervals).${correlation}${area}` +
    (out.length > 0 ? ` Not pooled: ${out.join('; ')}.` : '')
  );
}
