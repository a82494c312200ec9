import type { Flow, FlowBox, FlowBoxId, FlowCount, FlowLine } from '#core/reporting/flow';
import { countText } from '#core/reporting/numbers';
import { wrapWords } from '#core/reporting/wrap';

export const FONT_SIZE = 12.5;
export const LEADING = 16.5;
export const COLUMN = 232;
export const BETWEEN_COLUMNS = 26;
const BETWEEN_WAYS = 52;
export const SIDE_BAR = 30;
const AFTER_SIDE_BAR = 16;
export const HEAD = 30;
const BETWEEN_ROWS = 36;
export const INSET = 12;
const PADDING = 8;
const DETAIL_INDENT = 12;

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextRow {
  readonly text: string;
  readonly count: FlowCount | undefined;
  readonly after: string;
  readonly indent: number;
}

const ROWS: readonly (readonly FlowBoxId[])[] = [
  ['previous', 'identified', 'removed', 'other-identified'],
  ['screened', 'excluded-records'],
  ['sought', 'not-retrieved', 'other-sought', 'other-not-retrieved'],
  ['assessed', 'excluded-reports', 'other-assessed', 'other-excluded-reports'],
  ['included'],
  ['total'],
];

/** Which of the figure's columns a box stands in, from the left of its way. */
const PLACES: Readonly<Record<FlowBoxId, readonly ['previous' | 'main' | 'other', 0 | 1]>> = {
  previous: ['previous', 0],
  identified: ['main', 0],
  removed: ['main', 1],
  screened: ['main', 0],
  'excluded-records': ['main', 1],
  sought: ['main', 0],
  'not-retrieved': ['main', 1],
  assessed: ['main', 0],
  'excluded-reports': ['main', 1],
  'other-identified': ['other', 0],
  'other-sought': ['other', 0],
  'other-not-retrieved': ['other', 1],
  'other-assessed': ['other', 0],
  'other-excluded-reports': ['other', 1],
  included: ['main', 0],
  total: ['main', 0],
};

export function numberText({ n }: FlowCount): string {
  return `(n = ${countText(n)})`;
}

function textRows(flowLine: FlowLine): TextRow[] {
  const indent = flowLine.isDetail ? DETAIL_INDENT : 0;
  const width = COLUMN - INSET - 4 - indent;
  const { count } = flowLine;
  const after = flowLine.opensDetails ? ':' : '';
  if (!count) {
    return wrapWords(flowLine.text, width, FONT_SIZE).map(text => ({ text, count: undefined, after: '', indent }));
  }
  // No-break spaces keep the number whole: "(n =" never stands alone at the end of a line.
  const number = `${numberText(count).replaceAll(' ', '\u00a0')}${after}`;
  const broken = flowLine.isCountBelow
    ? [...wrapWords(flowLine.text, width, FONT_SIZE), number]
    : wrapWords(`${flowLine.text} ${number}`, width, FONT_SIZE);
  return broken.map((text, place) =>
    place < broken.length - 1
      ? { text, count: undefined, after: '', indent }
      : { text: text.slice(0, text.length - number.length), count, after, indent },
  );
}

export function rowsOfBox(box: FlowBox): TextRow[] {
  const rows = box.lines.flatMap(textRows);
  if (box.waiting === 0) return rows;
  return [...rows, { text: `in progress (${countText(box.waiting)} left)`, count: undefined, after: '', indent: 0 }];
}

function boxHeight(box: FlowBox): number {
  return rowsOfBox(box).length * LEADING + 2 * PADDING;
}

export function columnStarts(flow: Flow): Readonly<Record<'previous' | 'main' | 'other', number>> {
  const previous = SIDE_BAR + AFTER_SIDE_BAR;
  const main = flow.kind === 'updated' ? previous + COLUMN + BETWEEN_WAYS : previous;
  return { previous, main, other: main + 2 * COLUMN + BETWEEN_COLUMNS + BETWEEN_WAYS };
}

export function placeBoxes(flow: Flow): { places: Map<FlowBoxId, Place>; bottom: number } {
  const starts = columnStarts(flow);
  const places = new Map<FlowBoxId, Place>();
  let y = HEAD + 16;
  let bottom = y;
  for (const row of ROWS) {
    const boxes = flow.boxes.filter(({ id }) => row.includes(id));
    if (boxes.length === 0) continue;
    const height = Math.max(...boxes.map(boxHeight));
    for (const { id } of boxes) {
      const [way, column] = PLACES[id];
      places.set(id, { x: starts[way] + column * (COLUMN + BETWEEN_COLUMNS), y, width: COLUMN, height });
    }
    bottom = y + height;
    y = bottom + BETWEEN_ROWS;
  }
  return { places, bottom };
}
