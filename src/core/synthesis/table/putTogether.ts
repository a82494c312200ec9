import type { ReportedArm } from '#core/extraction/comparedArms';
import { becauseWords } from '#core/reporting/becauseWords';
import { ownSlope } from '#core/synthesis/doseResponse/doseAnalysis';
import type { DoseTable } from '#core/synthesis/doseResponse/doseTable';
import type { StudyContrast } from '#core/synthesis/network/contrasts';
import { type ArmRow, armRows } from '#core/synthesis/table/armRows';
import { type ContrastRow, contrastRows } from '#core/synthesis/table/contrastRows';
import { doseRows } from '#core/synthesis/table/doseRows';
import { type TableKindName, tableKind } from '#core/synthesis/table/tableKinds';

export interface TableProblem {
  readonly line: number;
  /** The column's head. */
  readonly column: string;
  readonly detail: string;
}

export interface TableStudy {
  readonly studyId: string;
  readonly label: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly characteristics: Readonly<Record<string, number | string>>;
  /** The levels of a study whose rows were put together. */
  readonly dose?: DoseTable;
  /** Its arms, where each row of the table is one. */
  readonly arms?: readonly ReportedArm[];
  /** The differences between its arms, where each row of the table is one. */
  readonly contrasts?: readonly StudyContrast[];
}

/** A row that is a part of a study: its numbers and its words by their short names. */
export interface PartRow {
  readonly line: number;
  readonly study: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly characteristics: Readonly<Record<string, number | string>>;
}

interface Together {
  readonly studies: readonly TableStudy[];
  readonly problems: readonly TableProblem[];
}

/** What is made of rows that name treatments: their studies, and the rows that can't be used, one without a name among them. */
function togetherOf<Parts extends { readonly study: string; readonly characteristics: TableStudy['characteristics'] }>(
  made: {
    readonly studies: readonly Parts[];
    readonly problems: readonly { readonly line: number; readonly detail: string }[];
  },
  nameless: readonly PartRow[],
  detail: string,
): Together {
  return {
    // What the numbers are follows from the treatments that are compared.
    studies: made.studies.map(({ study, ...rest }, index) => ({
      ...{ studyId: String(index + 1), label: study, numbers: {} },
      ...rest,
    })),
    problems: [
      ...nameless.map(({ line }) => ({ line, column: 'Treatment', detail })),
      ...made.problems.map(problem => ({ ...problem, column: 'Study' })),
    ],
  };
}

function studiesOfArms(rows: readonly PartRow[]): Together {
  const [named, nameless] = apart(rows, ({ texts }) => Boolean(texts.treatment));
  const arms = named.map(({ texts, ...row }): ArmRow => ({ ...row, treatment: texts.treatment ?? '' }));
  return togetherOf(armRows(arms), nameless, 'The treatment of this arm is missing.');
}

/** Rows of differences between two treatments of a study. */
function studiesOfContrasts(rows: readonly PartRow[]): Together {
  const [named, nameless] = apart(rows, ({ texts }) => Boolean(texts.treat1 && texts.treat2));
  const contrasts = named.map(
    ({ texts, numbers: { yi = 0, sei = 0, vi = sei ** 2 }, ...row }): ContrastRow => ({
      ...row,
      ...{ first: texts.treat1 ?? '', second: texts.treat2 ?? '', difference: yi, variance: vi },
    }),
  );
  return togetherOf(contrastRows(contrasts), nameless, 'One of the two treatments is missing.');
}

/** Rows of levels of exposure; each study brings its own slope for one more of it. */
function studiesOfLevels(rows: readonly PartRow[]): Together {
  const { studies, problems } = doseRows(rows.map(({ texts, ...row }) => ({ ...row, design: texts.type ?? '' })));
  return {
    studies: studies.map(({ study, table, characteristics }, index) => {
      const slope = ownSlope(table, 1);
      const numbers = slope.estimable ? { ...slope.value } : {};
      return { studyId: String(index + 1), label: study, numbers, characteristics, dose: table };
    }),
    problems: problems.map(({ line, detail, study }) => ({
      line,
      column: study ?? 'Row',
      detail: study === undefined ? detail : `${becauseWords(detail)}.`,
    })),
  };
}

function apart<Row>(rows: readonly Row[], isFirst: (row: Row) => boolean): [Row[], Row[]] {
  return [rows.filter(isFirst), rows.filter(row => !isFirst(row))];
}

/** Rows that are parts of studies put together to studies, by the kind of table; what can't be used is told by line. */
export function putTogether(kind: TableKindName, rows: readonly PartRow[]): Together {
  switch (tableKind(kind).row) {
    case 'arm':
      return studiesOfArms(rows);
    case 'contrast':
      return studiesOfContrasts(rows);
    case 'level':
      return studiesOfLevels(rows);
    default:
      return { studies: [], problems: [] };
  }
}
