import type { PageRoute } from '../../PageRoute.ts';

export const mentoringRoutes: readonly PageRoute[] = [
  {
    path: '/mentoring',
    layout: 'app',
    title: 'Mentoring',
    load: () => import('./MentoringPage.tsx').then(module => module.MentoringPage),
  },
];
