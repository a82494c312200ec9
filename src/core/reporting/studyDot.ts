import type { Palette } from '#core/reporting/palette';
import { element, escapeSvg } from '#core/reporting/svg';

export interface DottedStudy {
  readonly studyId: string;
  readonly label: string;
}

/** A study as a dot with a rim of the background, its name as the dot's title. */
export function studyDot({ studyId, label }: DottedStudy, x: number, y: number, palette: Palette, radius = 5): string {
  return element(
    'circle',
    {
      cx: x,
      cy: y,
      r: radius,
      fill: palette.point,
      stroke: palette.background,
      'stroke-width': 1.2,
      'data-study': studyId,
    },
    element('title', {}, escapeSvg(label)),
  );
}
