import type { PageRoute } from '../../PageRoute.ts';

export const certaintyRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/certainty',
    layout: 'review',
    title: 'Certainty',
    load: () => import('./CertaintyPage.tsx').then(module => module.CertaintyPage),
  },
  {
    path: '/reviews/$reviewId/findings',
    layout: 'review',
    title: 'Summary of findings',
    load: () => import('./FindingsPage.tsx').then(module => module.FindingsPage),
  },
];
