import type { PageRoute } from '../../PageRoute.ts';

export const creditRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/credit',
    layout: 'review',
    title: 'Who did what',
    load: () => import('./ReviewCreditPage.tsx').then(module => module.ReviewCreditPage),
  },
  {
    path: '/reviews/$reviewId/journals',
    layout: 'review',
    title: 'Journals',
    load: () => import('./JournalsPage.tsx').then(module => module.JournalsPage),
  },
  {
    path: '/certificates/$reviewId/$code',
    layout: 'bare',
    title: 'Certificate',
    load: () => import('./CertificatePage.tsx').then(module => module.CertificatePage),
  },
  {
    path: '/credit',
    layout: 'app',
    title: 'Credit',
    load: () => import('./CreditPage.tsx').then(module => module.CreditPage),
  },
];
