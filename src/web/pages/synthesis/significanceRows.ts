import { countText, decimalText, pText } from '#core/reporting/numbers';
import { analysedEffects, modelOptionsOf } from '#core/synthesis/analysedEffects';
import { EXCESS_TESTS, type ExcessTest, excessSignificance } from '#core/synthesis/smallStudy/excessSignificance';
import type { PCurve, Stouffer } from '#core/synthesis/smallStudy/pCurve';
import type { Answer } from './answer.ts';
import type { Result } from './liveAnalysis.ts';
import type { TestRow } from './smallStudyRows.ts';

/** Power at one average effect says little where effects differ so much (Ioannidis and Trikalinos 2007; van Aert et al. 2016). */
const MUCH_HETEROGENEITY = 50;
/** Fewer studies, or fewer significant ones, carry no verdict. */
const FEW_STUDIES = 10;
const FEW_SIGNIFICANT = 5;

export interface Caution {
  readonly claim: string;
  readonly because: string;
}

function iSquaredOf({ heterogeneity }: Result): number {
  return heterogeneity.estimable ? heterogeneity.value.iSquaredPercent : 0;
}

const EXCESS_NAMES: Readonly<Record<ExcessTest, { readonly name: string; readonly means: string }>> = {
  chi2: { name: 'By chi-square', means: 'The usual form; rough where few are expected.' },
  binom: { name: 'Binomial', means: 'As if all studies had the same power.' },
  exact: { name: 'Exact', means: 'Each study with its own power.' },
};

export interface ExcessFound {
  readonly answer: Answer;
  readonly rows: readonly TestRow[];
  readonly cautions: readonly Caution[];
}

/** Are there more significant studies than their power lets expect? Three forms of the test, and when not to trust it. */
export function excessFound(result: Result, write: (value: number) => string): ExcessFound {
  const effects = analysedEffects(result);
  const { method } = modelOptionsOf(result.spec);
  const found = EXCESS_TESTS.map(test => ({ test, ...excessSignificance(effects, method, test) }));
  const [first] = found;
  const k = effects.yi.length;
  const exact = found.find(({ test }) => test === 'exact') ?? first;
  const counts = first
    ? `${countText(first.observed)} of ${countText(k)} studies are significant; their power lets expect ${decimalText(first.expected, 1)}.`
    : '';
  const isMore = (exact?.p ?? 1) < 0.1;
  const limit =
    isMore && first?.thetaLimit ? ` A true effect of ${write(first.thetaLimit)} would explain so many (p = 0.10).` : '';
  return {
    answer: {
      claim: isMore ? 'More studies are significant than should be.' : 'No sign of too many significant studies.',
      rest: `${counts}${limit}${isMore ? ' Results picked for their p-value are one explanation; studies that differ are another.' : ' That is no proof that none was picked.'}`,
    },
    rows: found.map(({ test, chiSquare, observed, expected, p }) => ({
      name: EXCESS_NAMES[test].name,
      statistic:
        test === 'chi2'
          ? `χ²(1) ${decimalText(chiSquare, 2)}`
          : `${countText(observed)} against ${decimalText(expected, 1)}`,
      p,
      means: EXCESS_NAMES[test].means,
    })),
    cautions: [
      ...(k < FEW_STUDIES
        ? [{ claim: `${k} studies are few for this.`, because: 'Below ten the test finds next to nothing.' }]
        : []),
      ...(iSquaredOf(result) > MUCH_HETEROGENEITY
        ? [
            {
              claim: `Don’t lean on it: I² is ${decimalText(iSquaredOf(result), 0)} %.`,
              because: 'Where effects differ so much, their power can’t be told from one average effect.',
            },
          ]
        : []),
    ],
  };
}

const stoufferText = ({ z, k }: Stouffer) =>
  z === null ? 'no result' : `z ${decimalText(z, 2)}, ${k} result${k === 1 ? '' : 's'}`;

/** The tests of a p-curve that there is something to test for. */
export function pCurveRows(curve: PCurve): readonly TestRow[] {
  const stouffers: readonly (readonly [string, Stouffer, string])[] = [
    ['Right skew, all', curve.rightSkewFull, 'More very small p-values than results without any effect would give.'],
    ['Right skew, p below 0.025', curve.rightSkewHalf, 'The same among the smaller half: harder to work at.'],
    ['Flatter than power 33 %, all', curve.flatFull, 'Small p-values are too rare even for studies of little power.'],
    ['Flatter than power 33 %, p below 0.025', curve.flatHalfPublished, 'The same among the smaller half.'],
  ];
  const binomials: readonly (readonly [string, number | null, string])[] = [
    ['Right skew, by count', curve.binomialRight, 'Are more of them below 0.025 than above?'],
    ['Flatter than power 33 %, by count', curve.binomialFlat, 'Are fewer below 0.025 than with that power?'],
  ];
  return [
    ...stouffers.flatMap(([name, test, means]) =>
      test.p === null ? [] : [{ name, statistic: stoufferText(test), p: test.p, means }],
    ),
    ...binomials.flatMap(([name, p, means]) =>
      p === null ? [] : [{ name, statistic: `${curve.belowHalf} of ${curve.significant}`, p, means }],
    ),
  ];
}

/** Do the significant p-values look like those of a true effect? */
export function pCurveAnswer(curve: PCurve): Answer {
  const counts = `${curve.significant} of ${curve.k} results are significant, ${curve.belowHalf} of them below 0.025.`;
  const power = curve.power
    ? ` Power behind them about ${decimalText(100 * curve.power.estimate, 0)} % (90 % CI ${decimalText(100 * curve.power.lower, 0)} to ${decimalText(100 * curve.power.upper, 0)} %).`
    : '';
  if (curve.hasEvidentialValue)
    return { claim: 'The significant results look like those of a true effect.', rest: `${counts}${power}` };
  if (curve.isInadequate)
    return {
      claim: 'The significant results look like those of hardly any effect.',
      rest: `${counts}${power} p-values just below 0.05 are more common than they should be.`,
    };
  return { claim: 'The p-curve doesn’t settle it.', rest: `${counts}${power}` };
}

export function pCurveCautions(curve: PCurve, result: Result): readonly Caution[] {
  return [
    ...(curve.significant > 0 && curve.significant < FEW_SIGNIFICANT
      ? [
          {
            claim: `${curve.significant === 1 ? 'One significant result is' : `${curve.significant} significant results are`} few for a curve.`,
            because: 'Its shape is mostly chance.',
          },
        ]
      : []),
    ...(iSquaredOf(result) > MUCH_HETEROGENEITY
      ? [
          {
            claim: `Don’t read the power as an average of all studies: I² is ${decimalText(iSquaredOf(result), 0)} %.`,
            because: 'It is that behind the significant ones, and too high where effects differ much.',
          },
        ]
      : []),
  ];
}

/** The p-values that the curve is made of, for the caption. */
export function pCurveCaption(curve: PCurve): string {
  return curve.rightSkewFull.p === null ? 'P-curve' : `P-curve. Right skew, ${pText(curve.rightSkewFull.p)}`;
}
