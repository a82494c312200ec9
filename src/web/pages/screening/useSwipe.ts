import { type TouchEvent, useRef, useState } from 'react';
import type { Choice } from '#core/vocabulary';

const FAR_PX = 90;
const FAR_UP_PX = 130;
/** A swipe that begins at the window's edge is the browser's own way back. */
const EDGE_PX = 24;

interface Start {
  readonly x: number;
  readonly y: number;
  /** The page can't scroll further down, so a swipe up can't be meant for reading on. */
  readonly isAtEnd: boolean;
}

/** Left excludes, right includes, up (from the end of the text) is unsure. Gives what the swipe would choose by now. */
export function useSwipe(onSwipe: (choice: Choice) => void) {
  const start = useRef<Start | null>(null);
  const [leaning, setLeaning] = useState<Choice | null>(null);

  const choiceAt = (event: TouchEvent): Choice | null => {
    const touch = event.changedTouches[0];
    if (!touch || !start.current) return null;
    const [right, up] = [touch.clientX - start.current.x, start.current.y - touch.clientY];
    if (Math.abs(right) > FAR_PX && Math.abs(right) > 2 * Math.abs(up)) return right > 0 ? 'include' : 'exclude';
    return start.current.isAtEnd && up > FAR_UP_PX && up > 2 * Math.abs(right) ? 'unsure' : null;
  };
  return {
    leaning,
    hand: {
      onTouchStart: (event: TouchEvent) => {
        const touch = event.touches[0];
        const isAlone = event.touches.length === 1;
        const isInside = touch && touch.clientX > EDGE_PX && touch.clientX < window.innerWidth - EDGE_PX;
        // Who selects words to copy them doesn't decide.
        const isSelecting = !(window.getSelection()?.isCollapsed ?? true);
        start.current =
          touch && isAlone && isInside && !isSelecting
            ? { x: touch.clientX, y: touch.clientY, isAtEnd: isPageAtEnd() }
            : null;
      },
      onTouchMove: (event: TouchEvent) => setLeaning(choiceAt(event)),
      onTouchCancel: () => {
        start.current = null;
        setLeaning(null);
      },
      onTouchEnd: (event: TouchEvent) => {
        const choice = choiceAt(event);
        start.current = null;
        setLeaning(null);
        if (choice) onSwipe(choice);
      },
    },
  };
}

function isPageAtEnd(): boolean {
  const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
  return scrollTop + clientHeight >= scrollHeight - 2;
}
