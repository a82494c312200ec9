import type { PageRoute } from '../../PageRoute.ts';

const MENTORING = { title: 'Mentoring', to: '/mentoring' } as const;

export const communityRoutes: readonly PageRoute[] = [
  {
    path: '/mentoring/communities',
    layout: 'app',
    title: 'Communities',
    under: [MENTORING],
    load: () => import('./CommunitiesPage.tsx').then(module => module.CommunitiesPage),
  },
  {
    path: '/mentoring/communities/$communityId',
    layout: 'app',
    title: 'Community',
    under: [MENTORING, { title: 'Communities', to: '/mentoring/communities' }],
    load: () => import('./CommunityPage.tsx').then(module => module.CommunityPage),
  },
  {
    path: '/community-invitations/$token',
    layout: 'bare',
    title: 'Invitation',
    load: () => import('./CommunityInvitation.tsx').then(module => module.CommunityInvitation),
  },
];
