import type { LabelTint } from '#core/vocabulary';
import type { PassageRect } from './passages.ts';
import { rectsOfQuote, rectsOfWords, type WordPart } from './passages.ts';

/** A passage that is marked on a page: a person's own mark, or the quote that a form's field rests on. */
export interface ShownMark {
  readonly id: string;
  readonly page: number;
  readonly quote: string;
  /** Where it stands; empty where only page and quote are known: then the text is looked for. */
  readonly rects: readonly PassageRect[];
  readonly tint: LabelTint | 'quote';
}

export interface Marking {
  readonly marks: readonly ShownMark[];
  /** Cuts a text at words to be marked wherever they stand. */
  readonly words: ((text: string) => readonly WordPart[]) | null;
  /** The mark that is looked at. */
  readonly shownId: string | null;
}

/** Draws what is marked on a page below its text, so that the text stays to be selected. */
export function drawMarks(page: HTMLElement, number: number, marking: Marking, layerClass: string): void {
  const known = page.querySelector<HTMLElement>(`:scope > .${layerClass}`);
  const layer = known ?? document.createElement('div');
  layer.className = layerClass;
  layer.setAttribute('aria-hidden', 'true');
  layer.replaceChildren(
    ...(marking.words ? rectsOfWords(page, marking.words).map(({ rect, kind }) => box(rect, { kind })) : []),
    ...marking.marks
      .filter(mark => mark.page === number)
      .flatMap(mark =>
        placed(mark, page).map(rect =>
          box(rect, { mark: mark.id, tint: mark.tint, ...(mark.id === marking.shownId ? { shown: 'true' } : {}) }),
        ),
      ),
  );
  if (!known) page.querySelector(':scope > .canvasWrapper')?.after(layer);
}

function placed(mark: ShownMark, page: HTMLElement): readonly PassageRect[] {
  return mark.rects.length > 0 ? mark.rects : rectsOfQuote(page, mark.quote);
}

function box({ x, y, width, height }: PassageRect, data: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement('span');
  Object.assign(element.dataset, data);
  const percent = (share: number) => `${share * 100}%`;
  Object.assign(element.style, { left: percent(x), top: percent(y), width: percent(width), height: percent(height) });
  return element;
}

/** The mark at a point of the window, the uppermost one. */
export function markAt(page: HTMLElement, layerClass: string, x: number, y: number): string | null {
  const boxes = [...page.querySelectorAll<HTMLElement>(`:scope > .${layerClass} > [data-mark]`)];
  const found = boxes.findLast(one => {
    const rect = one.getBoundingClientRect();
    return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
  });
  return found?.dataset.mark ?? null;
}
