import { useComputedColorScheme } from '@mantine/core';

/** Which of the figures' palettes the page is in: `light` or `dark` (`print` is for downloads). */
export function useFigurePalette(): 'light' | 'dark' {
  return useComputedColorScheme('light', { getInitialValueInEffect: false });
}
