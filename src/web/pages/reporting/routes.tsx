import type { PageRoute } from '../../PageRoute.ts';

export const reportingRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/report',
    layout: 'review',
    title: 'Report',
    load: () => import('./ReportPage.tsx').then(module => module.ReportPage),
  },
  {
    path: '/reviews/$reviewId/audit',
    layout: 'review',
    title: 'Audit trail',
    load: () => import('./AuditPage.tsx').then(module => module.AuditPage),
  },
];
