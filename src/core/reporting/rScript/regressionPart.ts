import type { Estimable } from '#core/estimable';
import { modelArguments, toleranceOf } from '#core/reporting/rScript/poolPart';
import { type Check, CLOSED, rText, rVector, type ScriptPart } from '#core/reporting/rScript/scriptPart';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { ModeratorAnalysis, ModeratorValues } from '#core/synthesis/moderatorAnalysis';
import type { Moderator } from '#core/synthesis/moderatorDesign';
import { type ModeratorTerm, moderatorsIn, termName } from '#core/synthesis/moderatorTerms';

export interface ScriptRegression {
  readonly terms: readonly ModeratorTerm[];
  readonly valuesOf: ModeratorValues;
  readonly result: Estimable<ModeratorAnalysis>;
}

/** The name of a moderator's column in the script. */
export function moderatorColumn(place: number): string {
  return `moderator${place + 1}`;
}

/** Categories are compared with their first level in the order that Pooled has. */
function termOf({ id, kind }: Moderator, place: number, valuesOf: ModeratorValues): string {
  const column = moderatorColumn(place);
  if (kind === 'number') return column;
  const values = [...valuesOf.values()].flatMap(row => (row[id] === undefined ? [] : [String(row[id])]));
  const levels = [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en'));
  return `factor(${column}, levels = ${rVector(levels.map(rText))})`;
}

/** Meta-regression on characteristics of the studies. Null where it isn't estimable. */
export function regressionPart(spec: AnalysisSpec, { terms, valuesOf, result }: ScriptRegression): ScriptPart | null {
  if (!result.estimable) return null;
  const { coefficients, moderatorTest, interactions, tauSquared, rSquaredPercent, residual } = result.value;
  const tolerance = toleranceOf(spec);
  const moderators = moderatorsIn(terms);
  const columns = moderators.map((_, place) => moderatorColumn(place));
  const inFormula = new Map(moderators.map((moderator, place) => [moderator.id, termOf(moderator, place, valuesOf)]));
  const formula = terms.map(term => term.map(({ id }) => inFormula.get(id) ?? '').join(':'));
  const each = coefficients.flatMap(({ name, estimate, standardError, p }, place): Check[] => [
    { what: `coefficient of ${name}`, pooled: estimate, r: `regression$beta[${place + 1}]`, tolerance },
    { what: 'its standard error', pooled: standardError, r: `regression$se[${place + 1}]`, tolerance },
    { what: 'its p-value', pooled: p, r: `regression$pval[${place + 1}]`, tolerance },
  ]);
  return {
    title: `Meta-regression on ${terms.map(termName).join(', ')}`,
    lines: [
      `known <- dat[complete.cases(dat[, ${rVector(columns.map(rText))}]), ]`,
      `regression <- rma(yi, vi, mods = ~ ${formula.join(' + ')}, data = known,`,
      `                  ${modelArguments(spec)})`,
      'print(regression)',
    ],
    checks: [
      ...each,
      ...(moderatorTest
        ? [
            { what: 'test of moderators', pooled: moderatorTest.statistic, r: 'regression$QM', tolerance },
            { what: 'test of moderators, p-value', pooled: moderatorTest.p, r: 'regression$QMp', tolerance },
          ]
        : []),
      ...interactions.flatMap(({ name, places, test }): Check[] =>
        test
          ? [
              {
                what: `test of ${name}`,
                pooled: test.statistic,
                r: `anova(regression, btt = ${rVector(places.map(place => String(place + 1)))})$QM`,
                tolerance,
              },
            ]
          : [],
      ),
      ...(spec.model === 'random'
        ? [
            { what: 'tau squared left', pooled: tauSquared, r: 'regression$tau2', tolerance },
            { what: 'R squared, percent', pooled: rSquaredPercent, r: 'regression$R2', tolerance },
          ]
        : []),
      { what: 'residual Q', pooled: residual.q, r: 'regression$QE', tolerance: CLOSED },
    ],
  };
}
