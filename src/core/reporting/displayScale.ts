import { decimalText } from '#core/reporting/numbers';
import { transform } from '#core/synthesis/transformations';

/** How the analysis scale of a measure becomes what people read. Only reporting turns numbers back. */
type PlainScale = 'identity' | 'log' | 'logit' | 'fisher-z' | 'arcsine-root' | 'root' | 'bonett' | 'hakstian-whalen';

/**
 * Freeman and Tukey's two scales can only be turned back for so many persons, or so much time: the number is part of the
 * name, so that a scale stays one word wherever it is handed on.
 */
export type SizedScale = `double-arcsine ${number}` | `double-root ${number}`;
export type ScaleName = PlainScale | SizedScale;

export interface DisplayScale {
  /** From the analysis scale to the shown one. */
  readonly show: (analysis: number) => number;
  /** Whether the axis is spaced by the logarithm of what is shown; if not, by what is shown itself. */
  readonly isLogAxis: boolean;
  /** What the axis adds to the measure's name. */
  readonly axisNote: string;
}

const PLAIN: Readonly<Record<PlainScale, DisplayScale>> = {
  identity: { show: value => value, isLogAxis: false, axisNote: '' },
  log: { show: Math.exp, isLogAxis: true, axisNote: ', log scale' },
  logit: { show: value => 1 / (1 + Math.exp(-value)), isLogAxis: false, axisNote: '' },
  'fisher-z': { show: Math.tanh, isLogAxis: false, axisNote: '' },
  'arcsine-root': {
    show: value => Math.sin(Math.min(Math.max(value, 0), Math.PI / 2)) ** 2,
    isLogAxis: false,
    axisNote: '',
  },
  root: { show: value => Math.max(0, value) ** 2, isLogAxis: false, axisNote: '' },
  // Both of Cronbach's alpha: -log(1 - alpha) and 1 - (1 - alpha)^(1/3).
  bonett: { show: value => -Math.expm1(-value), isLogAxis: false, axisNote: '' },
  'hakstian-whalen': { show: value => 1 - (1 - value) ** 3, isLogAxis: false, axisNote: '' },
};

function isSized(name: ScaleName): name is SizedScale {
  return name.startsWith('double-');
}

export function displayScale(name: ScaleName): DisplayScale {
  if (!isSized(name)) return PLAIN[name];
  const [kind, size] = name.split(' ');
  const sizes = [Number(size)];
  const show =
    kind === 'double-arcsine'
      ? (value: number) => transform('ipft.hm', value, { persons: sizes })
      : (value: number) => transform('iirft', value, { time: sizes });
  return { show, isLogAxis: false, axisNote: '' };
}

/** Where a value of the analysis scale stands on the axis, in the axis' own unit. */
export function axisPosition(scale: ScaleName, analysis: number): number {
  return displayScale(scale).isLogAxis ? analysis : displayScale(scale).show(analysis);
}

/** A ratio: two decimals, two leading digits below 0.01, whole from 1,000. */
function ratioText(ratio: number): string {
  if (ratio >= 1e6) return '> 999,999';
  if (ratio >= 1000) return decimalText(ratio, 0);
  if (ratio >= 100) return decimalText(ratio, 1);
  if (ratio >= 0.00995) return decimalText(ratio, 2);
  if (ratio < 0.0001) return '< 0.0001';
  return decimalText(ratio, ratio < 0.000995 ? 4 : 3);
}

/** How many decimals tell the values of one figure apart: fewer for large ones. */
function decimalsFor(largest: number): number {
  if (largest >= 1000) return 0;
  if (largest >= 100) return 1;
  if (largest >= 0.5) return 2;
  return largest >= 0.05 ? 3 : 4;
}

/** Rates and rare shares are mostly far below 1: three leading digits for the middle one. Null for everything else. */
function decimalsOfSmall(shown: readonly number[]): number | null {
  const sorted = shown.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined || !(middle > 0) || middle >= 0.1) return null;
  return Math.min(8, 2 + Math.ceil(-Math.log10(middle)));
}

/**
 * A writer of the figure's numbers, all with the same count of decimals.
 * Takes every finite value of the figure on the analysis scale; gives a function from that scale to text.
 */
export function valueWriter(scale: ScaleName, values: readonly number[]): (analysis: number) => string {
  const { show } = displayScale(scale);
  if (scale === 'log') {
    const decimals = decimalsOfSmall(values.map(show));
    return decimals === null ? value => ratioText(show(value)) : value => decimalText(show(value), decimals);
  }
  const decimals = decimalsFor(values.reduce((largest, value) => Math.max(largest, Math.abs(show(value))), 0));
  return value => decimalText(show(value), decimals);
}
