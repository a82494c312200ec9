import type { PageRoute } from '../../PageRoute.ts';

export const notificationsRoutes: readonly PageRoute[] = [
  {
    path: '/notifications',
    layout: 'app',
    title: 'Notifications',
    load: () => import('./NotificationsPage.tsx').then(module => module.NotificationsPage),
  },
  {
    path: '/notifications/settings',
    layout: 'app',
    title: 'What reaches you',
    under: [{ title: 'Notifications', to: '/notifications' }],
    load: () => import('./SettingsPage.tsx').then(module => module.SettingsPage),
  },
  {
    path: '/unsubscribe/$token',
    layout: 'bare',
    title: 'Stop letters',
    load: () => import('./Unsubscribe.tsx').then(module => module.Unsubscribe),
  },
];
