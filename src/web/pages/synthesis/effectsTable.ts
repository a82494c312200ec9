import { csvText } from '#core/reporting/csvText';
import type { Result } from './liveAnalysis.ts';
import type { OutcomeData } from './plan.ts';

/**
 * Studies with what they reported and their effects on the analysis scale (log for ratios), at full precision: for another
 * program, not for reading. Numbers of arms are left out of a result that is older than they are.
 */
export function effectsTable(result: Result, data: OutcomeData, isStale: boolean): string {
  const numbers = new Map(data.studies.map(study => [study.studyId, study.numbers]));
  const names = isStale ? [] : [...new Set(data.studies.flatMap(study => Object.keys(study.numbers)))];
  const head = ['study', ...names, 'yi', 'vi', 'ci_lower', 'ci_upper', 'weight_percent', 'measure'];
  const rows = result.studies.map(({ studyId, label, effect, weightPercent }) => [
    label,
    ...names.map(name => String(numbers.get(studyId)?.[name] ?? '')),
    ...(effect.estimable
      ? [effect.value.yi, effect.value.vi, effect.value.lower, effect.value.upper].map(String)
      : ['', '', '', '']),
    weightPercent === null ? '' : String(weightPercent),
    result.spec.measure,
  ]);
  return csvText([head, ...rows]);
}
