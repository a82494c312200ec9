import type { PageRoute } from '../../PageRoute.ts';

export const appraisalRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/risk-of-bias',
    layout: 'review',
    title: 'Risk of bias',
    load: () => import('./RiskOfBiasPage.tsx').then(module => module.RiskOfBiasPage),
  },
];
