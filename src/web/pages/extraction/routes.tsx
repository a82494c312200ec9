import type { PageRoute } from '../../PageRoute.ts';

export const extractionRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/extraction',
    layout: 'review',
    title: 'Extraction',
    load: () => import('./ExtractionPage.tsx').then(module => module.ExtractionPage),
  },
];
