import type { PageRoute } from '../../PageRoute.ts';

export const synthesisRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/synthesis',
    layout: 'review',
    title: 'Synthesis',
    // The page computes with the very core that the server uses; both are fetched when somebody comes here.
    load: () => import('./SynthesisPage.tsx').then(module => module.SynthesisPage),
  },
  {
    path: '/reviews/$reviewId/characteristics',
    layout: 'review',
    title: 'Characteristics of studies',
    load: () => import('./characteristics/CharacteristicsPage.tsx').then(module => module.CharacteristicsPage),
  },
  {
    path: '/pool-a-table',
    layout: 'bare',
    title: 'Pool a table',
    load: () => import('./open/PoolTablePage.tsx').then(module => module.PoolTablePage),
  },
];
