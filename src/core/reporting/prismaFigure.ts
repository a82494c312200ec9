import { type FigureFrame, figure } from '#core/reporting/figure';
import type { Flow, FlowBox, FlowBoxId, FlowCount } from '#core/reporting/flow';
import { countText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import {
  BETWEEN_COLUMNS,
  COLUMN,
  columnStarts,
  FONT_SIZE,
  HEAD,
  INSET,
  LEADING,
  numberText,
  type Place,
  placeBoxes,
  rowsOfBox,
  SIDE_BAR,
  type TextRow,
} from '#core/reporting/prismaLayout';
import { element, escapeSvg, line, polygon, words } from '#core/reporting/svg';
import { wrapWords } from '#core/reporting/wrap';

export interface PrismaFigureOptions {
  readonly palette?: Palette;
  /** Where a number leads, so that a page can show the very set it counts. None: plain text. */
  readonly linkOf?: (count: FlowCount) => string | undefined;
}

/** From each box to the next below it, and to the one beside it. */
const DOWN: readonly (readonly [FlowBoxId, FlowBoxId])[] = [
  ['identified', 'screened'],
  ['screened', 'sought'],
  ['sought', 'assessed'],
  ['assessed', 'included'],
  ['included', 'total'],
  ['other-identified', 'other-sought'],
  ['other-sought', 'other-assessed'],
];
const ACROSS: readonly (readonly [FlowBoxId, FlowBoxId])[] = [
  ['identified', 'removed'],
  ['screened', 'excluded-records'],
  ['sought', 'not-retrieved'],
  ['assessed', 'excluded-reports'],
  ['other-sought', 'other-not-retrieved'],
  ['other-assessed', 'other-excluded-reports'],
];

function drawRow(row: TextRow, x: number, y: number, palette: Palette, linkOf: PrismaFigureOptions['linkOf']): string {
  const { text, count, after, indent } = row;
  if (!count) return words(text, x + indent, y);
  const number = escapeSvg(numberText(count));
  const href = linkOf?.(count);
  const link = { fill: palette.link, 'font-weight': 600, 'text-decoration': 'underline' };
  const counted = href ? element('a', { href }, element('tspan', link, number)) : number;
  return element('text', { x: x + indent, y }, escapeSvg(text), counted, escapeSvg(after));
}

function drawBox(box: FlowBox, place: Place, palette: Palette, options: PrismaFigureOptions): string {
  const rows = rowsOfBox(box);
  const firstBaseline = place.y + (place.height - rows.length * LEADING) / 2 + 12.4;
  return element(
    'g',
    { id: `prisma-${box.id}` },
    element('rect', { ...place, fill: palette.flow.box, stroke: palette.flow.border }),
    ...rows.map((row, index) =>
      drawRow(row, place.x + INSET, firstBaseline + index * LEADING, palette, options.linkOf),
    ),
  );
}

function drawHead(text: string, x: number, width: number, fill: string, palette: Palette): string {
  const frame = { x, y: 0, width, height: HEAD, rx: 4, fill, stroke: palette.flow.border };
  const label = { 'text-anchor': 'middle', 'font-weight': 600, fill: palette.flow.onFill };
  return element('g', {}, element('rect', frame), words(text, x + width / 2, HEAD / 2 + 4.4, label));
}

function drawSideBar(text: string, from: Place | undefined, to: Place | undefined, palette: Palette): string {
  if (!from || !to) return '';
  const height = to.y + to.height - from.y;
  const middle = from.y + height / 2;
  const frame = {
    x: 0,
    y: from.y,
    width: SIDE_BAR,
    height,
    rx: 4,
    fill: palette.flow.side,
    stroke: palette.flow.border,
  };
  const x = SIDE_BAR / 2 + 4.4;
  const label = {
    'text-anchor': 'middle',
    'font-weight': 600,
    fill: palette.flow.onFill,
    transform: `rotate(-90 ${x} ${middle})`,
  };
  return element('g', {}, element('rect', frame), words(text, x, middle, label));
}

function arrowHead(x: number, y: number, direction: 'down' | 'right' | 'left', fill: string): string {
  const [width, length] = [4, 8];
  if (direction === 'down')
    return polygon(
      [
        [x, y],
        [x - width, y - length],
        [x + width, y - length],
      ],
      { fill },
    );
  const back = direction === 'right' ? -length : length;
  return polygon(
    [
      [x, y],
      [x + back, y - width],
      [x + back, y + width],
    ],
    { fill },
  );
}

function drawArrows(places: ReadonlyMap<FlowBoxId, Place>, palette: Palette): string[] {
  const stroke = palette.flow.border;
  const arrows: string[] = [];
  for (const [from, to] of DOWN) {
    const [above, below] = [places.get(from), places.get(to)];
    if (!above || !below) continue;
    const x = above.x + above.width / 2;
    arrows.push(line(x, above.y + above.height, x, below.y - 6, { stroke }), arrowHead(x, below.y, 'down', stroke));
  }
  for (const [from, to] of ACROSS) {
    const [left, right] = [places.get(from), places.get(to)];
    if (!left || !right) continue;
    const y = left.y + left.height / 2;
    arrows.push(line(left.x + left.width, y, right.x - 6, y, { stroke }), arrowHead(right.x, y, 'right', stroke));
  }
  return [...arrows, ...bentArrows(places, stroke)];
}

/** From other methods leftward into the included box, and from the earlier version rightward into the total. */
function bentArrows(places: ReadonlyMap<FlowBoxId, Place>, stroke: string): string[] {
  const [otherLast, included] = [places.get('other-assessed'), places.get('included')];
  const [previous, everything] = [places.get('previous'), places.get('total')];
  const bent: string[] = [];
  if (otherLast && included) {
    const x = otherLast.x + otherLast.width / 2;
    const y = included.y + included.height / 2;
    const end = included.x + included.width;
    bent.push(
      element('path', { d: `M${x} ${otherLast.y + otherLast.height}V${y}H${end + 6}`, fill: 'none', stroke }),
      arrowHead(end, y, 'left', stroke),
    );
  }
  if (previous && everything) {
    const x = previous.x + previous.width / 2;
    const y = everything.y + everything.height / 2;
    bent.push(
      element('path', { d: `M${x} ${previous.y + previous.height}V${y}H${everything.x - 6}`, fill: 'none', stroke }),
      arrowHead(everything.x, y, 'right', stroke),
    );
  }
  return bent;
}

function drawHeads(flow: Flow, palette: Palette): string[] {
  const starts = columnStarts(flow);
  const wide = 2 * COLUMN + BETWEEN_COLUMNS;
  const { head, otherHead } = palette.flow;
  const studies = flow.kind === 'updated' ? 'new studies' : 'studies';
  return [
    flow.kind === 'updated' ? drawHead('Previous studies', starts.previous, COLUMN, otherHead, palette) : '',
    drawHead(`Identification of ${studies} via databases and registers`, starts.main, wide, head, palette),
    flow.hasOtherMethods
      ? drawHead(`Identification of ${studies} via other methods`, starts.other, wide, otherHead, palette)
      : '',
  ];
}

/**
 * The PRISMA 2020 flow diagram as SVG text (Page MJ et al. 2021, doi:10.1136/bmj.n71). Each box is a group with the id
 * `prisma-<box>`; while work is unfinished its box says how many are left.
 */
export function prismaFigure(flow: Flow, options: PrismaFigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const { places, bottom } = placeBoxes(flow);
  const starts = columnStarts(flow);
  const width = (flow.hasOtherMethods ? starts.other : starts.main) + 2 * COLUMN + BETWEEN_COLUMNS;
  const notes = flow.footnotes.flatMap(note => wrapWords(note, width, 11.5));
  const frame: FigureFrame = {
    width,
    height: bottom + (notes.length > 0 ? 12 + notes.length * 16 : 0),
    margin: 32,
    title: 'PRISMA 2020 flow diagram',
    description: flow.boxes
      .flatMap(({ lines }) => lines)
      .map(({ text, count }) => (count ? `${text} ${countText(count.n)}` : text))
      .join('; '),
  };
  const boxes = flow.boxes.map(box => {
    const place = places.get(box.id);
    return place ? drawBox(box, place, palette, options) : '';
  });
  return figure(frame, palette, [
    element(
      'g',
      { 'font-size': FONT_SIZE },
      ...drawHeads(flow, palette),
      drawSideBar('Identification', places.get('identified'), places.get('identified'), palette),
      drawSideBar('Screening', places.get('screened'), places.get('assessed'), palette),
      drawSideBar('Included', places.get('included'), places.get('total') ?? places.get('included'), palette),
      ...boxes,
      ...drawArrows(places, palette),
    ),
    ...notes.map((note, index) => words(note, 0, bottom + 22 + index * 16, { 'font-size': 11.5, fill: palette.muted })),
  ]);
}
