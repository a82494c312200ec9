import type { PageRoute } from '../../PageRoute.ts';

export const creditRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/credit',
    layout: 'review',
    title: 'Who did what',
    load: () => import('./ReviewCreditPage.tsx').then(module => module.ReviewCreditPage),
  },
  {
    path: '/credit',
    layout: 'app',
    title: 'Credit',
    load: () => import('./CreditPage.tsx').then(module => module.CreditPage),
  },
];
