import type { PageRoute } from '../../PageRoute.ts';

export const duplicatesRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/duplicates',
    layout: 'review',
    title: 'Duplicates',
    load: () => import('./DuplicatesPage.tsx').then(module => module.DuplicatesPage),
  },
];
