import { accuracyScript } from '#core/reporting/rScript/accuracyScript';
import { bayesPart } from '#core/reporting/rScript/bayesPart';
import { multilevelPart, robustPart } from '#core/reporting/rScript/dependencePart';
import { doseScript } from '#core/reporting/rScript/doseScript';
import type { ScriptPart } from '#core/reporting/rScript/scriptPart';
import type { Analysis } from '#core/synthesis/analyse';
import { bayesianMeta } from '#core/synthesis/bayes/bayesianMeta';
import { resolvedTauPrior } from '#core/synthesis/bayes/empiricalPriors';
import { accuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';
import type { DoseAnalysis } from '#core/synthesis/doseResponse/doseAnalysis';
import { diagnosticStudies } from '#core/synthesis/request/diagnosticOf';
import { doseResponseOf, doseStudies } from '#core/synthesis/request/doseResponseOf';
import { columnOf, includedStudies } from '#core/synthesis/request/includedStudies';
import { multilevelModel, robustOfRows } from '#core/synthesis/request/multilevelOf';
import { robustModel } from '#core/synthesis/request/regression';
import { type SynthesisRequest, zeroCellsOf } from '#core/synthesis/request/synthesisRequest';

/** The script of a request of another kind than pairs of groups; undefined for those. */
export function scriptOfOtherKind(request: SynthesisRequest): string | undefined {
  return accuracyScriptOf(request) ?? doseScriptOf(request);
}

function accuracyScriptOf(request: SynthesisRequest): string | undefined {
  const { diagnostic, level } = request;
  if (!diagnostic) return undefined;
  const zeroCells = zeroCellsOf(request);
  const { model, method } = diagnostic;
  const found = accuracyAnalysis(diagnosticStudies(request.data), { model, method }, level, zeroCells);
  return found.estimable ? accuracyScript(found.value, zeroCells) : undefined;
}

function doseScriptOf(request: SynthesisRequest): string | undefined {
  const { doseResponse: asked, level } = request;
  const found = doseResponseOf(request);
  if (!asked || !found) return undefined;
  const { studies, predicted, leftOut, curve, method, reference, ...fit } = found;
  const used = new Set(studies.map(({ studyId }) => studyId));
  const given = doseStudies(request.data, asked).filter(({ studyId }) => used.has(studyId));
  const analysis: DoseAnalysis = {
    choices: { curve, knots: 3, method, reference, per: 1 },
    level,
    reference,
    fit,
    studies: given,
    labels: Object.fromEntries(given.map(({ studyId }) => [studyId, studyId])),
    predicted,
    cases: given.reduce((sum, one) => sum + one.reference.cases, 0),
    leftOut: leftOut.map(one => ({ ...one, label: one.studyId })),
  };
  return doseScript(analysis);
}

/** Parts for the models that a request asks for beside the pooled effect: nested rows, robust variances, Bayesian. */
export function furtherParts(request: SynthesisRequest, analysis: Analysis): ScriptPart[] {
  const studies = includedStudies(request, analysis);
  const parts: ScriptPart[] = [];
  if (request.multilevel) {
    const model = multilevelModel(request, request.multilevel, analysis);
    const robust =
      model && request.cluster !== undefined
        ? robustOfRows(request, model.fit, model.X, columnOf(model.rows, request.cluster, 'cluster'))
        : null;
    if (model?.fit.converged)
      parts.push(
        multilevelPart({
          X: model.X.map(row => model.fit.design.kept.map(j => row[j] ?? 0)),
          names: model.fit.design.kept.map(j => model.names[j] ?? 'effect'),
          groups: model.groups,
          levels: request.multilevel.levels,
          shared: model.shared,
          correlation: request.multilevel.correlation,
          method: request.multilevel.method,
          fit: model.fit,
          robust: robust && { kind: request.robust, ...robust },
        }),
      );
  } else if (request.cluster !== undefined && request.moderators.length === 0) {
    const model = robustModel(request, analysis);
    if (model)
      parts.push(
        robustPart({ X: studies.yi.map(() => [1]), names: ['effect'] }, model.tauSquared, {
          kind: request.robust,
          clusters: model.clusters,
          result: model.result,
        }),
      );
  }
  if (request.bayes && studies.yi.length > 0) {
    const priors = { ...request.bayes, tau: resolvedTauPrior(request.bayes.tau) };
    parts.push(bayesPart(bayesianMeta(studies, priors, request.level), priors, request.level));
  }
  return parts;
}
