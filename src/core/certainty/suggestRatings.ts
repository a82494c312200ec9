import { type Bounds, differenceBounds } from '#core/certainty/differenceBounds';
import { type Evidence, middleRisk } from '#core/certainty/evidence';
import type { CertaintyReason, CertaintyStart } from '#core/certainty/grading';
import { countText, decimalText, pText } from '#core/reporting/numbers';
import { requiredSize } from '#core/synthesis/sequential/requiredSize';

export interface RatingSuggestion {
  /** Levels that the data speak for, none where they say nothing; more than one where they leave it open. */
  readonly levels: readonly number[];
  /** What the data say, in a sentence or two. */
  readonly because: string;
}

const NOTHING = (because: string): RatingSuggestion => ({ levels: [], because });
const says = (levels: number | readonly number[], because: string): RatingSuggestion => ({
  levels: typeof levels === 'number' ? [levels] : levels,
  because,
});

const number = (value: number) => decimalText(value, Math.abs(value) >= 100 ? 0 : 2);
const per1000 = (value: number) => decimalText(value, Math.abs(value) < 10 ? 1 : 0);

/**
 * What the data suggest for each reason, with the data that made it. Never more than a suggestion: the cut-offs are
 * rules of thumb (GRADE guidelines 4–7 and 9, J Clin Epidemiol 2011;64:407–415, 1283–1316) and a person decides.
 */
export function suggestRatings(evidence: Evidence, start: CertaintyStart): Record<CertaintyReason, RatingSuggestion> {
  return {
    'risk-of-bias': riskOfBias(evidence),
    inconsistency: inconsistency(evidence),
    indirectness: NOTHING(
      'A matter of judgement: compare people, interventions and outcomes of the studies with the question.',
    ),
    imprecision: imprecision(evidence),
    'publication-bias': publicationBias(evidence),
    'large-effect': largeEffect(evidence, start),
    'dose-response': NOTHING('A matter of judgement: does more of it do more?'),
    'opposing-confounding': NOTHING(
      'A matter of judgement: would what was not controlled for have made the effect smaller?',
    ),
  };
}

/** A quarter of the weight at high risk is serious, three quarters very serious; judgements must be there first. */
function riskOfBias({ riskOfBias: bias, k, measureTitle }: Evidence): RatingSuggestion {
  if (bias.judged < k) {
    return NOTHING(`Risk of bias is settled for ${bias.judged} of ${k} studies. Settle the others first.`);
  }
  const share = `${decimalText(bias.percentHigh, 0)} % of the weight comes from ${bias.high} ${bias.high === 1 ? 'study' : 'studies'} at high risk.`;
  const without = bias.withoutHigh
    ? ` Without ${bias.high === 1 ? 'it' : 'them'} the ${measureTitle.toLowerCase()} is ${number(bias.withoutHigh.estimate)} (${number(bias.withoutHigh.lower)} to ${number(bias.withoutHigh.upper)}).`
    : '';
  if (bias.high === 0) return says(0, 'No study is at high risk.');
  return says(bias.percentHigh >= 75 ? -2 : bias.percentHigh >= 25 ? -1 : 0, share + without);
}

function inconsistency({ k, iSquaredPercent, tauSquared, prediction, effect, noEffect }: Evidence): RatingSuggestion {
  if (k < 2 || iSquaredPercent === null) return NOTHING('One study can’t disagree with another.');
  if (noEffect === null) return inconsistentLevels(iSquaredPercent, prediction);
  const none = noEffect;
  const crosses = prediction !== null && prediction.lower < none && prediction.upper > none;
  const isClear = effect !== null && (effect.lower > none || effect.upper < none);
  const parts = [
    `I² ${decimalText(iSquaredPercent, 0)} %${tauSquared === null ? '' : `, τ² ${decimalText(tauSquared, 2)}`}.`,
    prediction === null
      ? ''
      : ` The prediction interval, ${number(prediction.lower)} to ${number(prediction.upper)}, ${crosses ? 'holds both benefit and harm' : 'stays on one side'}.`,
  ];
  const because = parts.join('');
  if (iSquaredPercent >= 75) return says(crosses ? [-1, -2] : -1, because);
  return says(iSquaredPercent >= 50 || (crosses && isClear && iSquaredPercent >= 30) ? -1 : 0, because);
}

/**
 * I² of levels is high even where they hardly differ, as large samples have small errors: the range of what is to be expected elsewhere
 * counts, and whether it matters is a judgement (Migliavaca et al. 2022, doi:10.1002/jrsm.1547).
 */
function inconsistentLevels(iSquaredPercent: number, prediction: Evidence['prediction']): RatingSuggestion {
  const range =
    prediction === null
      ? ''
      : ` The prediction interval is ${number(prediction.lower)} to ${number(prediction.upper)}.`;
  return NOTHING(
    `I² ${decimalText(iSquaredPercent, 0)} %, which is usual for levels of large groups.${range} Would decisions differ over that range?`,
  );
}

