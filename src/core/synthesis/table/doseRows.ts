import { normalQuantile } from '#core/numeric/distributions';
import type { DoseLevel, DoseTable } from '#core/synthesis/doseResponse/doseTable';
import { doseStudyOf } from '#core/synthesis/doseResponse/doseTable';
import { DOSE_DESIGNS, type DoseDesign } from '#core/synthesis/doseResponse/greenlandLongnecker';

/** One row of a table of doses: a level of exposure of the study that it names. */
export interface DoseRow {
  readonly line: number;
  readonly study: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** The design, as it is written; empty where the table has no such column. */
  readonly design: string;
  readonly characteristics: Readonly<Record<string, number | string>>;
}

export interface DoseRowsOfStudy {
  readonly study: string;
  readonly table: DoseTable;
  readonly characteristics: Readonly<Record<string, number | string>>;
}

/** Names of designs as data sets write them, in lower case without signs. */
const DESIGN_NAMES: Readonly<Record<string, DoseDesign>> = {
  cc: 'case-control',
  casecontrol: 'case-control',
  ci: 'cumulative-incidence',
  cumulativeincidence: 'cumulative-incidence',
  ir: 'incidence-rate',
  incidencerate: 'incidence-rate',
  cohort: 'incidence-rate',
  persontime: 'incidence-rate',
};

/** The design that a word names; undefined for a word that names none. */
export function designNamed(word: string): DoseDesign | undefined {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  return DOSE_DESIGNS.find(design => design === word) ?? DESIGN_NAMES[plain];
}

/** Log ratio and its error from whatever the row gives; nulls where it gives none; a text says what is wrong. */
function ratioOf({ rr, lower, upper, logrr, se }: Readonly<Record<string, number>>) {
  const none = { logRatio: null, standardError: null };
  if (logrr === undefined && rr === undefined) return none;
  if (rr !== undefined && rr <= 0) return 'A ratio is above 0.';
  const logRatio = logrr ?? Math.log(rr ?? 1);
  if (se !== undefined) return se > 0 ? { logRatio, standardError: se } : logRatio === 0 ? none : 'An SE is above 0.';
  const hasInterval = lower !== undefined && upper !== undefined && lower > 0 && upper > lower;
  // The reference is often written as a ratio of 1 without an interval, or with 1 to 1.
  if (!hasInterval) return logRatio === 0 ? none : 'A ratio needs its standard error or its interval.';
  return { logRatio, standardError: Math.log(upper / lower) / (2 * normalQuantile(0.975)) };
}

/**
 * The rows put together to studies, in the order in which these come first, with what is wrong of each row or study.
 * Without a column of designs, totals are taken for persons of a cohort (cumulative incidence).
 */
export function doseRows(rows: readonly DoseRow[]): {
  readonly studies: readonly DoseRowsOfStudy[];
  readonly problems: readonly { readonly line: number; readonly detail: string; readonly study?: string }[];
} {
  const problems: { line: number; detail: string; study?: string }[] = [];
  const names = [...new Set(rows.map(({ study }) => study))];
  const studies = names.flatMap((study): DoseRowsOfStudy[] => {
    const own = rows.filter(row => row.study === study);
    const before = problems.length;
    const words = [...new Set(own.map(({ design }) => design.trim()).filter(word => word !== ''))];
    const [word = 'ci'] = words;
    const design = designNamed(word);
    const line = own[0]?.line ?? 0;
    if (words.length > 1) problems.push({ line, detail: `${study} has two designs: ${words.join(' and ')}.` });
    if (!design) {
      const known = `${DOSE_DESIGNS.join(', ')} (or cc, ci, ir)`;
      problems.push({ line, detail: `“${word}” is no design of ${study}. Known are ${known}.` });
    }
    const levels = own.flatMap(({ line: at, numbers }): DoseLevel[] => {
      const ratio = ratioOf(numbers);
      if (typeof ratio === 'string') {
        problems.push({ line: at, detail: ratio });
        return [];
      }
      const { dose = 0, cases = 0, n = 0 } = numbers;
      return [{ dose, cases, total: n, ...ratio }];
    });
    if (problems.length > before || !design) return [];
    const table = { design, levels };
    const found = doseStudyOf(study, table);
    if (!found.estimable) problems.push({ line, detail: found.because, study });
    if (!found.estimable) return [];
    const characteristics = Object.assign({}, ...own.map(one => one.characteristics).reverse());
    return [{ study, table, characteristics }];
  });
  return { studies, problems };
}
