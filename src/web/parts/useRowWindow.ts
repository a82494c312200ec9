import { type RefObject, useEffect, useState } from 'react';

/** Rows of a long list that are drawn, and the room that stands for those above and below them. */
export interface RowWindow {
  readonly first: number;
  /** One past the last row drawn. */
  readonly end: number;
  readonly above: number;
  readonly below: number;
}

const WINDOWED_FROM = 200;
/** Rows drawn beyond both edges, so that a quick scroll meets rows and not emptiness. */
const BEYOND = 20;

/**
 * Draws only the rows near the window when there are 200 or more. `body` is the element that holds the rows, `usual` a
 * row's height before any was measured; afterwards the mean of those drawn is taken.
 */
export function useRowWindow(count: number, body: RefObject<HTMLElement | null>, usual: number): RowWindow {
  const [range, setRange] = useState({ first: 0, end: 2 * BEYOND, height: usual });
  const isWindowed = count >= WINDOWED_FROM;

  useEffect(() => {
    if (!isWindowed) return;
    const look = () => {
      const element = body.current;
      if (!element) return;
      const drawn = [...element.children].filter(row => !row.hasAttribute('data-room'));
      const measured =
        drawn.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0) / Math.max(1, drawn.length);
      setRange(before => {
        const height = Math.abs(measured - before.height) > 1 ? measured : before.height;
        const { top } = element.getBoundingClientRect();
        const first = Math.max(0, Math.floor(-top / height) - BEYOND);
        const end = Math.min(count, Math.ceil((innerHeight - top) / height) + BEYOND);
        return first === before.first && end === before.end && height === before.height
          ? before
          : { first, end, height };
      });
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [isWindowed, count, body]);

  if (!isWindowed) return { first: 0, end: count, above: 0, below: 0 };
  const first = Math.min(range.first, count);
  const end = Math.max(first, Math.min(range.end, count));
  return { first, end, above: first * range.height, below: (count - end) * range.height };
}
