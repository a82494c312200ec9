import type { PageRoute } from '../../PageRoute.ts';

export const landingRoutes: readonly PageRoute[] = [
  { path: '/', layout: 'bare', title: 'Pooled', load: () => import('./Landing.tsx').then(module => module.Landing) },
];
