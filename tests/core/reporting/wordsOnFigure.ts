import { SaxesParser } from 'saxes';
import { approximateWidth } from '#core/reporting/wrap';

export interface WordBox {
  readonly text: string;
  readonly fontSize: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ReadFigure {
  readonly width: number;
  readonly height: number;
  readonly words: readonly WordBox[];
}

/** Letters reach so far above and below their baseline, as shares of the font size. */
const [ABOVE, BELOW] = [0.72, 0.2];

type Open = Readonly<Record<string, string>>;

function boxOf(text: string, own: Open, fontSize: number, anchor: string, face: number): WordBox {
  const width = approximateWidth(text, fontSize * face);
  const [x, y] = [Number(own.x ?? 0), Number(own.y ?? 0)];
  const shift = anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0;
  const turned = own.transform?.startsWith('rotate(-90');
  if (turned)
    // Turned to the left around its own place: what ran to the right runs upward.
    return {
      ...{ text, fontSize, left: x - ABOVE * fontSize, right: x + BELOW * fontSize },
      ...{ top: y + shift - width, bottom: y + shift },
    };
  return {
    ...{ text, fontSize, left: x - shift, right: x - shift + width },
    ...{ top: y - ABOVE * fontSize, bottom: y + BELOW * fontSize },
  };
}

/**
 * The words of a figure with the boxes that they take, in the figure's own units from its upper left corner. `face`: how much
 * wider than guessed the letters are.
 */
export function readFigure(svg: string, face = 1): ReadFigure {
  const open: Open[] = [];
  const words: WordBox[] = [];
  let [text, isText, width, height, left, top] = ['', false, 0, 0, 0, 0];
  const inherited = (name: string) => open.findLast(attributes => attributes[name] !== undefined)?.[name];
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    // No namespaces are parsed: attributes are plain strings.
    const own = attributes as Open;
    open.push(own);
    if (name === 'svg') {
      [width, height] = [Number(own.width), Number(own.height)];
      [left, top] = (own.viewBox ?? '0 0').split(' ').map(Number) as [number, number];
    }
    if (name === 'text') [text, isText] = ['', true];
  });
  parser.on('text', piece => {
    if (isText) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'text') {
      const own = open.at(-1) ?? {};
      const box = boxOf(text, own, Number(inherited('font-size') ?? 16), inherited('text-anchor') ?? 'start', face);
      // A halo is the same word at the same place once more.
      const isHalo = words.some(other => other.text === text && other.left === box.left && other.top === box.top);
      if (!isHalo && text.trim() !== '') words.push(box);
      isText = false;
    }
    open.pop();
  });
  parser.write(svg).close();
  const moved = words.map(box => ({
    ...box,
    left: box.left - left,
    right: box.right - left,
    top: box.top - top,
    bottom: box.bottom - top,
  }));
  return { width, height, words: moved };
}

/** Pairs of words that cover one another, as `one × other`. */
export function overlapsOf({ words }: ReadFigure): string[] {
  return words.flatMap((one, at) =>
    words
      .slice(at + 1)
      .filter(
        other => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      )
      .map(other => `${one.text} × ${other.text}`),
  );
}

/** Words that leave the figure at any side. */
export function wordsOutside({ width, height, words }: ReadFigure): string[] {
  return words
    .filter(({ left, right, top, bottom }) => left < -0.5 || right > width + 0.5 || top < -0.5 || bottom > height + 0.5)
    .map(({ text }) => text);
}
