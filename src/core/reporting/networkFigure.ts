import { type FigureOptions, figure } from '#core/reporting/figure';
import { angleOf, type NetworkLayout, networkLayout } from '#core/reporting/networkLayout';
import { countText } from '#core/reporting/numbers';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { element, line, words } from '#core/reporting/svg';
import { wrapWords } from '#core/reporting/wrap';

export interface NetworkTreatment {
  readonly treatmentId: string;
  readonly name: string;
  /** People who got it over all trials; none where numbers of people aren't known. */
  readonly people: number | null;
}

export interface NetworkComparison {
  readonly from: string;
  readonly to: string;
  /** Trials that compared the two directly. */
  readonly studies: number;
}

export interface NetworkData {
  readonly treatments: readonly NetworkTreatment[];
  readonly comparisons: readonly NetworkComparison[];
  /** Stands at the lower right. */
  readonly referenceId?: string;
  /** Told below: trials with three arms, parts that nothing connects. */
  readonly notes?: readonly string[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Node extends NetworkTreatment, Point {
  readonly radius: number;
}

const NAME_LEADING = 17;
/** A disc whose people nobody counted, as a share of the largest. */
const UNKNOWN = 18 / 35;
const SHARES = [0.5, 0.3, 0.7, 0.4, 0.6, 0.22, 0.78];

/** Anticlockwise on an ellipse from the lower right; four stand in a square. */
function nodesOf({ treatments, referenceId }: NetworkData, layout: NetworkLayout): Node[] {
  const most = treatments.reduce((largest, { people }) => Math.max(largest, people ?? 0), 0);
  const first = Math.max(
    0,
    treatments.findIndex(({ treatmentId }) => treatmentId === referenceId),
  );
  const ordered = [...treatments.slice(first), ...treatments.slice(0, first)];
  const isSquare = treatments.length === 4;
  const [across, up] = isSquare ? layout.square : layout.ellipse;
  return ordered.map((treatment, place) => {
    const angle = angleOf(place, ordered.length);
    const people = treatment.people ?? 0;
    const { largestDisc, smallestDisc } = layout;
    const radius = most > 0 ? Math.max(smallestDisc, largestDisc * Math.sqrt(people / most)) : largestDisc * UNKNOWN;
    const [x, y] = [layout.width / 2 + across * Math.cos(angle), layout.middle + up * Math.sin(angle)];
    return { ...treatment, radius, x, y };
  });
}

function pointOn(from: Point, to: Point, share: number): Point {
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const length = distance(from, to) ** 2;
  const along = ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / (length || 1);
  return distance(point, pointOn(from, to, Math.min(1, Math.max(0, along))));
}

interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly studies: number;
}

/** The place on an edge where its number is clear of other lines, discs and numbers; the middle if that is clear. */
function ringPlace(
  edge: Edge,
  edges: readonly Edge[],
  nodes: readonly Node[],
  taken: readonly Point[],
  ring: number,
): Point {
  const clearance = (point: Point) =>
    Math.min(
      3 * ring,
      ...edges.filter(other => other !== edge).map(({ from, to }) => distanceToLine(point, from, to)),
      ...taken.map(other => distance(point, other) - ring),
      ...nodes.map(node => distance(point, node) - node.radius),
    );
  const candidates = SHARES.map(share => pointOn(edge.from, edge.to, share));
  const clear = candidates.find(point => clearance(point) > 1.6 * ring);
  if (clear) return clear;
  return candidates.reduce((best, point) => (clearance(point) > clearance(best) ? point : best));
}

/** Name and people outside the disc, on the side away from the middle. */
function nameOf(node: Node, isSquare: boolean, layout: NetworkLayout, palette: Palette): string {
  const { width, nameFont, face } = layout;
  const [aside, below] = [node.x - width / 2, node.y - layout.middle];
  const [from, slope] = layout.besideFrom;
  const isBeside = !isSquare && Math.abs(aside) > slope * Math.abs(below) + from;
  const room = layout.margin + width / 2 - Math.abs(aside) - node.radius - 8;
  const most = isBeside ? Math.min(layout.nameBeside, room) : layout.nameAround;
  const nameLines = wrapWords(node.name, most, nameFont * face);
  const people = node.people === null ? [] : wrapWords(`${countText(node.people)} people`, most, 13 * face);
  const isBelow = below >= 0;
  const height = nameLines.length * NAME_LEADING + people.length * 16;
  const anchor = !isBeside ? 'middle' : aside < 0 ? 'end' : 'start';
  const x = !isBeside ? node.x : node.x + (aside < 0 ? -1 : 1) * (node.radius + 8);
  const top = isBeside ? node.y - height / 2 : isBelow ? node.y + node.radius + 5 : node.y - node.radius - 8 - height;
  const peopleTop = top + 13 + nameLines.length * NAME_LEADING - 1;
  return [
    ...nameLines.map((text, row) =>
      words(text, x, top + 13 + row * NAME_LEADING, {
        'text-anchor': anchor,
        'font-weight': 600,
        'font-size': nameFont,
      }),
    ),
    ...people.map((text, row) => words(text, x, peopleTop + row * 16, { 'text-anchor': anchor, fill: palette.muted })),
  ].join('');
}

/** The network of direct comparisons as SVG text: disc area by people, line width by trials, the number on the line. */
export function networkFigure(data: NetworkData, options: FigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const layout = networkLayout(data.treatments.length, options.isNarrow ?? false);
  const { width, height, ring } = layout;
  const nodes = nodesOf(data, layout);
  const byId = new Map(nodes.map(node => [node.treatmentId, node]));
  const edges = data.comparisons.flatMap(({ from, to, studies }): Edge[] => {
    const [start, end] = [byId.get(from), byId.get(to)];
    return start && end ? [{ from: start, to: end, studies }] : [];
  });
  const most = edges.reduce((largest, { studies }) => Math.max(largest, studies), 1);
  const perStudy = Math.min(2, layout.widestLine / most);
  const taken: Point[] = [];
  const rings = edges.map(edge => {
    const place = ringPlace(edge, edges, nodes, taken, ring);
    taken.push(place);
    const circle = { cx: place.x, cy: place.y, r: ring, fill: palette.background, stroke: palette.edge };
    const number = { 'text-anchor': 'middle', 'font-weight': 600 };
    return element('circle', circle) + words(countText(edge.studies), place.x, place.y + 4.5, number);
  });
  const notes = (data.notes ?? []).flatMap(note => wrapWords(note, width, 12 * layout.face));
  return figure(
    {
      width,
      height: height + 30 + (notes.length > 0 ? 8 + notes.length * 17 : 0),
      margin: layout.margin,
      title: 'Network of comparisons',
      description: edges
        .map(({ from, to, studies }) => `${from.name} and ${to.name}: ${studies} ${studies === 1 ? 'trial' : 'trials'}`)
        .join('; '),
    },
    palette,
    [
      ...edges.map(({ from, to, studies }) =>
        line(from.x, from.y, to.x, to.y, { stroke: palette.edge, 'stroke-width': Math.max(1.2, studies * perStudy) }),
      ),
      ...nodes.map(({ x, y, radius }) =>
        element('circle', {
          cx: x,
          cy: y,
          r: radius,
          fill: palette.square,
          stroke: palette.background,
          'stroke-width': 3,
        }),
      ),
      ...rings,
      ...nodes.map(node => nameOf(node, nodes.length === 4, layout, palette)),
      ...notes.map((note, row) => words(note, 0, height + 44 + row * 17, { 'font-size': 12, fill: palette.muted })),
    ],
  );
}
