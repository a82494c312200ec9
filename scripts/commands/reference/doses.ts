import { Problem } from '#core/problem';
import { USUAL_KNOTS } from '#core/synthesis/doseResponse/doseBasis';
import { doseResponse, predictAtDoses } from '#core/synthesis/doseResponse/doseResponse';
import type { DoseDesign, DoseStudy } from '#core/synthesis/doseResponse/greenlandLongnecker';
import type { MultivariateMethod } from '#core/synthesis/multilevel/multivariateMeta';
import { type CaseArguments, caseArguments } from '#scripts/commands/reference/caseArguments';
import type { ReferenceFile } from '#scripts/commands/reference/referenceFile';

const DESIGNS: Readonly<Record<string, DoseDesign>> = {
  cc: 'case-control',
  ci: 'cumulative-incidence',
  ir: 'incidence-rate',
};

/** The rows of each study; that without a standard error is its reference category. */
function studiesOf(file: ReferenceFile, args: CaseArguments): DoseStudy[] {
  const columns = caseArguments(args.named('columns'));
  const numbers = (name: string) => file.numbers(columns.text(name));
  const [dose, cases, total, logRatio, error] = ['dose', 'cases', 'n', 'logrr', 'se'].map(numbers);
  const types = columns.has('type') ? file.values(columns.text('type')) : [];
  const byStudy = new Map<unknown, number[]>();
  for (const [row, study] of file.values(columns.text('study')).entries())
    byStudy.set(study, [...(byStudy.get(study) ?? []), row]);
  return [...byStudy].map(([study, rows]) => {
    const at = (list: readonly number[] | undefined, row: number) => list?.[row] ?? Number.NaN;
    const references = rows.filter(row => !(at(error, row) > 0));
    const [reference] = references;
    if (reference === undefined || references.length > 1)
      throw new Problem('invalid', `study ${String(study)} needs exactly one reference category, the row without se`);
    const design = DESIGNS[String(types[reference] ?? args.text('design', 'cc'))];
    if (!design)
      throw new Problem('invalid', `study ${String(study)}: ${String(types[reference])} is not cc, ci or ir`);
    return {
      studyId: String(study),
      design,
      reference: { dose: at(dose, reference), cases: at(cases, reference), total: at(total, reference) },
      categories: rows
        .filter(row => row !== reference)
        .map(row => ({
          dose: at(dose, row),
          cases: at(cases, row),
          total: at(total, row),
          logRatio: at(logRatio, row),
          standardError: at(error, row),
        })),
    };
  });
}

export function doseResponseCase(file: ReferenceFile, args: CaseArguments): unknown {
  const level = args.number('level', 95);
  const isSpline = args.text('curve', 'linear') === 'rcs';
  const knotPercentiles = args.has('knot_percentiles') ? args.numbers('knot_percentiles') : USUAL_KNOTS[3];
  const found = doseResponse(studiesOf(file, args), {
    curve: isSpline ? { kind: 'spline', knotPercentiles } : { kind: 'linear' },
    method: args.text('method', 'REML') as MultivariateMethod, // one of three words
    level,
  });
  const predicted = predictAtDoses(
    found,
    args.has('doses') ? args.numbers('doses') : [],
    args.number('xref', 0),
    level,
  );
  const { overall, nonlinearity } = found;
  return {
    k: found.k,
    p: found.coefficients.length,
    estimate: found.coefficients,
    se: found.standardErrors,
    stat: found.statistics,
    pval: found.pValues,
    ci_lb: found.lower,
    ci_ub: found.upper,
    vcov: found.covariance,
    tau2: found.between,
    Q: found.q,
    Q_df: found.qDf,
    Q_p: found.qP,
    I2: found.iSquaredPercent,
    ll: found.logLikelihood,
    X2: overall.statistic,
    X2_df: overall.df,
    X2_p: overall.p,
    nonlin: nonlinearity && { X2: nonlinearity.statistic, df: nonlinearity.df, p: nonlinearity.p },
    knots: isSpline ? found.knots : null,
    pred: {
      dose: predicted.map(one => one.dose),
      logrr: predicted.map(one => one.logRatio),
      se: predicted.map(one => one.standardError),
      rr: predicted.map(one => Math.exp(one.logRatio)),
      lb: predicted.map(one => Math.exp(one.lower)),
      ub: predicted.map(one => Math.exp(one.upper)),
    },
    studies: found.studies.map(({ y, V, fitted }) => ({
      b: y,
      V,
      A0: fitted.reference,
      A: fitted.categories,
      S: fitted.covariance,
    })),
  };
}
