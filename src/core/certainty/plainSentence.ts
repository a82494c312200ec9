import { differenceBounds } from '#core/certainty/differenceBounds';
import { type Evidence, middleRisk } from '#core/certainty/evidence';
import { levelWords } from '#core/certainty/findings';
import type { CertaintyLevel } from '#core/certainty/grading';

/** What was compared, in the words of the review. */
export interface Compared {
  readonly intervention: string;
  readonly outcome: string;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/**
 * The result as a sentence whose verb says how sure one is (after GRADE guidelines 26, doi:10.1016/j.jclinepi.2019.10.014,
 * in our own words). A difference below the threshold is little or none.
 */
export function plainSentence(evidence: Evidence, level: CertaintyLevel, { intervention, outcome }: Compared): string {
  const what = lower(outcome);
  const { effect } = evidence;
  if (effect === null) {
    return evidence.isOfOneGroup
      ? `We found no study that says of ${what} how much it is.`
      : `We found no study that says what ${intervention} does to ${what}.`;
  }
  if (evidence.isOfOneGroup) return levelSentence(evidence, level, outcome);
  if (level === 'very-low') return `We are very unsure what ${intervention} does to ${what}.`;
  const none = evidence.isRatio ? 1 : 0;
  const bounds = differenceBounds(evidence, middleRisk(evidence));
  // That an interval holds no effect is no sign of little effect: only the estimate against the threshold is. Without a
  // threshold nobody said what is little, and the direction of the estimate stands.
  const isLittle =
    evidence.threshold !== null && bounds !== null
      ? Math.abs(bounds.estimate) < evidence.threshold
      : Math.abs(effect.estimate - none) < 0.005;
  const verbs: Readonly<Record<Exclude<CertaintyLevel, 'very-low'>, readonly [string, string, string]>> = {
    high: ['lowers', 'raises', 'makes little or no difference to'],
    moderate: ['probably lowers', 'probably raises', 'probably makes little or no difference to'],
    low: ['may lower', 'may raise', 'may make little or no difference to'],
  };
  const [down, up, little] = verbs[level];
  const thing = evidence.outcomeKind === 'dichotomous' ? `the number of people with ${what}` : what;
  if (isLittle) return capital(`${intervention} ${little} ${thing}.`);
  return capital(`${intervention} ${effect.estimate < none ? down : up} ${thing}.`);
}

/** "Good outcome: the proportion is probably 0.80 (0.69 to 0.90)." */
function levelSentence(evidence: Evidence, level: CertaintyLevel, outcome: string): string {
  const told = levelWords(evidence)?.slice(evidence.measureTitle.length).trim() ?? '';
  const title = /^Cronbach/.test(evidence.measureTitle) ? evidence.measureTitle : `the ${lower(evidence.measureTitle)}`;
  if (level === 'very-low') return `${capital(outcome)}: we are very unsure what ${title} is.`;
  const verb = { high: 'is', moderate: 'is probably', low: 'may be' }[level];
  return `${capital(outcome)}: ${title} ${verb} ${told}.`;
}
