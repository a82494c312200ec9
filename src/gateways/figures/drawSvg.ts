import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { SaxesParser } from 'saxes';

/** The part of a canvas that our figures need; a page of a PDF document has it too. */
export type Pen = Pick<
  SKRSContext2D,
  | 'translate'
  | 'rotate'
  | 'save'
  | 'restore'
  | 'fill'
  | 'stroke'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'setLineDash'
  | 'font'
  | 'textAlign'
  | 'fillText'
  | 'strokeText'
  | 'globalAlpha'
  | 'lineJoin'
>;

type Attributes = Readonly<Record<string, string>>;

/** What an element hands down to those inside it. */
const INHERITED = new Set([
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
]);

const INITIAL: Attributes = {
  fill: '#000000',
  stroke: 'none',
  'stroke-width': '1',
  'font-family': 'sans-serif',
  'font-size': '13',
  'text-anchor': 'start',
};

function inherit(outer: Attributes, own: Attributes): Attributes {
  return { ...outer, ...Object.fromEntries(Object.entries(own).filter(([name]) => INHERITED.has(name))) };
}

function numberOf(attributes: Attributes, name: string): number {
  return Number(attributes[name] ?? 0);
}

function shapeOf(name: string, own: Attributes): Path2D | undefined {
  const at = (attribute: string) => numberOf(own, attribute);
  const shape = new Path2D();
  switch (name) {
    case 'rect':
      shape.roundRect(at('x'), at('y'), at('width'), at('height'), at('rx'));
      return shape;
    case 'line':
      shape.moveTo(at('x1'), at('y1'));
      shape.lineTo(at('x2'), at('y2'));
      return shape;
    case 'circle':
      shape.arc(at('cx'), at('cy'), at('r'), 0, 2 * Math.PI);
      return shape;
    case 'polygon':
      return new Path2D(`M${own.points ?? ''}Z`);
    case 'path':
      return new Path2D(own.d ?? '');
    default:
      return undefined;
  }
}

function paint(pen: Pen, shape: Path2D, style: Attributes): void {
  if (style.fill && style.fill !== 'none') {
    pen.fillStyle = style.fill;
    pen.globalAlpha = Number(style['fill-opacity'] ?? 1);
    pen.fill(shape);
    pen.globalAlpha = 1;
  }
  if (style.stroke && style.stroke !== 'none' && numberOf(style, 'stroke-width') > 0) {
    pen.strokeStyle = style.stroke;
    pen.lineWidth = numberOf(style, 'stroke-width');
    pen.setLineDash((style['stroke-dasharray'] ?? '').split(/[ ,]+/).filter(Boolean).map(Number));
    pen.stroke(shape);
  }
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

function write(pen: Pen, text: string, own: Attributes, style: Attributes): void {
  const [angle = 0, aroundX = 0, aroundY = 0] =
    /^rotate\(([^)]*)\)$/
      .exec(own.transform ?? '')?.[1]
      ?.split(' ')
      .map(Number) ?? [];
  const anchor = style['text-anchor'];
  pen.save();
  pen.translate(aroundX, aroundY);
  pen.rotate((angle * Math.PI) / 180);
  pen.translate(-aroundX, -aroundY);
  pen.font = `${style['font-style'] ?? 'normal'} ${style['font-weight'] ?? '400'} ${style['font-size']}px ${style['font-family']}`;
  pen.fillStyle = style.fill ?? '#000000';
  pen.textAlign = ALIGN[anchor === 'middle' || anchor === 'end' ? anchor : 'start'];
  // A name's halo: the same letters with a rim of the background.
  if (own.stroke && own.stroke !== 'none') {
    pen.strokeStyle = own.stroke;
    pen.lineWidth = numberOf(own, 'stroke-width');
    pen.lineJoin = 'round';
    pen.setLineDash([]);
    pen.strokeText(text, numberOf(own, 'x'), numberOf(own, 'y'));
  }
  pen.fillText(text, numberOf(own, 'x'), numberOf(own, 'y'));
  pen.restore();
}

/** Width and height of one of our figures, as its outer element states them. */
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width] = / width="([\d.]+)"/.exec(svg) ?? [];
  const [, height] = / height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/**
 * Draws one of our figures, which use a small part of SVG, as lines and letters: on a page of a PDF document they stay
 * sharp at any size and their words can be searched. The figure's corner comes to the page's corner.
 */
export function drawSvg(pen: Pen, svg: string): void {
  const styles: Attributes[] = [INITIAL];
  let writing: { own: Attributes; style: Attributes; text: string } | undefined;
  let silent = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const own: Attributes = attributes;
    const style = inherit(styles.at(-1) ?? INITIAL, own);
    styles.push(style);
    if (name === 'title' || name === 'desc') silent += 1;
    if (name === 'svg') {
      const [left = 0, top = 0] = (own.viewBox ?? '').split(' ').map(Number);
      pen.translate(-left, -top);
    }
    if (name === 'text') writing = { own, style, text: '' };
    const shape = shapeOf(name, own);
    if (shape) paint(pen, shape, style);
  });
  parser.on('text', text => {
    if (writing && silent === 0) writing.text += text;
  });
  parser.on('closetag', ({ name }) => {
    styles.pop();
    if (name === 'title' || name === 'desc') silent -= 1;
    if (name === 'text' && writing) {
      write(pen, writing.text, writing.own, writing.style);
      writing = undefined;
    }
  });
  pen.save();
  parser.write(svg).close();
  pen.restore();
}
