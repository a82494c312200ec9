import type { RocData } from '#core/reporting/rocFigure';
import type { AccuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';

/** The summary ROC plot of an analysis of accuracy: studies as counted, the rest from the model. */
export function rocOfAccuracy(analysis: AccuracyAnalysis): RocData {
  const { studies, summary, curve, confidenceRegion, predictionRegion, level } = analysis;
  return {
    studies: studies.map(({ studyId, label, table, sensitivity, specificity }) => ({
      studyId,
      label,
      people: table.tp + table.fn + table.fp + table.tn,
      sensitivity: sensitivity.estimate,
      falsePositiveRate: 1 - specificity.estimate,
    })),
    summary: { sensitivity: summary.sensitivity.estimate, falsePositiveRate: 1 - summary.specificity.estimate },
    ...(curve.estimable ? { curve: curve.value.points } : {}),
    confidenceRegion,
    predictionRegion,
    level: level / 100,
  };
}
