import type { PageRoute } from '../../PageRoute.ts';

export const extractionRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/extraction',
    layout: 'review',
    title: 'Extraction',
    load: () => import('./ExtractionPage.tsx').then(module => module.ExtractionPage),
  },
  {
    path: '/reviews/$reviewId/extraction/form',
    layout: 'review',
    title: 'Form',
    under: [{ title: 'Extraction', to: '/reviews/$reviewId/extraction' }],
    load: () => import('./form/FormPage.tsx').then(module => module.FormPage),
  },
  {
    path: '/reviews/$reviewId/extraction/spreadsheet',
    layout: 'review',
    title: 'Spreadsheet',
    under: [{ title: 'Extraction', to: '/reviews/$reviewId/extraction' }],
    load: () => import('./tables/TablesPage.tsx').then(module => module.TablesPage),
  },
  {
    path: '/reviews/$reviewId/extraction/outcome',
    layout: 'review',
    title: 'As studies report it',
    under: [{ title: 'Extraction', to: '/reviews/$reviewId/extraction' }],
    load: () => import('./unify/UnifyPage.tsx').then(module => module.UnifyPage),
  },
];
