import type { PageRoute } from '../../PageRoute.ts';

export const reviewsRoutes: readonly PageRoute[] = [
  {
    path: '/reviews',
    layout: 'app',
    title: 'Reviews',
    load: () => import('./ReviewList.tsx').then(module => module.ReviewList),
  },
  {
    path: '/reviews/$reviewId',
    layout: 'review',
    title: 'Overview',
    load: () => import('./ReviewPage.tsx').then(module => module.ReviewPage),
  },
];
