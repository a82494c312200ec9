import { NARROW_WIDTH } from '#core/reporting/figure';
import { SCREEN_FACE } from '#core/reporting/wrap';

/** How large things are, and where names stand: on a phone the ellipse is upright and leaves names room beside it. */
export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** The height of the ellipse's middle. */
  readonly middle: number;
  readonly face: number;
  /** Half axes of the ellipse, and of that whose corners make a square of four. */
  readonly ellipse: readonly [number, number];
  readonly square: readonly [number, number];
  readonly largestDisc: number;
  readonly smallestDisc: number;
  readonly widestLine: number;
  readonly ring: number;
  readonly nameFont: number;
  /** Widest name beside a disc (less where the figure ends), and above or below one. */
  readonly nameBeside: number;
  readonly nameAround: number;
  /** A name stands beside its disc so far from the middle: at its height, and more by this share of the height. */
  readonly besideFrom: readonly [number, number];
}

const WIDE: NetworkLayout = {
  width: 760,
  height: 450,
  margin: 48,
  middle: 225,
  face: 1,
  ellipse: [215, 190],
  square: [272, 205],
  largestDisc: 35,
  smallestDisc: 8,
  widestLine: 21,
  ring: 11,
  nameFont: 14,
  nameBeside: 130,
  nameAround: 190,
  besideFrom: [70, 0.5],
};

const NARROW: NetworkLayout = {
  ...WIDE,
  width: NARROW_WIDTH,
  margin: 0,
  face: SCREEN_FACE,
  ellipse: [80, 110],
  square: [120, 170],
  largestDisc: 22,
  smallestDisc: 6,
  widestLine: 14,
  ring: 10,
  nameFont: 13,
  nameAround: 168,
  besideFrom: [8, 0],
};

/** From one name to the next on the same side of a phone. */
const NAME_HEIGHT = 66;
/** The ellipse's half height at most; and what the outermost disc with its name needs above and below. */
const TALLEST = 420;
const OUTSIDE = 86;

/** Anticlockwise from the lower right. */
export const angleOf = (place: number, count: number) => Math.PI / 4 - (2 * Math.PI * place) / count;

/** A phone's figure grows with the number of names that stand one below another at its sides. */
function narrowLayout(count: number): NetworkLayout {
  const angles = Array.from({ length: count }, (_, place) => angleOf(place, count));
  const heights = (side: 1 | -1) =>
    angles
      .filter(angle => side * Math.cos(angle) > 0)
      .map(Math.sin)
      .sort((a, b) => a - b);
  const gaps = [heights(1), heights(-1)].flatMap(sines => sines.slice(1).map((sine, at) => sine - (sines[at] ?? 0)));
  const [across, usual] = NARROW.ellipse;
  const up = Math.min(TALLEST, Math.max(usual, NAME_HEIGHT / Math.min(1, ...gaps)));
  const reach = count === 4 ? NARROW.square[1] : up;
  const [top, bottom] = [Math.min(...angles.map(Math.sin)) * reach, Math.max(...angles.map(Math.sin)) * reach];
  return { ...NARROW, ellipse: [across, up], middle: OUTSIDE - top, height: bottom - top + 2 * OUTSIDE - 30 };
}

export function networkLayout(treatments: number, isNarrow: boolean): NetworkLayout {
  return isNarrow ? narrowLayout(treatments) : WIDE;
}
