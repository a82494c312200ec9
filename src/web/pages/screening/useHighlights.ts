import { byKind, type Highlights, joinHighlights, NO_HIGHLIGHTS } from './highlightKinds.ts';
import { useHabit } from './useHabit.ts';

/** The words that are marked: one's own for this review, and those of the question unless they are switched off. */
export function useHighlights(reviewId: string, ofQuestion: Highlights) {
  const [isOn, setIsOn] = useHabit('screening-highlights', 'on');
  const [hasQuestion, setHasQuestion] = useHabit('screening-question-words', 'on');
  const [kept, keep] = useHabit('highlights', '', reviewId);
  const own = parse(kept);
  const shown = hasQuestion === 'on' ? joinHighlights(own, ofQuestion) : own;
  return {
    isOn: isOn === 'on',
    toggle: () => setIsOn(isOn === 'on' ? 'off' : 'on'),
    own,
    setOwn: (next: Highlights) => keep(JSON.stringify(next)),
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
