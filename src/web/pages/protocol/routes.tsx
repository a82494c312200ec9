import type { PageRoute } from '../../PageRoute.ts';

export const protocolRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/question',
    layout: 'review',
    title: 'Question',
    load: () => import('./QuestionPage.tsx').then(module => module.QuestionPage),
  },
];
