import { Problem } from '#core/problem';
import { type AnalysedStudy, analyse } from '#core/synthesis/analyse';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';
import { diagnosticOf } from '#core/synthesis/request/diagnosticOf';
import { doseResponseOf } from '#core/synthesis/request/doseResponseOf';
import { bayesOf, selectionOf, sequentialOf } from '#core/synthesis/request/furtherModels';
import { multilevelOf } from '#core/synthesis/request/multilevelOf';
import { networkOf } from '#core/synthesis/request/networkOf';
import { regressionOf, robustOf } from '#core/synthesis/request/regression';
import { reportItems } from '#core/synthesis/request/reportItems';
import { subgroupsOf } from '#core/synthesis/request/subgroupsOf';
import { type DataRow, type SynthesisRequest, zeroCellsOf } from '#core/synthesis/request/synthesisRequest';

function studyOf(row: DataRow, index: number): AnalysedStudy {
  const numbers: StudyNumbers = Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
  const label = row.slab ?? row.study ?? `study ${index + 1}`;
  return { studyId: String(index), label: String(label), numbers };
}

/** The synthesis of pairs of groups (or ready-made effects) that a request asks for, as plain data. */
export function synthesise(request: SynthesisRequest) {
  const { measure, effects, fixedMethod, tauSquared, interval, predictionInterval, level } = request;
  if (!measure) throw new Problem('invalid', 'measure: say what is pooled: OR, RR, MD, SMD, GEN …');
  const model = request.model === 'glmm' ? 'random' : request.model;
  const generalised = request.generalised ?? (request.model === 'glmm' ? 'UM.FS' : null);
  const zeroCells = zeroCellsOf(request);
  const choices = { fixedMethod, tauSquared, interval, predictionInterval, level, generalised };
  const spec = { measure, model, ...choices, zeroCells };
  const studies = request.data.map(studyOf);
  const analysis = analyse(spec, studies, effects.variance);
  return {
    ...analysis,
    subgroups: subgroupsOf(request, analysis, studies),
    regression: regressionOf(request, analysis),
    robust: robustOf(request, analysis),
    multilevel: multilevelOf(request, analysis),
    bayes: bayesOf(request, analysis),
    selection: selectionOf(request, analysis),
    sequential: sequentialOf(request, analysis),
    report: reportItems(request, analysis),
  };
}

/** The answer to a request of another kind than pairs of groups; undefined for those. */
export function otherKinds(request: SynthesisRequest) {
  return networkOf(request) ?? diagnosticOf(request) ?? doseResponseOf(request);
}

/** The answer to a request of any kind. */
export function answerRequest(request: SynthesisRequest) {
  return otherKinds(request) ?? synthesise(request);
}
export type SynthesisAnswer = ReturnType<typeof answerRequest>;

const MOST_DIRECT = 150;

/** Whether an answer may take longer than others should wait for it: it is then made in a thread of its own. */
export function isHeavy(request: SynthesisRequest): boolean {
  const asksMuch =
    request.permutations > 0 ||
    request.bayes !== undefined ||
    request.selection.length > 0 ||
    request.multilevel !== undefined ||
    request.sequential !== undefined ||
    request.diagnostic !== undefined ||
    request.doseResponse !== undefined ||
    request.model === 'glmm' ||
    Boolean(request.generalised) ||
    request.report.includes('permutation');
  return asksMuch || request.data.length > MOST_DIRECT || (request.network !== undefined && request.data.length > 40);
}
