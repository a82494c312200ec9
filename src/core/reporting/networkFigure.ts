import { figure } from '#core/reporting/figure';
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

export interface NetworkFigureOptions {
  readonly palette?: Palette;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Node extends NetworkTreatment, Point {
  readonly radius: number;
}

const WIDTH = 760;
const HEIGHT = 450;
const CENTRE: Point = { x: WIDTH / 2, y: HEIGHT / 2 };
const LARGEST_DISC = 35;
const SMALLEST_DISC = 8;
const WIDEST_LINE = 21;
const RING = 11;
const SHARES = [0.5, 0.3, 0.7, 0.4, 0.6, 0.22, 0.78];

/** Anticlockwise on an ellipse from the lower right; four stand in a square. */
function nodesOf({ treatments, referenceId }: NetworkData): Node[] {
  const most = treatments.reduce((largest, { people }) => Math.max(largest, people ?? 0), 0);
  const first = Math.max(
    0,
    treatments.findIndex(({ treatmentId }) => treatmentId === referenceId),
  );
  const ordered = [...treatments.slice(first), ...treatments.slice(0, first)];
  const isSquare = treatments.length === 4;
  const [across, up] = isSquare ? [272, 205] : [215, 190];
  const begin = Math.PI / 4;
  return ordered.map((treatment, place) => {
    const angle = begin - (2 * Math.PI * place) / ordered.length;
    const people = treatment.people ?? 0;
    const radius = most > 0 ? Math.max(SMALLEST_DISC, LARGEST_DISC * Math.sqrt(people / most)) : 18;
    return { ...treatment, radius, x: CENTRE.x + across * Math.cos(angle), y: CENTRE.y + up * Math.sin(angle) };
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
function ringPlace(edge: Edge, edges: readonly Edge[], nodes: readonly Node[], taken: readonly Point[]): Point {
  const clearance = (point: Point) =>
    Math.min(
      3 * RING,
      ...edges.filter(other => other !== edge).map(({ from, to }) => distanceToLine(point, from, to)),
      ...taken.map(other => distance(point, other) - RING),
      ...nodes.map(node => distance(point, node) - node.radius),
    );
  const candidates = SHARES.map(share => pointOn(edge.from, edge.to, share));
  const clear = candidates.find(point => clearance(point) > 1.6 * RING);
  if (clear) return clear;
  return candidates.reduce((best, point) => (clearance(point) > clearance(best) ? point : best));
}

/** Name and people outside the disc, on the side away from the middle. */
function nameOf(node: Node, isSquare: boolean, palette: Palette): string {
  const people = node.people === null ? [] : [`${countText(node.people)} people`];
  const isBeside = !isSquare && Math.abs(node.x - CENTRE.x) > 0.5 * Math.abs(node.y - CENTRE.y) + 70;
  const nameLines = wrapWords(node.name, isBeside ? 130 : 190, 14);
  const isBelow = node.y >= CENTRE.y;
  const height = nameLines.length * 17 + people.length * 16;
  const anchor = !isBeside ? 'middle' : node.x < CENTRE.x ? 'end' : 'start';
  const x = !isBeside ? node.x : node.x + (node.x < CENTRE.x ? -1 : 1) * (node.radius + 8);
  const top = isBeside ? node.y - height / 2 : isBelow ? node.y + node.radius + 5 : node.y - node.radius - 8 - height;
  return [
    ...nameLines.map((text, row) =>
      words(text, x, top + 13 + row * 17, { 'text-anchor': anchor, 'font-weight': 600, 'font-size': 14 }),
    ),
    ...people.map(text =>
      words(text, x, top + 13 + nameLines.length * 17 - 1, { 'text-anchor': anchor, fill: palette.muted }),
    ),
  ].join('');
}

/** The network of direct comparisons as SVG text: disc area by people, line width by trials, the number on the line. */
export function networkFigure(data: NetworkData, options: NetworkFigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const nodes = nodesOf(data);
  const byId = new Map(nodes.map(node => [node.treatmentId, node]));
  const edges = data.comparisons.flatMap(({ from, to, studies }): Edge[] => {
    const [start, end] = [byId.get(from), byId.get(to)];
    return start && end ? [{ from: start, to: end, studies }] : [];
  });
  const most = edges.reduce((largest, { studies }) => Math.max(largest, studies), 1);
  const perStudy = Math.min(2, WIDEST_LINE / most);
  const taken: Point[] = [];
  const rings = edges.map(edge => {
    const place = ringPlace(edge, edges, nodes, taken);
    taken.push(place);
    const ring = { cx: place.x, cy: place.y, r: RING, fill: palette.background, stroke: palette.edge };
    const number = { 'text-anchor': 'middle', 'font-weight': 600 };
    return element('circle', ring) + words(countText(edge.studies), place.x, place.y + 4.5, number);
  });
  const notes = (data.notes ?? []).flatMap(note => wrapWords(note, WIDTH, 12));
  return figure(
    {
      width: WIDTH,
      height: HEIGHT + 30 + (notes.length > 0 ? 8 + notes.length * 17 : 0),
      margin: 48,
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
      ...nodes.map(node => nameOf(node, nodes.length === 4, palette)),
      ...notes.map((note, row) => words(note, 0, HEIGHT + 44 + row * 17, { 'font-size': 12, fill: palette.muted })),
    ],
  );
}
