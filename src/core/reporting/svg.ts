export type Attributes = Readonly<Record<string, string | number | undefined>>;

const UNSAFE: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand inside an element or an attribute. Control characters that XML 1.0 forbids are left out. */
export function escapeSvg(text: string): string {
  let clean = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isForbidden =
      (code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd) ||
      (code >= 0xd800 && code <= 0xdfff) ||
      code === 0xfffe ||
      code === 0xffff;
    if (!isForbidden) clean += UNSAFE[character] ?? character;
  }
  return clean;
}

/** A coordinate with at most two decimals, so that the same figure is the same text on every machine. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`coordinate: ${value} has no place on a figure`);
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** An SVG element; its children are SVG text already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) open += ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeSvg(value)}"`;
  }
  return children.length > 0 ? `${open}>${children.join('')}</${name}>` : `${open}/>`;
}

/** Words on a figure, placed by their anchor: never by a measured width, so that every renderer agrees. */
export function words(text: string, x: number, y: number, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escapeSvg(text));
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): string {
  return element('line', { x1, y1, x2, y2, ...attributes });
}

/** A closed shape through the points. */
export function polygon(points: readonly (readonly [number, number])[], attributes: Attributes): string {
  const places = points.map(([x, y]) => `${coordinate(x)},${coordinate(y)}`).join(' ');
  return element('polygon', { points: places, ...attributes });
}
