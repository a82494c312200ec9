import { useMedia } from './useMedia.ts';

/** Whether side panels open over the page because there is no room beside it. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 1099px)');
}
