import { type ReportedArm, treatmentKey, treatmentsOfArms } from '#core/extraction/comparedArms';
import { NO_ARM_NUMBERS } from '#core/extraction/impossibleResult';
import type { StudyContrast } from '#core/synthesis/network/contrasts';

/** One row of a table of differences: the first treatment less the second, on the analysis scale. */
export interface ContrastRow extends StudyContrast {
  readonly line: number;
  readonly study: string;
  readonly characteristics: Readonly<Record<string, number | string>>;
}

export interface ContrastsOfStudy {
  readonly study: string;
  /** Its treatments, without numbers: only their differences are told. */
  readonly arms: readonly ReportedArm[];
  readonly contrasts: readonly StudyContrast[];
  readonly characteristics: Readonly<Record<string, number | string>>;
}

interface RowProblem {
  readonly line: number;
  readonly detail: string;
}

/** Three numbers rounded to two decimals may be so far apart; more than that is a slip. */
const ROUNDED = 0.015;

/** The difference between two treatments of a study, whichever way its row tells it. */
function differenceOf(rows: readonly ContrastRow[], first: string, second: string): number | undefined {
  const found = rows.find(row => [row.first, row.second].every(name => [first, second].includes(treatmentKey(name))));
  if (!found) return undefined;
  return treatmentKey(found.first) === first ? found.difference : -found.difference;
}

/** Why the rows of a study can't be used together; undefined where they can. */
function problemOf(rows: readonly ContrastRow[]): RowProblem | undefined {
  const [{ study, line }] = rows as [ContrastRow]; // a study has at least one row
  const same = rows.find(row => treatmentKey(row.first) === treatmentKey(row.second));
  if (same) return { line: same.line, detail: `${study} compares ${same.first} with itself.` };
  const pairs = rows.map(row => [row.first, row.second].map(treatmentKey).sort().join('\n'));
  const twice = rows.find((_, place) => pairs.indexOf(pairs[place] ?? '') < place);
  if (twice) return { line: twice.line, detail: `${study} has ${twice.first} against ${twice.second} twice.` };
  const keys = [...new Set(rows.flatMap(row => [row.first, row.second].map(treatmentKey)))];
  const needed = (keys.length * (keys.length - 1)) / 2;
  if (rows.length < needed)
    return {
      line,
      detail: `${study} has ${keys.length} treatments and ${rows.length} of their ${needed} differences. All are needed: they tell how the arms hang together.`,
    };
  for (const one of keys)
    for (const two of keys)
      for (const three of keys) {
        if (!(one < two && two < three)) continue;
        const [a = 0, b = 0, c = 0] = [
          differenceOf(rows, one, two),
          differenceOf(rows, two, three),
          differenceOf(rows, one, three),
        ];
        const largest = Math.sqrt(Math.max(...rows.map(({ variance }) => variance)));
        if (Math.abs(a + b - c) > Math.max(ROUNDED, 0.05 * largest))
          return {
            line,
            detail: `${study}: the differences of ${one}, ${two} and ${three} don’t add up (${a.toPrecision(3)} and ${b.toPrecision(3)} should make ${c.toPrecision(3)}).`,
          };
      }
  return undefined;
}

/**
 * The rows put together to studies, in the order in which these come first. A study of more than two treatments must tell
 * all its differences, and these must add up; otherwise it is told as a problem and left out.
 */
export function contrastRows(rows: readonly ContrastRow[]): {
  readonly studies: readonly ContrastsOfStudy[];
  readonly problems: readonly RowProblem[];
} {
  const problems: RowProblem[] = [];
  const studies = [...new Set(rows.map(({ study }) => study))].flatMap((study): ContrastsOfStudy[] => {
    const own = rows.filter(row => row.study === study);
    const problem = problemOf(own);
    if (problem) {
      problems.push(problem);
      return [];
    }
    const treatments = treatmentsOfArms(own.flatMap(({ first, second }) => [{ name: first }, { name: second }]));
    return [
      {
        study,
        arms: treatments.map(name => ({ name, kind: 'other' as const, numbers: NO_ARM_NUMBERS })),
        contrasts: own.map(({ first, second, difference, variance }) => ({ first, second, difference, variance })),
        characteristics: Object.assign({}, ...own.map(one => one.characteristics).reverse()),
      },
    ];
  });
  return { studies, problems };
}
