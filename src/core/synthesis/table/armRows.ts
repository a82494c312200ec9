import { type Comparison, type ReportedArm, treatmentKey, treatmentsOfArms } from '#core/extraction/comparedArms';
import { armNumbersOf } from '#core/extraction/impossibleResult';

/** One row of a table of arms. */
export interface ArmRow {
  readonly line: number;
  readonly study: string;
  readonly treatment: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly characteristics: Readonly<Record<string, number | string>>;
}

export interface ArmRowsOfStudy {
  readonly study: string;
  readonly arms: readonly ReportedArm[];
  readonly characteristics: Readonly<Record<string, number | string>>;
}

function armOf({ treatment, numbers: { xi, mi, sdi, ni } }: ArmRow): ReportedArm {
  return {
    name: treatment,
    // A table names treatments; which is compared with which is chosen afterwards.
    kind: 'other',
    numbers: armNumbersOf({ events: xi, total: ni, mean: mi, standardDeviation: sdi }),
  };
}

/**
 * The rows put together to studies, in the order in which these come first. A study with one arm, and a second arm of the
 * same treatment in a study, are told as problems: they compare nothing.
 */
export function armRows(rows: readonly ArmRow[]): {
  readonly studies: readonly ArmRowsOfStudy[];
  readonly problems: readonly { readonly line: number; readonly detail: string }[];
} {
  const problems: { line: number; detail: string }[] = [];
  const names = [...new Set(rows.map(({ study }) => study))];
  const studies = names.flatMap((study): ArmRowsOfStudy[] => {
    const own = rows.filter(row => row.study === study);
    const keys = own.map(({ treatment }) => treatmentKey(treatment));
    for (const [place, row] of own.entries()) {
      if (keys.indexOf(keys[place] ?? '') < place)
        problems.push({
          line: row.line,
          detail: `${study} has ${row.treatment} twice. Put both arms together in one row.`,
        });
    }
    const arms = own.filter((_, place) => keys.indexOf(keys[place] ?? '') === place).map(armOf);
    if (arms.length < 2) {
      problems.push({
        line: own[0]?.line ?? 0,
        detail: `${study} has one arm only. Each arm is a row with the study’s name.`,
      });
      return [];
    }
    const characteristics = Object.assign({}, ...own.map(one => one.characteristics).reverse());
    return [{ study, arms, characteristics }];
  });
  return { studies, problems };
}

/** What a table of arms is compared by until somebody chooses: the treatment of most studies, and its commonest rival. */
export function usualComparison(studies: readonly { readonly arms: readonly ReportedArm[] }[]): Comparison | null {
  const treatments = treatmentsOfArms(studies.flatMap(({ arms }) => arms));
  const has = (arms: readonly ReportedArm[], name: string) =>
    arms.some(arm => treatmentKey(arm.name) === treatmentKey(name));
  const most = (names: readonly string[], count: (name: string) => number) =>
    names.reduce<string | undefined>(
      (best, name) => (best === undefined || count(name) > count(best) ? name : best),
      undefined,
    );
  const second = most(treatments, name => studies.filter(({ arms }) => has(arms, name)).length);
  if (second === undefined) return null;
  const first = most(
    treatments.filter(name => name !== second),
    name => studies.filter(({ arms }) => has(arms, name) && has(arms, second)).length,
  );
  return first === undefined ? null : { first: [first], second: [second] };
}
