import { decimalText, pText } from '#core/reporting/numbers';
import type { ModeratorAnalysis } from '#core/synthesis/moderatorAnalysis';
import { type ModeratorTerm, termName } from '#core/synthesis/moderatorTerms';
import type { Answer } from './answer.ts';
import type { NumberOfNote } from './fourNumbers.ts';
import { measureOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';
import { varianceText } from './resultNumbers.ts';

const NO_CAUSE = 'This compares studies, not people: something else that changes with it may be the cause.';

/** A step of the moderator that a reader can picture: 1, 10, 100 … so that the range holds a few of them. */
function stepFor(range: number): number {
  const power = 10 ** Math.floor(Math.log10(range / 2));
  return Number.isFinite(power) && power > 0 ? power : 1;
}

/** Does the effect of one moderator depend on another? That comes first: the others can't be read without it. */
function interactionAnswer(name: string, title: string, p: number): Answer {
  return p < 0.05
    ? {
        claim: `How the ${title} goes with one of ${name.toLowerCase()} depends on the other.`,
        rest: `Interaction, ${pText(p)}. Read no coefficient by itself; look at what the model expects. ${NO_CAUSE}`,
      }
    : {
        claim: `No clear sign of an interaction, ${name.toLowerCase()}.`,
        rest: `${pText(p)}. Interactions need many studies to be seen.`,
      };
}

/** Does the effect go with the moderator? */
export function regressionAnswer(
  result: Result,
  data: OutcomeData,
  terms: readonly ModeratorTerm[],
  { coefficients, moderatorTest, interactions, studies }: ModeratorAnalysis,
): Answer {
  const [only] = terms[0] ?? [];
  const slope = coefficients[1];
  const measure = measureOf(result, data);
  const title = measure.title.toLowerCase();
  const [interaction] = interactions;
  if (interaction?.test) return interactionAnswer(interaction.name, title, interaction.test.p);
  if (terms.length > 1 || !only || only.kind === 'category' || !slope) {
    const p = moderatorTest?.p ?? 1;
    const names = terms.map(term => termName(term).toLowerCase()).join(', ');
    return p < 0.05
      ? { claim: `The effect goes with ${names}.`, rest: `Together ${pText(p)}. ${NO_CAUSE}` }
      : {
          claim: `No clear sign that the effect goes with ${names}.`,
          rest: `Together ${pText(p)}. Few studies miss much.`,
        };
  }
  const known = new Set(studies.map(({ studyId }) => studyId));
  const values = data.studies.flatMap(({ studyId, characteristics }) =>
    known.has(studyId) ? [Number(characteristics[only.id])] : [],
  );
  const step = stepFor(Math.max(...values) - Math.min(...values));
  const per = `${step === 1 ? 'One' : decimalText(step, step < 1 ? 2 : 0)}${/^[°%]/.test(only.unit) ? only.unit : ` ${only.unit || 'units'}`} more of ${only.name.toLowerCase()}`;
  const isRatio = measure.scale === 'log';
  const show = (value: number) => (isRatio ? decimalText(Math.exp(value * step), 2) : decimalText(value * step, 3));
  const [lower, upper] = [slope.lower, slope.upper].map(show);
  const found = isRatio
    ? `${per} go with a ${title} ${show(slope.estimate)} times as high (${result.spec.level} % CI ${lower} to ${upper}, ${pText(slope.p)}).`
    : `${per} go with a ${measure.scale === 'identity' ? title : measure.analysed} changed by ${show(slope.estimate)} (${result.spec.level} % CI ${lower} to ${upper}, ${pText(slope.p)}).`;
  if (slope.p >= 0.05) {
    return {
      claim: `No clear sign that the effect goes with ${only.name.toLowerCase()}.`,
      rest: `${found} Few studies miss much.`,
    };
  }
  return {
    claim: `The higher the ${only.name.toLowerCase()}, the ${slope.estimate < 0 ? 'lower' : 'higher'} the ${title}.`,
    rest: `${found} ${NO_CAUSE}`,
  };
}

/** R², τ² before and after, the test and what is left, each with its sentence. */
export function regressionNumbers(analysis: ModeratorAnalysis): readonly NumberOfNote[] {
  const { rSquaredPercent, tauSquaredBefore, tauSquared, moderatorTest, interactions, residual } = analysis;
  const note = (name: string, value: string, sentence: string): NumberOfNote => ({ name, value, beside: '', sentence });
  return [
    note(
      'R², explained',
      `${decimalText(rSquaredPercent, 0)} %`,
      'Share of the between-study variance that the moderators account for. With few studies it is rough.',
    ),
    note(
      'τ², before and after',
      `${varianceText(tauSquaredBefore)} → ${varianceText(tauSquared)}`,
      tauSquared < tauSquaredBefore / 3
        ? 'Little scatter is left to explain.'
        : 'Most of the scatter is still unexplained.',
    ),
    ...(moderatorTest
      ? [
          note(
            moderatorTest.denominatorDf === null
              ? `Test, χ²(${moderatorTest.df})`
              : `Test, F(${moderatorTest.df}, ${moderatorTest.denominatorDf})`,
            pText(moderatorTest.p),
            moderatorTest.p < 0.05
              ? 'Moderators without any bearing would rarely look like this.'
              : 'Moderators without any bearing could look like this.',
          ),
        ]
      : []),
    ...interactions.flatMap(({ name, test }) =>
      test
        ? [
            note(
              name,
              pText(test.p),
              test.denominatorDf === null
                ? `The interaction by itself, χ²(${test.df}) = ${decimalText(test.statistic, 2)}.`
                : `The interaction by itself, F(${test.df}, ${test.denominatorDf}) = ${decimalText(test.statistic, 2)}.`,
            ),
          ]
        : [],
    ),
    note(
      `Rest, Q(${residual.df}) = ${decimalText(residual.q, 1)}`,
      pText(residual.p),
      residual.p < 0.1 ? 'Chance alone still doesn’t explain all of it.' : 'Chance alone explains what is left.',
    ),
  ];
}
