import type { AnalysedStudy, Analysis } from '#core/synthesis/analyse';
import type { SynthesisRequest } from '#core/synthesis/request/synthesisRequest';
import { subgroupAnalysis } from '#core/synthesis/subgroupAnalysis';

/** The studies divided by a column that the request names; rows without it belong to no group, and are listed. */
export function subgroupsOf(request: SynthesisRequest, analysis: Analysis, studies: readonly AnalysedStudy[]): unknown {
  const { subgroups } = request;
  if (!subgroups) return undefined;
  const groups = new Map(
    request.data.flatMap((row, i): [string, string][] => {
      const value = row[subgroups.by];
      return value === undefined || value === null ? [] : [[String(i), String(value)]];
    }),
  );
  return subgroupAnalysis(analysis, studies, groups, subgroups.tauSquared);
}
