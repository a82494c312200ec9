import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalData } from '#core/reporting/appraisalData';
import { type FigureOptions, figure, NARROW_WIDTH } from '#core/reporting/figure';
import { JUDGEMENT_MARKS, judgementMark, unjudgedMark } from '#core/reporting/judgementMark';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { element, line, words } from '#core/reporting/svg';
import { approximateWidth, SCREEN_FACE, wrapWords } from '#core/reporting/wrap';

export interface AppraisalFigureOptions extends FigureOptions {
  readonly isColourBlindSet?: boolean;
}

const ROW = 30;
const LEADING = 15.5;
const RADIUS = 10.5;
const HEAD_RULE = 35;

/** Where the columns stand. On a phone a name goes above its marks where there are too many of them beside it. */
interface Columns {
  readonly width: number;
  readonly labelWidth: number;
  readonly first: number;
  readonly between: number;
  readonly overallAt: number;
  readonly isStacked: boolean;
}

/** A head that is wider than this is counted instead. */
const WIDEST_HEAD = 110;

function wideColumns(domains: number, widestHead: number): Columns {
  const between = widestHead > WIDEST_HEAD ? 72 : Math.max(72, widestHead + 10);
  const first = 188 + between / 2;
  const overallAt = first + (domains - 1) * between + 94;
  return { width: overallAt + 58, labelWidth: 196, first, between, overallAt, isStacked: false };
}

function narrowColumns(domains: number): Columns {
  const overallAt = NARROW_WIDTH - 26;
  const last = overallAt - 44;
  const betweenFrom = (first: number) => Math.min(44, (last - first) / Math.max(1, domains - 1));
  const isStacked = betweenFrom(130) < 2 * RADIUS + 1;
  const first = isStacked ? RADIUS + 1 : Math.max(130, last - 44 * (domains - 1));
  const labelWidth = isStacked ? NARROW_WIDTH : first - RADIUS - 6;
  return { width: NARROW_WIDTH, labelWidth, first, between: betweenFrom(first), overallAt, isStacked };
}

function mark(
  judgement: Judgement | null,
  x: number,
  y: number,
  radius: number,
  palette: Palette,
  isColourBlindSet: boolean,
): string {
  if (judgement === null) return unjudgedMark(x, y, radius, palette);
  return judgementMark(judgement, x, y, radius, { palette, isColourBlindSet });
}

/** What each sign means; "not judged yet" only where something is. */
function legend(data: AppraisalData, x: number, y: number, palette: Palette, isColourBlindSet: boolean): string[] {
  const isUnfinished = data.studies.some(({ judgements, overall }) => overall === null || judgements.includes(null));
  const meanings: (Judgement | null)[] = [...data.judgements, ...(isUnfinished ? [null] : [])];
  return meanings.map((judgement, place) => {
    const middle = y + place * 22;
    const text = judgement === null ? 'Not judged yet' : JUDGEMENT_MARKS[judgement].word;
    return (
      mark(judgement, x, middle, 8, palette, isColourBlindSet) + words(text, x + 16, middle + 4.2, { 'font-size': 12 })
    );
  });
}

/** Judgements of every study in every domain as SVG text: one row a study, signs and words beside colours. */
export function trafficLightFigure(data: AppraisalData, options: AppraisalFigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const isColourBlindSet = options.isColourBlindSet ?? false;
  const isNarrow = options.isNarrow ?? false;
  const widestHead = data.domains.reduce((most, { id }) => Math.max(most, approximateWidth(id, 13 * SCREEN_FACE)), 0);
  const columns = isNarrow ? narrowColumns(data.domains.length) : wideColumns(data.domains.length, widestHead);
  const { width, overallAt, isStacked } = columns;
  const domainAt = (place: number) => columns.first + place * columns.between;
  const heading = { 'font-weight': 600, 'text-anchor': 'middle' };
  // Where names stand in place of ids and are too wide, their places are counted.
  const isCounted = widestHead > columns.between - 2;
  const headOf = (id: string, place: number) => (isCounted ? String(place + 1) : id);

  let y = HEAD_RULE + 5;
  const rows = data.studies.map(({ studyId, label, judgements, overall }, place) => {
    const labelLines = wrapWords(label, columns.labelWidth, isNarrow ? 13 * SCREEN_FACE : 13);
    const lineHeight = labelLines.length * LEADING;
    const height = isStacked ? lineHeight + ROW + 6 : Math.max(ROW, lineHeight + 10);
    const middle = isStacked ? y + lineHeight + ROW / 2 : y + height / 2;
    const first = isStacked ? y + LEADING : middle + 4.5 - ((labelLines.length - 1) * LEADING) / 2;
    y += height;
    const isLast = place === data.studies.length - 1;
    return element(
      'g',
      { 'data-study': studyId },
      ...labelLines.map((text, row) => words(text, 0, first + row * LEADING)),
      ...data.domains.map((_, domain) =>
        mark(judgements[domain] ?? null, domainAt(domain), middle, RADIUS, palette, isColourBlindSet),
      ),
      mark(overall, overallAt, middle, RADIUS, palette, isColourBlindSet),
      isLast ? '' : line(0, y, width, y, { stroke: palette.hairline, 'stroke-width': 0.8 }),
    );
  });
  const bottom = y;
  const toldLines = data.domains.flatMap(({ id, name }, place) => {
    const told = id === name && !isCounted ? name : `${headOf(id, place)} ${name}`;
    return isNarrow ? wrapWords(told, width, 12 * SCREEN_FACE) : [told];
  });
  const domainNames = toldLines.map((text, row) => words(text, 0, bottom + 21 + row * 18, { 'font-size': 12 }));
  const keyRows = data.judgements.length + 1;
  const told = bottom + toldLines.length * 18;
  const keyTop = isNarrow ? told + 26 : bottom + 17;
  const legendLeft = isNarrow ? 9 : Math.max(width - 166, width / 2);
  // Beside the legend if it is short, else below everything from edge to edge.
  const isBeside = !isNarrow && approximateWidth(data.note ?? '', 11.5) < legendLeft - 20;
  const noteAt = isBeside ? told + 25 : Math.max(told + 25, keyTop + keyRows * 22 + 4);
  const noteLook = { 'font-size': 11.5, 'font-style': 'italic', fill: palette.muted };
  const noteLines = isBeside ? [data.note ?? ''] : wrapWords(data.note ?? '', width, 11.5 * SCREEN_FACE);
  const note = noteLines.map((text, row) => (text === '' ? '' : words(text, 0, noteAt + row * 16, noteLook)));
  const noteEnd = noteAt + (noteLines.length - 1) * 16;
  return figure(
    {
      width,
      height: isBeside ? Math.max(noteAt, bottom + 17 + keyRows * 22) : noteEnd + 6,
      margin: isNarrow ? 0 : 32,
      title: 'Risk of bias by study and domain',
      description: `${data.studies.length} studies, ${data.domains.length} domains and the overall judgement.`,
    },
    palette,
    [
      isStacked ? '' : words('Study', 0, 22, { 'font-weight': 600 }),
      ...data.domains.map(({ id }, place) => words(headOf(id, place), domainAt(place), 22, heading)),
      words('Overall', overallAt, 22, heading),
      line(0, HEAD_RULE, width, HEAD_RULE, { stroke: palette.ink }),
      ...rows,
      line(0, bottom, width, bottom, { stroke: palette.ink }),
      ...domainNames,
      ...legend(data, legendLeft, keyTop, palette, isColourBlindSet),
      ...note,
    ],
  );
}
