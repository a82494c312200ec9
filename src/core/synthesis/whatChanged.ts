import type { DoseTable } from '#core/synthesis/doseResponse/doseTable';

/** A study as an analysis used it: its numbers, and the characteristics that the analysis looks at. */
export interface UsedStudy {
  readonly studyId: string;
  readonly label: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** Why it has no numbers to pool, or null. */
  readonly because: string | null;
  readonly characteristics: Readonly<Record<string, number | string>>;
  /** Its levels of exposure, where the outcome is of that kind. */
  readonly dose?: DoseTable | undefined;
}

export type DataChange =
  | { readonly kind: 'added' | 'removed'; readonly studyId: string; readonly label: string }
  | { readonly kind: 'renamed'; readonly studyId: string; readonly label: string; readonly before: string }
  | {
      readonly kind: 'number' | 'characteristic';
      readonly studyId: string;
      readonly label: string;
      /** The column (`ai`, `n1i`) or the characteristic's id. */
      readonly name: string;
      readonly before: number | string | null;
      readonly after: number | string | null;
    };

type Values = Readonly<Record<string, number | string>>;

/** The numbers of a study, those of its levels of exposure among them. */
function withDoses({ numbers, dose }: UsedStudy): Values {
  if (!dose) return numbers;
  const levels = dose.levels.flatMap(({ dose: at, cases, total, logRatio, standardError }) => [
    [`cases at ${at}`, cases] as const,
    [`total at ${at}`, total] as const,
    ...(logRatio === null ? [] : [[`log ratio at ${at}`, logRatio] as const]),
    ...(standardError === null ? [] : [[`standard error at ${at}`, standardError] as const]),
  ]);
  return { design: dose.design, ...Object.fromEntries(levels) };
}

function differing(before: Values, after: Values): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(name => before[name] !== after[name]);
}

/** Where two states of the same data differ, study by study, in the order of the newer one; removed studies come last. */
export function whatChanged(before: readonly UsedStudy[], after: readonly UsedStudy[]): DataChange[] {
  const earlier = new Map(before.map(study => [study.studyId, study]));
  const later = new Set(after.map(({ studyId }) => studyId));
  const kept = after.flatMap((study): DataChange[] => {
    const { studyId, label } = study;
    const old = earlier.get(studyId);
    if (!old) return [{ kind: 'added', studyId, label }];
    const of = (kind: 'number' | 'characteristic', was: Values, is: Values) =>
      differing(was, is).map(name => ({
        kind,
        studyId,
        label,
        name,
        before: was[name] ?? null,
        after: is[name] ?? null,
      }));
    return [
      ...(old.label === label ? [] : [{ kind: 'renamed' as const, studyId, label, before: old.label }]),
      ...of('number', withDoses(old), withDoses(study)),
      ...of('characteristic', old.characteristics, study.characteristics),
    ];
  });
  const removed = before.filter(({ studyId }) => !later.has(studyId));
  return [...kept, ...removed.map(({ studyId, label }) => ({ kind: 'removed' as const, studyId, label }))];
}
