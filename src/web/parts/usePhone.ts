import { useMedia } from './useMedia.ts';

/** Whether the window is as narrow as a phone. Only for what must be built otherwise there; looks belong to the style. */
export function usePhone(): boolean {
  return useMedia('(max-width: 699px)');
}
