import type { PageRoute } from '../../PageRoute.ts';

export const homeRoutes: readonly PageRoute[] = [
  { path: '/home', layout: 'app', title: 'Home', load: () => import('./Home.tsx').then(module => module.Home) },
];
