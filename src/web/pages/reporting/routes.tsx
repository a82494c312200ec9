import type { PageRoute } from '../../PageRoute.ts';

export const reportingRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/report',
    layout: 'review',
    title: 'Report',
    load: () => import('./ReportPage.tsx').then(module => module.ReportPage),
  },
  {
    path: '/reviews/$reviewId/manuscript',
    layout: 'review',
    title: 'Manuscript',
    load: () => import('./ManuscriptPage.tsx').then(module => module.ManuscriptPage),
  },
  {
    path: '/reviews/$reviewId/report-tables',
    layout: 'review',
    title: 'Tables',
    load: () => import('./ReportTablesPage.tsx').then(module => module.ReportTablesPage),
  },
  {
    path: '/reviews/$reviewId/audit',
    layout: 'review',
    title: 'Audit trail',
    load: () => import('./AuditPage.tsx').then(module => module.AuditPage),
  },
];
