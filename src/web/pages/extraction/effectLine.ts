import { axisFor } from '#core/reporting/axis';
import type { ScaleName } from '#core/reporting/displayScale';
import { figure } from '#core/reporting/figure';
import type { Estimate } from '#core/reporting/forestData';
import { type PlotRange, placeOf, placeOfValue, studyMark } from '#core/reporting/forestMarks';
import type { Palette } from '#core/reporting/palette';
import { line, words } from '#core/reporting/svg';

const WIDTH = 286;
const MIDDLE = 16;
const AXIS = 32;

/** One study's effect as a line with its square, on an axis of its own. All values are on the analysis scale. */
export function effectLine(
  effect: Estimate,
  { scale, title, noEffect, palette }: { scale: ScaleName; title: string; noEffect: number | null; palette: Palette },
): string {
  const must = noEffect === null ? [effect.estimate] : [noEffect, effect.estimate];
  const axis = axisFor({ scale, must, bounds: [effect.lower, effect.upper], most: 4 });
  const range: PlotRange = { scale, axis, start: 18, end: WIDTH - 18 };
  const none = noEffect === null ? null : placeOfValue(range, noEffect);
  return figure({ width: WIDTH, height: 52, margin: 0, title, description: `${title} of one study` }, palette, [
    line(range.start, MIDDLE, range.end, MIDDLE, { stroke: palette.hairline }),
    ...(none === null ? [] : [line(none, 4, none, AXIS - 4, { stroke: palette.ink })]),
    studyMark(effect, 9, MIDDLE, range, palette),
    ...axis.ticks.map(({ at, text }) =>
      words(text, placeOf(range, at), AXIS + 14, { 'text-anchor': 'middle', 'font-size': 11, fill: palette.muted }),
    ),
  ]);
}
