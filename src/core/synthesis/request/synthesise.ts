import { type AnalysedStudy, analyse } from '#core/synthesis/analyse';
import type { StudyNumbers } from '#core/synthesis/effects/effectSize';
import { networkOf } from '#core/synthesis/request/networkOf';
import { regressionOf, robustOf } from '#core/synthesis/request/regression';
import { reportItems } from '#core/synthesis/request/reportItems';
import type { DataRow, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';

function studyOf(row: DataRow, index: number): AnalysedStudy {
  const numbers: StudyNumbers = Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
  const label = row.slab ?? row.study ?? `study ${index + 1}`;
  return { studyId: String(index), label: String(label), numbers };
}

/** The synthesis of pairs of groups (or ready-made effects) that a request asks for, as plain data. */
export function synthesise(request: SynthesisRequest) {
  const { measure, effects, model, fixedMethod, tauSquared, interval, predictionInterval, level } = request;
  const zeroCells = { add: effects.add, to: effects.to };
  const spec = { measure, model, fixedMethod, tauSquared, interval, predictionInterval, level, zeroCells };
  const analysis = analyse(spec, request.data.map(studyOf), effects.variance);
  return {
    ...analysis,
    regression: regressionOf(request, analysis),
    robust: robustOf(request, analysis),
    report: reportItems(request, analysis),
  };
}

/** The answer to a request of either kind. */
export function answerRequest(request: SynthesisRequest) {
  return networkOf(request) ?? synthesise(request);
}
export type SynthesisAnswer = ReturnType<typeof answerRequest>;

/** Whether an answer may take longer than others should wait for it: it is then made in a thread of its own. */
export function isHeavy(request: SynthesisRequest): boolean {
  return request.data.length > 150 || (request.network !== undefined && request.data.length > 40);
}
