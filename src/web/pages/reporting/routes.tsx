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
    path: '/reviews/$reviewId/checklist',
    layout: 'review',
    title: 'Checklist',
    load: () => import('./ChecklistPage.tsx').then(module => module.ChecklistPage),
  },
  {
    path: '/reviews/$reviewId/protocol',
    layout: 'review',
    title: 'Protocol',
    load: () => import('./ProtocolPage.tsx').then(module => module.ProtocolPage),
  },
  {
    path: '/reviews/$reviewId/what-if',
    layout: 'review',
    title: 'Without some studies',
    load: () => import('./WhatIfPage.tsx').then(module => module.WhatIfPage),
  },
  {
    path: '/reviews/$reviewId/publication',
    layout: 'review',
    title: 'Public page',
    load: () => import('./PublicationPage.tsx').then(module => module.PublicationPage),
  },
  {
    path: '/published/$reviewId',
    layout: 'bare',
    title: 'Finished review',
    load: () => import('./PublishedPage.tsx').then(module => module.PublishedPage),
  },
  {
    path: '/reviews/$reviewId/audit',
    layout: 'review',
    title: 'Audit trail',
    load: () => import('./AuditPage.tsx').then(module => module.AuditPage),
  },
];
