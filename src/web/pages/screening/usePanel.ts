import { useState } from 'react';
import { useNarrow } from '../../parts/useNarrow.ts';
import { useRemembered } from './useRemembered.ts';

/** Criteria are closed by default and remembered; reasons of the full text are open where there is room for them. */
export function usePanel(isFullText: boolean) {
  const isNarrow = useNarrow();
  const [remembered, remember] = useRemembered(
    isFullText ? 'full-text-reasons' : 'screening-criteria',
    isFullText ? 'open' : 'closed',
  );
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const isOpen = isNarrow ? isSheetOpen : remembered === 'open';
  const setIsOpen = (next: boolean) => (isNarrow ? setIsSheetOpen(next) : remember(next ? 'open' : 'closed'));
  return {
    isOpen,
    isSheet: isNarrow,
    setIsOpen,
    toggle: () => setIsOpen(!isOpen),
    /** A sheet lies over the next record: it goes with the decision. */
    leave: () => setIsSheetOpen(false),
  };
}
