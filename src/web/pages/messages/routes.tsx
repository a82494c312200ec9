import type { PageRoute } from '../../PageRoute.ts';

export const messagesRoutes: readonly PageRoute[] = [
  {
    path: '/messages',
    layout: 'app',
    title: 'Messages',
    load: () => import('./MessagesPage.tsx').then(module => module.MessagesPage),
  },
];
