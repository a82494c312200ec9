import { Problem } from '#core/problem';
import { resultsCsv, studiesCsv } from '#core/reporting/resultsCsv';
import { revmanCsv } from '#core/reporting/revmanCsv';
import { metaforScript } from '#core/reporting/rScript/metaforScript';
import { networkScript } from '#core/reporting/rScript/networkScript';
import type { ScriptRegression } from '#core/reporting/rScript/regressionPart';
import { furtherParts, scriptOfOtherKind } from '#core/reporting/rScript/requestScript';
import type { AnalysedStudy } from '#core/synthesis/analyse';
import { moderatorAnalysis } from '#core/synthesis/moderatorAnalysis';
import type { Moderator } from '#core/synthesis/moderatorDesign';
import { incompleteInteractions, moderatorTerms, partsOf } from '#core/synthesis/moderatorTerms';
import { networkOf } from '#core/synthesis/request/networkOf';
import { synthesise } from '#core/synthesis/request/synthesise';
import type { DataRow, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';

/** Further files that a synthesis can be written to. */
export const EXPORTS = ['r-script', 'csv', 'results', 'revman'] as const;
export type ExportName = (typeof EXPORTS)[number];

type Synthesis = ReturnType<typeof synthesise>;

function numbersOf(row: DataRow): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
}

function studiesOf(request: SynthesisRequest, synthesis: Synthesis): AnalysedStudy[] {
  return synthesis.studies.map(({ studyId, label }, place) => ({
    studyId,
    label,
    numbers: numbersOf(request.data[place] ?? {}),
  }));
}

/** The meta-regression of the request's moderators, as the script takes it; categories against their first by alphabet. */
function regressionOf(request: SynthesisRequest, synthesis: Synthesis): ScriptRegression | undefined {
  if (request.moderators.length === 0) return undefined;
  const names = [...new Set(request.moderators.flatMap(partsOf))];
  const moderators = names.map((name): Moderator => {
    const isNumber = request.data.every(row => typeof row[name] === 'number' || row[name] === null);
    return { id: name, name, kind: isNumber ? 'number' : 'category', unit: '' };
  });
  const valuesOf = new Map(
    synthesis.studies.map(({ studyId }, place) => {
      const row = request.data[place] ?? {};
      const known = names.flatMap(name => {
        const value = row[name];
        return value === null || value === undefined ? [] : [[name, value] as const];
      });
      return [studyId, Object.fromEntries(known)] as const;
    }),
  );
  const terms = moderatorTerms(request.moderators, moderators);
  return { terms, valuesOf, result: moderatorAnalysis(synthesis, terms, valuesOf) };
}

/** The text of a further file. */
export function exportOf(name: ExportName, request: SynthesisRequest): string {
  if (request.network) {
    const network = networkOf(request);
    if (name !== 'r-script' || !network || !request.measure)
      throw new Problem('invalid', `--${name} is for pairs of groups, not for a network`);
    const { smallIsBetter } = request.network;
    return networkScript({ ...network, measure: request.measure, level: request.level, smallIsBetter });
  }
  if (request.diagnostic || request.doseResponse) {
    const script = name === 'r-script' ? scriptOfOtherKind(request) : undefined;
    if (script !== undefined) return script;
    throw new Problem('invalid', `--${name} is for pairs of groups, not for a synthesis of another kind`);
  }
  if (incompleteInteractions(request.moderators).length > 0)
    throw new Problem('invalid', `--${name}: name each column of an interaction as a moderator too`);
  const synthesis = synthesise(request);
  const studies = studiesOf(request, synthesis);
  const numbers = new Map(studies.map(study => [study.studyId, study.numbers]));
  switch (name) {
    case 'r-script': {
      const regression = regressionOf(request, synthesis);
      const { variance } = request.effects;
      return metaforScript({
        analysis: synthesis,
        studies,
        variance,
        ...(regression ? { regression } : {}),
        further: furtherParts(request, synthesis),
      });
    }
    case 'csv':
      return studiesCsv(synthesis, numbers);
    case 'results':
      return resultsCsv(synthesis);
    case 'revman':
      return revmanCsv(synthesis, { comparison: 'Comparison 1', outcome: 'Outcome 1', numbers });
    default: {
      const missing: never = name;
      throw new RangeError(`exportOf: ${String(missing)} can't be written`);
    }
  }
}
