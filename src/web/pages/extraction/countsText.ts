import type { ReportedLevel } from '#core/extraction/counts';
import type { DoseDesign } from '#core/synthesis/doseResponse/greenlandLongnecker';
import type { Outcome, Study } from './extraction.ts';
import { numberText, readNumber } from './readNumber.ts';
import type { TellTrouble } from './StudyPage.tsx';

export interface CountsFormProps {
  readonly reviewId: string;
  readonly study: Study;
  readonly outcome: Outcome;
  readonly because: string | null;
  readonly tellTrouble: TellTrouble;
}

/** What the study counted on an outcome, as the server has it. */
export function storedCounts(study: Study, outcomeId: string): Study['studyCounts'][number] | undefined {
  return study.studyCounts.find(one => one.outcomeId === outcomeId);
}

export const LEVEL_FIELDS = ['dose', 'cases', 'total', 'ratio', 'lower', 'upper'] as const;
export type LevelField = (typeof LEVEL_FIELDS)[number];
export type LevelText = Readonly<Record<LevelField, string>>;

export const DESIGN_WORDS: Readonly<Record<DoseDesign, { readonly name: string; readonly total: string }>> = {
  'case-control': { name: 'Case–control', total: 'Cases and controls' },
  'cumulative-incidence': { name: 'Cohort, people', total: 'People' },
  'incidence-rate': { name: 'Cohort, time at risk', total: 'Time at risk' },
};

const EMPTY: LevelText = { dose: '', cases: '', total: '', ratio: '', lower: '', upper: '' };

/** Levels as they stand in their fields, with two empty rows where there are none. */
export function levelTexts(levels: readonly ReportedLevel[]): LevelText[] {
  const shown = levels.map(level => ({
    dose: numberText(level.dose),
    cases: numberText(level.cases),
    total: numberText(level.total),
    ratio: numberText(level.ratio),
    lower: numberText(level.lower),
    upper: numberText(level.upper),
  }));
  return shown.length > 0 ? shown : [EMPTY, EMPTY, EMPTY];
}

export function emptyLevel(): LevelText {
  return EMPTY;
}

export function isBlankLevel(text: LevelText): boolean {
  return LEVEL_FIELDS.every(field => text[field].trim() === '');
}

/** The levels, when all rows that hold something can be read and tell dose, cases and total; null otherwise. */
export function levelsOf(texts: readonly LevelText[]): ReportedLevel[] | null {
  const levels = texts
    .filter(text => !isBlankLevel(text))
    .map((text): ReportedLevel | null => {
      const value = (field: LevelField) => {
        const read = readNumber(text[field]);
        return read.isRead ? read.value : Number.NaN;
      };
      const [dose, cases, total] = [value('dose'), value('cases'), value('total')];
      const [ratio, lower, upper] = [value('ratio'), value('lower'), value('upper')];
      if (dose === null || cases === null || total === null) return null;
      if ([dose, cases, total, ratio, lower, upper].some(number => Number.isNaN(number))) return null;
      return { dose, cases, total, ratio, lower, upper };
    });
  const whole = levels.flatMap(level => (level ? [level] : []));
  return whole.length === levels.length && whole.length > 0 ? whole : null;
}
