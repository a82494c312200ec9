import { byKind, HIGHLIGHT_KINDS, type Highlights, joinHighlights, NO_HIGHLIGHTS } from './highlightKinds.ts';
import { useHabit } from './useHabit.ts';

/** The words that are marked: one's own for this review, and those of the question unless they are switched off. */
export function useHighlights(reviewId: string, ofQuestion: Highlights) {
  const [isOn, setIsOn] = useHabit('screening-highlights', 'on');
  const [hasQuestion, setHasQuestion] = useHabit('screening-question-words', 'on');
  const [kept, keep] = useHabit('highlights', '', reviewId);
  const own = parse(kept);
  const shown = hasQuestion === 'on' ? joinHighlights(own, ofQuestion) : own;
  const isEmpty = HIGHLIGHT_KINDS.every(kind => shown[kind].length === 0);
  return {
    isOn: isOn === 'on',
    toggle: () => setIsOn(isOn === 'on' ? 'off' : 'on'),
    /** What the key does: on and off, and where there is no word yet it asks for some. */
    press: (ask: () => void) => (isEmpty ? ask() : setIsOn(isOn === 'on' ? 'off' : 'on')),
    isEmpty,
    own,
    setOwn: (next: Highlights) => {
      keep(JSON.stringify(next));
      // Whoever writes new words wants to see them.
      if (JSON.stringify(next) !== JSON.stringify(own)) setIsOn('on');
    },
    hasQuestion: hasQuestion === 'on',
    setHasQuestion: (next: boolean) => setHasQuestion(next ? 'on' : 'off'),
    shown,
    marked: isOn === 'on' ? shown : null,
  };
}

export type OwnHighlights = ReturnType<typeof useHighlights>;

function parse(text: string): Highlights {
  if (text === '') return NO_HIGHLIGHTS;
  try {
    const found = JSON.parse(text) as Partial<Record<string, unknown>>; // its parts are checked just below
    return byKind(kind => {
      const list = found[kind];
      return Array.isArray(list) ? list.filter(word => typeof word === 'string') : [];
    });
  } catch {
    return NO_HIGHLIGHTS;
  }
}
