import type { PageRoute } from '../../PageRoute.ts';

export const screeningRoutes: readonly PageRoute[] = [
  {
    path: '/practice',
    layout: 'app',
    title: 'Practice',
    load: () => import('./PracticePage.tsx').then(module => module.PracticePage),
  },
  {
    path: '/practice/$practiceSetId',
    layout: 'focus',
    title: 'Practice',
    load: () => import('./PracticeDesk.tsx').then(module => module.PracticeDesk),
  },
  {
    path: '/practice/$practiceSetId/outcome',
    layout: 'app',
    title: 'How it went',
    under: [{ title: 'Practice', to: '/practice' }],
    load: () => import('./PracticeOutcome.tsx').then(module => module.PracticeOutcome),
  },
  {
    path: '/reviews/$reviewId/screening/$stage',
    layout: 'focus',
    title: 'Screening',
    load: () => import('./ScreeningPage.tsx').then(module => module.ScreeningPage),
  },
  {
    path: '/reviews/$reviewId/conflicts',
    layout: 'review',
    title: 'Conflicts',
    load: () => import('./ConflictsPage.tsx').then(module => module.ConflictsPage),
  },
  {
    path: '/reviews/$reviewId/conflicts/$stage',
    layout: 'review',
    title: 'Conflicts',
    load: () => import('./ConflictsPage.tsx').then(module => module.ConflictsPage),
  },
  {
    path: '/reviews/$reviewId/discussions',
    layout: 'review',
    title: 'Discussions',
    load: () => import('./DiscussionsPage.tsx').then(module => module.DiscussionsPage),
  },
  {
    path: '/reviews/$reviewId/pilot',
    layout: 'review',
    title: 'Pilot round',
    load: () => import('./PilotPage.tsx').then(module => module.PilotPage),
  },
  {
    path: '/reviews/$reviewId/ranking',
    layout: 'review',
    title: 'Ranking',
    load: () => import('./RankingPage.tsx').then(module => module.RankingPage),
  },
  {
    path: '/reviews/$reviewId/team',
    layout: 'review',
    title: 'Team and assignments',
    load: () => import('./TeamPage.tsx').then(module => module.TeamPage),
  },
  {
    path: '/reviews/$reviewId/screening',
    layout: 'review',
    title: 'Screening',
    load: () => import('./ScreeningHome.tsx').then(module => module.ScreeningHome),
  },
  {
    path: '/reviews/$reviewId/full-text',
    layout: 'review',
    title: 'Full text',
    load: () => import('./FullTextPage.tsx').then(module => module.FullTextPage),
  },
  {
    path: '/reviews/$reviewId/full-text/$recordId',
    layout: 'review',
    title: 'Report',
    under: [{ title: 'Full text', to: '/reviews/$reviewId/full-text' }],
    load: () => import('./ReportPage.tsx').then(module => module.ReportPage),
  },
  {
    path: '/reviews/$reviewId/full-text-files',
    layout: 'review',
    title: 'Files of full texts',
    under: [{ title: 'Full text', to: '/reviews/$reviewId/full-text' }],
    load: () => import('./FilesPage.tsx').then(module => module.FilesPage),
  },
];
