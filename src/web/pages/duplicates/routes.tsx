import type { PageRoute } from '../../PageRoute.ts';

export const duplicatesRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/duplicates',
    layout: 'review',
    title: 'Duplicates',
    load: () => import('./DuplicatesPage.tsx').then(module => module.DuplicatesPage),
  },
  {
    path: '/reviews/$reviewId/study-links',
    layout: 'review',
    title: 'Reports of one study',
    under: [{ title: 'Duplicates', to: '/reviews/$reviewId/duplicates' }],
    load: () => import('./StudyLinksPage.tsx').then(module => module.StudyLinksPage),
  },
];
