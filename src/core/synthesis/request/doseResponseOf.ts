import { Problem } from '#core/problem';
import { doseResponse, predictAtDoses } from '#core/synthesis/doseResponse/doseResponse';
import { DOSE_DESIGNS, type DoseDesign, type DoseStudy } from '#core/synthesis/doseResponse/greenlandLongnecker';
import { columnOf } from '#core/synthesis/request/includedStudies';
import type { DataRow, DoseResponseRequest, SynthesisRequest } from '#core/synthesis/request/synthesisRequest';

/** Short names of designs that data sets use beside the words themselves. */
const SHORT: Readonly<Record<string, DoseDesign>> = {
  cc: 'case-control',
  ci: 'cumulative-incidence',
  ir: 'incidence-rate',
};

/**
 * A dose-response curve over studies: data are categories of exposure, one a row, with dose cases n logrr se; the row of
 * a study without se is its reference.
 */
export function doseResponseOf(request: SynthesisRequest) {
  const { doseResponse: asked, data, level } = request;
  if (!asked) return undefined;
  const studies = doseStudies(data, asked);
  const found = doseResponse(studies, {
    curve: asked.curve === 'spline' ? { kind: 'spline', knotPercentiles: asked.knotPercentiles } : { kind: 'linear' },
    method: asked.method,
    level,
  });
  return {
    ...found,
    curve: asked.curve,
    method: asked.method,
    reference: asked.reference,
    predicted: predictAtDoses(found, asked.doses, asked.reference, level),
  };
}

/** The studies of a request: rows of levels put together. */
export function doseStudies(data: SynthesisRequest['data'], asked: DoseResponseRequest): DoseStudy[] {
  const names = columnOf(data, asked.study, 'study').map(String);
  return [...new Set(names)].map(name =>
    studyOf(
      name,
      data.filter((_, i) => names[i] === name),
      asked,
    ),
  );
}

function studyOf(studyId: string, rows: readonly DataRow[], asked: DoseResponseRequest): DoseStudy {
  const number = (row: DataRow, name: string) => {
    const value = row[name];
    if (typeof value !== 'number') throw new Problem('invalid', `study ${studyId}: "${name}" is missing in a row`);
    return value;
  };
  const [reference, ...more] = rows.filter(row => typeof row.se !== 'number');
  if (!reference || more.length > 0)
    throw new Problem('invalid', `study ${studyId} needs exactly one reference category, the row without se`);
  return {
    studyId,
    design: designOf(studyId, reference, asked.design),
    reference: {
      dose: number(reference, 'dose'),
      cases: number(reference, 'cases'),
      total: number(reference, 'n'),
    },
    categories: rows
      .filter(row => row !== reference)
      .map(row => ({
        dose: number(row, 'dose'),
        cases: number(row, 'cases'),
        total: number(row, 'n'),
        logRatio: number(row, 'logrr'),
        standardError: number(row, 'se'),
      })),
  };
}

function designOf(studyId: string, row: DataRow, design: DoseResponseRequest['design']): DoseDesign {
  if (typeof design === 'string') return design;
  const word = String(row[design.column] ?? '');
  const found = SHORT[word] ?? DOSE_DESIGNS.find(known => known === word);
  if (!found)
    throw new Problem('invalid', `study ${studyId}: the design "${word}" is not one of ${DOSE_DESIGNS.join(', ')}`);
  return found;
}