/** The interval against no effect and the threshold, and people or events against the optimal information size. */
function imprecision(evidence: Evidence): RatingSuggestion {
  if (evidence.effect === null) return NOTHING('Nothing was pooled.');
  if (evidence.noEffect === null) {
    const { lower, upper } = evidence.effect;
    return NOTHING(`The interval is ${number(lower)} to ${number(upper)}. Would decisions differ between its ends?`);
  }
  const size = informationSize(evidence);
  const bounds = differenceBounds(evidence, middleRisk(evidence));
  if (bounds === null || evidence.threshold === null) {
    const none = evidence.noEffect;
    const { lower, upper } = evidence.effect;
    const crosses = lower < none && upper > none;
    const told = crosses ? 'The interval holds no effect.' : 'The interval leaves out no effect.';
    const lacks = ' No smallest difference that matters was set in the protocol.';
    return says(crosses || !size.isEnough ? -1 : 0, `${size.because} ${told}${lacks}`);
  }
  return againstThreshold(bounds, evidence.threshold, size);
}

function againstThreshold(bounds: Bounds, threshold: number, size: InformationSize): RatingSuggestion {
  const { lower, upper, unit } = bounds;
  const edges = [-threshold, threshold].filter(edge => lower < edge && upper > edge);
  const isPeople = unit === 'per 1,000';
  const text = (value: number) => (isPeople ? per1000(value) : number(value));
  const end = (value: number) =>
    isPeople ? `${per1000(Math.abs(value))} ${value < 0 ? 'fewer' : 'more'}` : number(value);
  const crossing =
    edges.length === 0 ? 'doesn’t cross it' : edges.length === 2 ? 'crosses it on both sides' : 'crosses it';
  const range = `${isPeople ? 'Per 1,000: ' : ''}${end(lower)} to ${end(upper)}${isPeople || unit === '' ? '' : ` ${unit}`}`;
  const told = `${range}; your threshold is ${text(threshold)}, and the interval ${crossing}.`;
  const levels = edges.length === 2 ? -2 : edges.length === 1 || !size.isEnough ? -1 : 0;
  return says(levels, `${size.because} ${told}`);
}

interface InformationSize {
  readonly isEnough: boolean;
  readonly because: string;
}

/**
 * Optimal information size: the people that one trial would need to find a relative risk reduction of a quarter, with
 * 5 % error and 80 % power; for means, half a standard deviation's fifth (0.2). Beside it the old rules of thumb, 300
 * events or 400 people.
 */
function informationSize(evidence: Evidence): InformationSize {
  const { events, people, outcomeKind } = evidence;
  if (people === null) return { isEnough: true, because: 'How many people there were is not known.' };
  const errors = { alpha: 0.05, beta: 0.2, sides: 2 } as const;
  const risk = middleRisk(evidence);
  if (outcomeKind === 'dichotomous' && events !== null) {
    const needed =
      risk === null ? null : requiredSize({ outcome: 'RR', controlRisk: risk, effect: 0.75 }, errors).persons;
    const size =
      needed === null ? '' : ` One trial that finds a quarter less would need ${countText(Math.ceil(needed))}.`;
    return {
      isEnough: events >= 300 && (needed === null || people >= needed),
      because: `${countText(events)} events (the rule of thumb asks for 300) in ${countText(people)} people.${size}`,
    };
  }
  const needed = requiredSize({ outcome: 'MD', effect: 0.2, deviation: 1 }, errors).persons;
  return {
    isEnough: people >= 400,
    because: `${countText(people)} people (the rule of thumb asks for 400; a fifth of a standard deviation would need ${countText(Math.ceil(needed))}).`,
  };
}

function publicationBias({ k, smallStudyP }: Evidence): RatingSuggestion {
  if (k < 10)
    return NOTHING(
      `${k} ${k === 1 ? 'study' : 'studies'}: with fewer than ten no test for small-study effects is made. Were registers searched?`,
    );
  if (smallStudyP === null) return NOTHING('The test for small-study effects could not be computed.');
  const told = `${k} studies, so tests are allowed: small-study regression ${pText(smallStudyP)}.`;
  return says(smallStudyP < 0.1 ? -1 : 0, told);
}

function largeEffect({ effect, measure }: Evidence, start: CertaintyStart): RatingSuggestion {
  if (start === 'high') return NOTHING('Doesn’t apply: the evidence starts at High.');
  if (effect === null || (measure !== 'RR' && measure !== 'OR')) {
    return NOTHING(
      'A rule of thumb exists for risk ratios only: above 2 or below 0.5 is large, above 5 or below 0.2 very large.',
    );
  }
  const size = Math.max(effect.estimate, 1 / effect.estimate);
  const near = Math.min(Math.abs(Math.log(effect.lower)), Math.abs(Math.log(effect.upper)));
  const isOneSided = Math.log(effect.lower) * Math.log(effect.upper) > 0;
  const told = `${measure} ${number(effect.estimate)} (${number(effect.lower)} to ${number(effect.upper)}): above 2 or below 0.5 is large, above 5 or below 0.2 very large.`;
  if (!isOneSided) return says(0, told);
  return says(size > 5 && near > Math.log(2) ? [1, 2] : size > 2 ? 1 : 0, told);
}
