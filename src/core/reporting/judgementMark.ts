import type { Judgement } from '#core/appraisal/judgements';
import type { Palette } from '#core/reporting/palette';
import { element, line } from '#core/reporting/svg';

type Sign = 'plus' | 'minus' | 'cross' | 'exclamation' | 'question' | 'none';

interface Mark {
  readonly word: string;
  readonly fill: string;
  /** The set that people who don't tell red from green apart can read. */
  readonly colourBlindFill: string;
  readonly sign: Sign;
  readonly isDark: boolean;
}

export const JUDGEMENT_MARKS: Readonly<Record<Judgement, Mark>> = {
  low: { word: 'Low', fill: '#02C100', colourBlindFill: '#FED98E', sign: 'plus', isDark: false },
  'low-except-confounding': {
    word: 'Low except confounding',
    fill: '#A6D608',
    colourBlindFill: '#FEE8B8',
    sign: 'plus',
    isDark: false,
  },
  'some-concerns': { word: 'Some concerns', fill: '#E2DF07', colourBlindFill: '#FE9929', sign: 'minus', isDark: false },
  moderate: { word: 'Moderate', fill: '#E2DF07', colourBlindFill: '#FE9929', sign: 'minus', isDark: false },
  unclear: { word: 'Unclear', fill: '#E2DF07', colourBlindFill: '#FE9929', sign: 'question', isDark: false },
  high: { word: 'High', fill: '#BF0000', colourBlindFill: '#993404', sign: 'cross', isDark: true },
  serious: { word: 'Serious', fill: '#BF0000', colourBlindFill: '#D95F0E', sign: 'cross', isDark: true },
  critical: { word: 'Critical', fill: '#820000', colourBlindFill: '#993404', sign: 'exclamation', isDark: true },
  'no-information': {
    word: 'No information',
    fill: '#4EA1F7',
    colourBlindFill: '#FFFFFF',
    sign: 'question',
    isDark: false,
  },
  'not-applicable': {
    word: 'Not applicable',
    fill: '#CCCCCC',
    colourBlindFill: '#CCCCCC',
    sign: 'none',
    isDark: false,
  },
  good: { word: 'Good', fill: '#02C100', colourBlindFill: '#FED98E', sign: 'plus', isDark: false },
  fair: { word: 'Fair', fill: '#E2DF07', colourBlindFill: '#FE9929', sign: 'minus', isDark: false },
  poor: { word: 'Poor', fill: '#BF0000', colourBlindFill: '#993404', sign: 'cross', isDark: true },
};

/** Signs are drawn as lines, so that they look the same in every font. */
function drawSign(sign: Sign, x: number, y: number, radius: number, stroke: string): string {
  const pen = { stroke, 'stroke-width': radius * 0.2 };
  const arm = radius * 0.42;
  switch (sign) {
    case 'plus':
      return line(x - arm, y, x + arm, y, pen) + line(x, y - arm, x, y + arm, pen);
    case 'minus':
      return line(x - arm, y, x + arm, y, pen);
    case 'cross': {
      const leg = arm * 0.85;
      return line(x - leg, y - leg, x + leg, y + leg, pen) + line(x - leg, y + leg, x + leg, y - leg, pen);
    }
    case 'exclamation':
      return (
        line(x, y - radius * 0.55, x, y + radius * 0.15, pen) + line(x, y + radius * 0.35, x, y + radius * 0.55, pen)
      );
    case 'question': {
      const curve = radius * 0.3;
      const d = `M${[x - curve, y - curve * 0.9].join(' ')}a${curve} ${curve} 0 1 1 ${curve} ${curve}v${curve * 0.7}`;
      return (
        element('path', { d: rounded(d), fill: 'none', ...pen }) + line(x, y + radius * 0.38, x, y + radius * 0.58, pen)
      );
    }
    case 'none':
      return '';
    default: {
      const missing: never = sign;
      throw new RangeError(`drawSign: no drawing for ${String(missing)}`);
    }
  }
}

function rounded(path: string): string {
  return path.replace(/-?\d+\.\d+/g, number => String(Math.round(Number(number) * 100) / 100));
}

export interface MarkOptions {
  readonly palette: Palette;
  readonly isColourBlindSet?: boolean;
}

export function judgementFill(judgement: Judgement, { palette, isColourBlindSet }: MarkOptions): string {
  if (!palette.hasColour) return palette.background;
  const mark = JUDGEMENT_MARKS[judgement];
  return isColourBlindSet ? mark.colourBlindFill : mark.fill;
}

/** The sign's colour on its disc: black on light fills, white on dark ones. */
function signColour(judgement: Judgement, { palette, isColourBlindSet }: MarkOptions): string {
  if (!palette.hasColour) return palette.ink;
  const isDark = isColourBlindSet
    ? judgement === 'high' || judgement === 'critical' || judgement === 'poor'
    : JUDGEMENT_MARKS[judgement].isDark;
  return isDark ? '#ffffff' : '#000000';
}

/** A disc with its sign: colour is the second voice. Bears the judgement's word for screen readers. */
export function judgementMark(
  judgement: Judgement,
  x: number,
  y: number,
  radius: number,
  options: MarkOptions,
): string {
  const { sign, word } = JUDGEMENT_MARKS[judgement];
  const fill = judgementFill(judgement, options);
  const needsRim = !options.palette.hasColour || fill === '#FFFFFF';
  const rim = needsRim ? { stroke: options.palette.ink, 'stroke-width': 1 } : {};
  return element(
    'g',
    {},
    element('title', {}, word),
    element('circle', { cx: x, cy: y, r: radius, fill, ...rim }),
    drawSign(sign, x, y, radius, signColour(judgement, options)),
  );
}

/** An open, dotted ring where nobody has judged yet. */
export function unjudgedMark(x: number, y: number, radius: number, palette: Palette): string {
  const ring = { cx: x, cy: y, r: radius - 0.5, fill: 'none', stroke: palette.muted, 'stroke-dasharray': '2 2' };
  return element('g', {}, element('title', {}, 'Not judged yet'), element('circle', ring));
}
