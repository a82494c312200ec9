import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalData, AppraisedStudy } from '#core/reporting/appraisalData';
import { figure } from '#core/reporting/figure';
import { JUDGEMENT_MARKS, judgementFill, judgementMark, unjudgedMark } from '#core/reporting/judgementMark';
import { shareText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { element, line, words } from '#core/reporting/svg';
import type { AppraisalFigureOptions } from '#core/reporting/trafficLightFigure';
import { wrapWords } from '#core/reporting/wrap';

export interface SummaryFigureOptions extends AppraisalFigureOptions {
  /** Whether each study counts once, or by its share of the pooled weight. */
  readonly by?: 'study' | 'weight';
}

interface Share {
  readonly judgement: Judgement | null;
  readonly share: number;
}

const BAR_LEFT = 240;
const BAR_WIDTH = 500;
const BAR_HEIGHT = 22;
const ROW = 34;
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

function bar(shares: readonly Share[], y: number, palette: Palette, isColourBlindSet: boolean): string {
  let x = BAR_LEFT;
  const parts = shares.map(({ judgement, share }) => {
    const width = share * BAR_WIDTH;
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

function axis(y: number, palette: Palette): string[] {
  const stroke = palette.ink;
  return [
    line(BAR_LEFT, y, BAR_LEFT + BAR_WIDTH, y, { stroke }),
    ...[0, 0.25, 0.5, 0.75, 1].map(share => {
      const x = BAR_LEFT + share * BAR_WIDTH;
      return (
        line(x, y, x, y + 5, { stroke }) +
        words(shareText(share), x, y + 20, { 'text-anchor': 'middle', 'font-size': 12 })
      );
    }),
  ];
}

function legend(
  meanings: readonly (Judgement | null)[],
  y: number,
  palette: Palette,
  isColourBlindSet: boolean,
): string[] {
  return meanings.map((judgement, place) => {
    const x = BAR_LEFT + RADIUS + (place % 4) * 128;
    const middle = y + Math.floor(place / 4) * 22;
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
  const drawn = [...domains, overall].map(({ name, shares }, place) => {
    const isOverall = place === domains.length;
    const y = place * ROW + (isOverall ? 8 : 0);
    const nameLines = wrapWords(name, BAR_LEFT - 16, 13);
    const first = y + BAR_HEIGHT / 2 + 4.5 - (nameLines.length - 1) * 7.5;
    const style = isOverall ? { 'font-weight': 600 } : {};
    return element(
      'g',
      {},
      ...nameLines.map((text, row) => words(text, 0, first + row * 15, style)),
      bar(shares, y, palette, isColourBlindSet),
    );
  });
  const isUnfinished = [...domains, overall].some(({ shares }) => shares.some(({ judgement }) => judgement === null));
  const meanings = [...data.judgements, ...(isUnfinished ? [null] : [])];
  const axisY = (domains.length + 1) * ROW + 4;
  const byWords = by === 'weight' ? 'Share of the pooled weight' : `Share of ${data.studies.length} studies`;
  return figure(
    {
      width: BAR_LEFT + BAR_WIDTH + 12,
      height: axisY + 66 + Math.ceil(meanings.length / 4) * 22,
      margin: 32,
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
      ...axis(axisY, palette),
      words(byWords, BAR_LEFT + BAR_WIDTH / 2, axisY + 40, {
        'text-anchor': 'middle',
        'font-size': 12,
        fill: palette.muted,
      }),
      ...legend(meanings, axisY + 66, palette, isColourBlindSet),
    ],
  );
}
