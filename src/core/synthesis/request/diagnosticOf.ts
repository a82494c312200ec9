import { Problem } from '#core/problem';
import { accuracySummary } from '#core/synthesis/diagnostic/accuracySummary';
import { binomialAccuracy } from '#core/synthesis/diagnostic/binomialAccuracy';
import { bivariateAccuracy } from '#core/synthesis/diagnostic/bivariateAccuracy';
import type { DiagnosticTable } from '#core/synthesis/diagnostic/diagnosticTable';
import {
  areaUnder,
  hierarchicalCurve,
  hierarchicalRoc,
  regressionCurve,
  sensitivityAt,
} from '#core/synthesis/diagnostic/summaryRoc';
import { numbersOf } from '#core/synthesis/request/includedStudies';
import { type SynthesisRequest, zeroCellsOf } from '#core/synthesis/request/synthesisRequest';

/** Accuracy of a test over studies, one row each with tp fn fp tn: summary point, regions, and the summary ROC curve. */
export function diagnosticOf(request: SynthesisRequest) {
  const { diagnostic, data, level } = request;
  if (!diagnostic) return undefined;
  const tables = tablesOf(data);
  if (tables.length < 2) throw new Problem('invalid', 'accuracy is pooled from at least two studies');
  const fit =
    diagnostic.model === 'binomial'
      ? binomialAccuracy(tables, diagnostic.points)
      : bivariateAccuracy(tables, diagnostic.method, zeroCellsOf(request));
  const summary = accuracySummary(fit, level);
  const hierarchical = hierarchicalRoc(fit);
  const curve = hierarchical.estimable ? hierarchicalCurve(hierarchical.value) : null;
  const regression = regressionCurve(fit);
  const rates = tables.map(({ fp, tn }) => fp / (fp + tn));
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  return {
    k: fit.k,
    model: diagnostic.model,
    logitMeans: { sensitivity: fit.means[0], specificity: fit.means[1] },
    covariance: fit.covariance,
    between: fit.between,
    logLikelihood: fit.logLikelihood,
    search: fit.search,
    ...summary,
    hierarchical,
    curve: {
      falsePositiveRates: diagnostic.falsePositiveRates,
      hierarchical: curve && diagnostic.falsePositiveRates.map(rate => sensitivityAt(curve, rate)),
      regression: regression.estimable
        ? diagnostic.falsePositiveRates.map(rate => sensitivityAt(regression.value, rate))
        : null,
      area: curve && areaUnder(curve),
      rangeOfStudies: [least, most],
      areaWithinRange: curve && areaUnder(curve, least, most),
    },
  };
}

/** The studies of a request with their counts under short names. */
export function diagnosticStudies(data: SynthesisRequest['data']) {
  return tablesOf(data).map((numbers, i) => ({
    studyId: String(i),
    label: String(data[i]?.slab ?? data[i]?.study ?? `row ${i + 1}`),
    numbers: { ...numbers },
  }));
}

function tablesOf(data: SynthesisRequest['data']): DiagnosticTable[] {
  const [tp, fn, fp, tn] = ['tp', 'fn', 'fp', 'tn'].map(name => numbersOf(data, name, 'column'));
  return data.map((row, i) => {
    const table = { tp: tp?.[i] ?? 0, fn: fn?.[i] ?? 0, fp: fp?.[i] ?? 0, tn: tn?.[i] ?? 0 };
    const name = String(row.slab ?? row.study ?? `row ${i + 1}`);
    if (Object.values(table).some(cell => cell < 0)) throw new Problem('invalid', `${name} has a count below 0`);
    if (table.tp + table.fn === 0 || table.fp + table.tn === 0)
      throw new Problem('invalid', `${name} has nobody with, or nobody without the condition`);
    return table;
  });
}
