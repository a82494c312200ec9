import { axisPosition, displayScale, type ScaleName } from '#core/reporting/displayScale';
import { decimalText } from '#core/reporting/numbers';

/** A mark on an axis: where, in the axis' own unit, and what stands there. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface Axis {
  /** Both ends in the axis' own unit: the logarithm for ratios, what is shown for the rest. */
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly Tick[];
}

/** Steps of the logarithmic axis, from fine to coarse: within each power of ten, or every so many powers. */
const LOG_STEPS: readonly { readonly within: readonly number[]; readonly powers: number }[] = [
  { within: [1, 1.2, 1.5, 2, 3, 4, 5, 6, 8], powers: 1 },
  { within: [1, 1.5, 2, 3, 5, 7], powers: 1 },
  { within: [1, 2, 5], powers: 1 },
  { within: [1, 3], powers: 1 },
  { within: [1], powers: 1 },
  { within: [1], powers: 2 },
  { within: [1], powers: 3 },
  { within: [1], powers: 5 },
];

const NEARLY = 1e-9;

function logTicksOf(low: number, high: number, { within, powers }: (typeof LOG_STEPS)[number]): number[] {
  const first = Math.floor(low / Math.LN10) - 1;
  const last = Math.ceil(high / Math.LN10) + 1;
  const ticks: number[] = [];
  for (let power = first; power <= last; power++) {
    if (((power % powers) + powers) % powers !== 0) continue;
    for (const digit of within) {
      const value = Number(`${digit}e${power}`);
      const at = Math.log(value);
      if (at >= low - NEARLY && at <= high + NEARLY) ticks.push(value);
    }
  }
  return ticks;
}

/** Round ratios between two logarithms, 1-2-5 where it fits: as many as `most` allows, and at least three. */
export function logTicks(low: number, high: number, most = 7): number[] {
  const preferred = logTicksOf(low, high, { within: [1, 2, 5], powers: 1 });
  if (preferred.length >= 4 && preferred.length <= most) return preferred;
  for (const steps of LOG_STEPS) {
    const ticks = logTicksOf(low, high, steps);
    if (ticks.length <= most && ticks.length >= 3) return ticks;
  }
  return preferred.length <= most
    ? preferred
    : preferred.filter((_, place) => place % Math.ceil(preferred.length / most) === 0);
}

/** Round differences between two numbers, in steps of 1, 2 or 5 times a power of ten; at most `most` of them. */
export function linearTicks(low: number, high: number, most = 7): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / most;
  const power = Math.floor(Math.log10(rough));
  for (const digit of [1, 2, 5, 10, 20]) {
    const step = Number(`${digit}e${power}`);
    const first = Math.ceil(low / step - NEARLY);
    const last = Math.floor(high / step + NEARLY);
    if (last - first + 1 > most) continue;
    return Array.from({ length: last - first + 1 }, (_, place) => Number(((first + place) * step).toPrecision(12)));
  }
  return [low, high];
}

/** As many decimals as the finest of these numbers needs, up to eight. */
function neededDecimals(values: readonly number[]): number {
  for (let decimals = 0; decimals < 8; decimals++) {
    if (values.every(value => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9 * Math.max(1, Math.abs(value))))
      return decimals;
  }
  return 8;
}

export function ticksText(scale: ScaleName, values: readonly number[]): Tick[] {
  if (displayScale(scale).isLogAxis) {
    return values.map(value => ({ at: Math.log(value), text: decimalText(value, neededDecimals([value])) }));
  }
  const decimals = neededDecimals(values);
  return values.map(value => ({ at: value, text: decimalText(value, decimals) }));
}

/** An axis between two ends, with round ticks. */
export function axisBetween(scale: ScaleName, low: number, high: number, most = 7): Axis {
  const values = displayScale(scale).isLogAxis ? logTicks(low, high, most) : linearTicks(low, high, most);
  return { low, high, ticks: ticksText(scale, values) };
}

export interface AxisNeeds {
  readonly scale: ScaleName;
  /** What must be seen whole, on the analysis scale: pooled and prediction intervals, no effect. */
  readonly must: readonly number[];
  /** Bounds of the studies; the farthest fifth may be clipped. */
  readonly bounds: readonly number[];
  readonly most?: number;
}

/** Shares of the whole range: what may be added for the sake of a round end, and the air around the outermost value. */
const ROUND_END = 0.14;
const AIR = 0.03;

/** At least four fifths of the bounds are seen; of many, nine tenths. */
function shareKept(count: number): number {
  return count >= 40 ? 0.9 : 0.8;
}

function roundEnds(low: number, high: number, scale: ScaleName, most: number): readonly [number, number] {
  const span = high - low;
  const reach = axisBetween(scale, low - ROUND_END * span, high + ROUND_END * span, most).ticks;
  const below = reach.findLast(({ at }) => at <= low + NEARLY)?.at;
  const above = reach.find(({ at }) => at >= high - NEARLY)?.at;
  return [below ?? low - AIR * span, above ?? high + AIR * span];
}

/**
 * The range of a forest plot: all that must be seen whole and at least four fifths of all bounds; the rest is clipped.
 * Where clipping would save less than a fifth of the width, nothing is clipped. Ends are round where that costs little.
 * Takes the analysis scale; gives an axis in its own unit.
 */
export function axisFor({ scale, must, bounds, most = 7 }: AxisNeeds): Axis {
  const needed = must.map(value => axisPosition(scale, value));
  const wanted = bounds.map(value => axisPosition(scale, value));
  const all = [...needed, ...wanted];
  if (all.length === 0) return axisBetween(scale, ...emptyRange(scale), most);
  const centre = needed[0] ?? medianOf(wanted);
  const nearest = wanted.toSorted((a, b) => Math.abs(a - centre) - Math.abs(b - centre));
  const kept = [...needed, ...nearest.slice(0, Math.ceil(shareKept(nearest.length) * nearest.length))];
  const [keptLow, keptHigh] = [Math.min(...kept), Math.max(...kept)];
  const [allLow, allHigh] = [Math.min(...all), Math.max(...all)];
  const isWorthClipping = keptHigh - keptLow < 0.8 * (allHigh - allLow);
  const [low, high] = isWorthClipping ? [keptLow, keptHigh] : [allLow, allHigh];
  if (high - low < NEARLY) return axisBetween(scale, low - 1, high + 1, most);
  return axisBetween(scale, ...roundEnds(low, high, scale, most), most);
}

function emptyRange(scale: ScaleName): readonly [number, number] {
  return displayScale(scale).isLogAxis ? [Math.log(0.1), Math.log(10)] : [-1, 1];
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
