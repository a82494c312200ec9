import { countText, decimalText } from '#core/reporting/numbers';
import type { SequentialAnalysis } from '#core/synthesis/sequential/sequentialAnalysis';
import type { SequentialChoices, SizeAdjustment } from '#core/synthesis/sequential/sequentialChoices';

/** A share as percent without needless zeros: 5 %, 2.5 %, 12.3 %. */
export function percentText(share: number): string {
  const percent = Math.round(1000 * share) / 10;
  return `${decimalText(percent, Number.isInteger(percent) ? 0 : 1)} %`;
}

function effectWords({ anticipated }: SequentialChoices): string {
  const { outcome, effect } = anticipated;
  if (outcome === 'MD') {
    const from =
      anticipated.deviation === null
        ? 'the standard deviation pooled over the groups'
        : `a standard deviation of ${anticipated.deviation}`;
    return `a mean difference of ${Math.abs(effect)} with ${from}`;
  }
  const from =
    anticipated.controlRisk === null
      ? 'the risk observed in the second groups'
      : `a risk of ${percentText(anticipated.controlRisk)}`;
  if (outcome === 'RD') return `a risk difference of ${percentText(Math.abs(effect))} from ${from}`;
  if (outcome === 'OR') return `an odds ratio of ${effect} from ${from}`;
  return effect < 1
    ? `a relative risk reduction of ${percentText(1 - effect)} from ${from}`
    : `a relative risk increase of ${percentText(effect - 1)} from ${from}`;
}

function adjustmentWords(heterogeneity: SizeAdjustment): string {
  if (heterogeneity === 'none') return 'and was not enlarged for heterogeneity';
  const share =
    typeof heterogeneity === 'object'
      ? `a heterogeneity of ${decimalText(heterogeneity.percent, Number.isInteger(heterogeneity.percent) ? 0 : 1)} %`
      : { D2: 'the diversity D²', I2: 'I²' }[heterogeneity];
  return `and was enlarged for ${share}`;
}

/** The kind of boundaries by the name of a spending function. */
export function boundariesNamed(spending: string): string {
  if (spending === 'obf') return 'O’Brien and Fleming';
  if (spending === 'pocock') return 'Pocock';
  return spending.startsWith('hsd') ? 'Hwang, Shih and DeCani' : 'a power family';
}

/** The plan in one line: `α 5 %, power 80 %, a relative risk reduction of 20 % from a risk of 10 %, enlarged for D²`. */
export function sequentialPlanText(choices: SequentialChoices): string {
  const { alpha, beta, heterogeneity } = choices;
  const share =
    typeof heterogeneity === 'object'
      ? `enlarged for ${heterogeneity.percent} %`
      : { D2: 'enlarged for D²', I2: 'enlarged for I²', none: 'not enlarged' }[heterogeneity];
  return `α ${percentText(alpha)}, power ${percentText(1 - beta)}, ${effectWords(choices)}, ${share}`;
}

/** How a trial sequential analysis is planned, as the Methods say it. */
export function sequentialMethods(choices: SequentialChoices): string {
  const { alpha, beta, sides, spending, model, heterogeneity } = choices;
  return (
    `Trial sequential analysis by year of the trials used boundaries of the type of ${boundariesNamed(spending)} (Lan and DeMets 1983) ` +
    `with ${sides === 2 ? 'a two-sided' : 'a one-sided'} α of ${percentText(alpha)} and a power of ${percentText(1 - beta)}` +
    `${model === 'EE' ? ' under one common effect' : ', with random effects after DerSimonian and Laird'}; ` +
    `the required information size was that of a trial to find ${effectWords(choices)}, ${adjustmentWords(heterogeneity)}` +
    `${choices.futility ? '; boundaries for futility, not binding, spent β in the same way' : ''}.`
  );
}

/** What it found, as the Results say it; `write` turns numbers of the analysis back to the measure's own scale. */
export function sequentialResults(found: SequentialAnalysis, write: (value: number) => string): string {
  const { steps, sizeUsed, firstCrossing, trials, adjustedInterval, diversity, futility } = found;
  const last = steps.at(-1);
  if (!last) return '';
  const interval = adjustedInterval
    ? `; adjusted for repeated looks, the interval was ${write(adjustedInterval.lower)} to ${write(adjustedInterval.upper)}`
    : '';
  const crossing =
    firstCrossing === null
      ? 'the cumulative Z curve did not cross the boundary'
      : `the cumulative Z curve crossed the boundary first with ${trials[firstCrossing]?.label ?? 'a trial'}`;
  const giving = !futility?.estimable
    ? ''
    : futility.value.first === null
      ? ' and did not enter the boundary for futility'
      : ` and entered the boundary for futility first with ${trials[futility.value.first]?.label ?? 'a trial'}`;
  return (
    `In trial sequential analysis ${countText(last.persons)} of the ${countText(Math.ceil(sizeUsed))} people required ` +
    `(${decimalText(100 * last.information, 0)} %; D² ${decimalText(100 * diversity, 0)} %) had been included; ${crossing}${giving}${interval}.`
  );
}
