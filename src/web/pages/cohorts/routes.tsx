import type { PageRoute } from '../../PageRoute.ts';

const COHORTS = [
  { title: 'Openings', to: '/openings' },
  { title: 'Cohorts', to: '/cohorts' },
] as const;

export const cohortsRoutes: readonly PageRoute[] = [
  {
    path: '/cohorts',
    layout: 'app',
    title: 'Cohorts',
    under: [{ title: 'Openings', to: '/openings' }],
    load: () => import('./Cohorts.tsx').then(module => module.Cohorts),
  },
  {
    path: '/cohorts/$cohortId',
    layout: 'app',
    title: 'Cohort',
    under: COHORTS,
    load: () => import('./CohortPage.tsx').then(module => module.CohortPage),
  },
];
