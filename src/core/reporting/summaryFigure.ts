import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalData, AppraisedStudy } from '#core/reporting/appraisalData';
import { figure, NARROW_WIDTH } from '#core/reporting/figure';
import { JUDGEMENT_MARKS, judgementFill, judgementMark, unjudgedMark } from '#core/reporting/judgementMark';
import { shareText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { element, line, words } from '#core/reporting/svg';
import type { AppraisalFigureOptions } from '#core/reporting/trafficLightFigure';
import { SCREEN_FACE, wrapWords } from '#core/reporting/wrap';

export interface SummaryFigureOptions extends AppraisalFigureOptions {
  /** Whether each study counts once, or by its share of the pooled weight. */
  readonly by?: 'study' | 'weight';
}

interface Share {
  readonly judgement: Judgement | null;
  readonly share: number;
}

const BAR_HEIGHT = 22;
const ROW = 34;

/** Where the bars stand: beside their names, on a phone below them. */
interface Bars {
  readonly left: number;
  readonly width: number;
  readonly nameWidth: number;
  readonly isBelow: boolean;
  /** Meanings a row of the legend, and how far apart they stand. */
  readonly legend: readonly [number, number];
}

const WIDE: Bars = { left: 240, width: 500, nameWidth: 224, isBelow: false, legend: [4, 128] };
// Half of "100 %" reaches over the last tick.
const NARROW: Bars = {
  left: 4,
  width: NARROW_WIDTH - 24,
  nameWidth: NARROW_WIDTH,
  isBelow: true,
  legend: [2, NARROW_WIDTH / 2],
};
const RADIUS = 7.5;

/** Shares of the judgements in one domain, best first, what nobody judged last. They add up to 1. */
export function judgementShares(
  studies: readonly AppraisedStudy[],
  judgementOf: (study: AppraisedStudy) => Judgement | null,
  order: readonly Judgement[],
  by: 'study' | 'weight' = 'study',
): readonly Share[] {
  const weightOf = ({ weightPercent }: AppraisedStudy) => (by === 'weight' ? (weightPercent ?? 0) : 1);
  const total = studies.reduce((sum, study) => sum + weightOf(study), 0);
  if (total === 0) return [];
  return [...order, null]
    .map(judgement => ({
      judgement,
      share:
        studies.filter(study => judgementOf(study) === judgement).reduce((sum, study) => sum + weightOf(study), 0) /
        total,
    }))
    .filter(({ share }) => share > 0);
}

function mark(judgement: Judgement | null, x: number, y: number, palette: Palette, isColourBlindSet: boolean): string {
  if (judgement === null) return unjudgedMark(x, y, RADIUS, palette);
  return judgementMark(judgement, x, y, RADIUS, { palette, isColourBlindSet });
}

function wordOf(judgement: Judgement | null): string {
  return judgement === null ? 'Not judged yet' : JUDGEMENT_MARKS[judgement].word;
}

function bar(shares: readonly Share[], y: number, bars: Bars, palette: Palette, isColourBlindSet: boolean): string {
  let x = bars.left;
  const parts = shares.map(({ judgement, share }) => {
    const width = share * bars.width;
    const fill = judgement === null ? palette.background : judgementFill(judgement, { palette, isColourBlindSet });
    const rect = element(
      'rect',
      { x, y, width, height: BAR_HEIGHT, fill, stroke: palette.background, 'stroke-width': palette.hasColour ? 1 : 0 },
      element('title', {}, `${wordOf(judgement)}: ${shareText(share)}`),
    );
    const rim = palette.hasColour
      ? ''
      : element('rect', { x, y, width, height: BAR_HEIGHT, fill: 'none', stroke: palette.ink });
    const hasRoom = width > 2.6 * RADIUS;
    const sign = hasRoom ? mark(judgement, x + width / 2, y + BAR_HEIGHT / 2, palette, isColourBlindSet) : '';
    x += width;
    return rect + rim + sign;
  });
  return parts.join('');
}

function axis(y: number, { left, width }: Bars, palette: Palette): string[] {
  const stroke = palette.ink;
  return [
    line(left, y, left + width, y, { stroke }),
    ...[0, 0.25, 0.5, 0.75, 1].map(share => {
      const x = left + share * width;
      const anchor = left < 12 && share === 0 ? 'start' : 'middle';
      return (
        line(x, y, x, y + 5, { stroke }) +
        words(shareText(share), anchor === 'start' ? 0 : x, y + 20, { 'text-anchor': anchor, 'font-size': 12 })
      );
    }),
  ];
}

function legend(
  meanings: readonly (Judgement | null)[],
  y: number,
  { left, legend: [columns, apart] }: Bars,
  palette: Palette,
  isColourBlindSet: boolean,
): string[] {
  return meanings.map((judgement, place) => {
    const x = left + RADIUS + (place % columns) * apart;
    const middle = y + Math.floor(place / columns) * 22;
    const sign = mark(judgement, x, middle, palette, isColourBlindSet);
    return sign + words(wordOf(judgement), x + 14, middle + 4.2, { 'font-size': 12 });
  });
}

/** Risk of bias over all studies as SVG text: for each domain, what share of studies (or of weight) was judged how. */
export function summaryFigure(data: AppraisalData, options: SummaryFigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const isColourBlindSet = options.isColourBlindSet ?? false;
  const by = options.by ?? 'study';
  const domains = data.domains.map(({ id, name }, place) => ({
    name: id === name ? name : `${id} ${name}`,
    shares: judgementShares(data.studies, ({ judgements }) => judgements[place] ?? null, data.judgements, by),
  }));
  const overall = {
    name: 'Overall',
    shares: judgementShares(data.studies, study => study.overall, data.judgements, by),
  };
  const bars = options.isNarrow ? NARROW : WIDE;
  let below = 0;
  const drawn = [...domains, overall].map(({ name, shares }, place) => {
    const isOverall = place === domains.length;
    const nameLines = wrapWords(name, bars.nameWidth, bars.isBelow ? 13 * SCREEN_FACE : 13);
    const y = bars.isBelow ? below + nameLines.length * 15 + 6 : place * ROW + (isOverall ? 8 : 0);
    const first = bars.isBelow ? below + 13 : y + BAR_HEIGHT / 2 + 4.5 - (nameLines.length - 1) * 7.5;
    const style = isOverall ? { 'font-weight': 600 } : {};
    below = y + BAR_HEIGHT + 12;
    return element(
      'g',
      {},
      ...nameLines.map((text, row) => words(text, 0, first + row * 15, style)),
      bar(shares, y, bars, palette, isColourBlindSet),
    );
  });
  const isUnfinished = [...domains, overall].some(({ shares }) => shares.some(({ judgement }) => judgement === null));
  const meanings = [...data.judgements, ...(isUnfinished ? [null] : [])];
  const axisY = bars.isBelow ? below : (domains.length + 1) * ROW + 4;
  const byWords = by === 'weight' ? 'Share of the pooled weight' : `Share of ${data.studies.length} studies`;
  return figure(
    {
      width: bars.isBelow ? NARROW_WIDTH : bars.left + bars.width + 12,
      height: axisY + 66 + Math.ceil(meanings.length / bars.legend[0]) * 22,
      margin: bars.isBelow ? 0 : 32,
      title: 'Risk of bias over all studies',
      description: [...domains, overall]
        .map(({ name, shares }) => {
          const told = shares.map(({ judgement, share }) => {
            return `${wordOf(judgement).toLowerCase()} ${shareText(share)}`;
          });
          return `${name}: ${told.join(', ')}`;
        })
        .join('; '),
    },
    palette,
    [
      ...drawn,
      ...axis(axisY, bars, palette),
      words(byWords, bars.left + bars.width / 2, axisY + 40, {
        'text-anchor': 'middle',
        'font-size': 12,
        fill: palette.muted,
      }),
      ...legend(meanings, axisY + 66, bars, palette, isColourBlindSet),
    ],
  );
}
