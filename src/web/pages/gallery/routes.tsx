import type { PageRoute } from '../../PageRoute.ts';

export const galleryRoutes: readonly PageRoute[] = [
  {
    path: '/parts',
    layout: 'bare',
    title: 'Parts',
    load: () => import('./Gallery.tsx').then(module => module.Gallery),
  },
];
