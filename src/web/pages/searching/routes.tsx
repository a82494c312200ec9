import type { PageRoute } from '../../PageRoute.ts';

const UNDER_SEARCH = [{ title: 'Search', to: '/reviews/$reviewId/search' }];
const UNDER_RECORDS = [...UNDER_SEARCH, { title: 'Records', to: '/reviews/$reviewId/records' }];

export const searchingRoutes: readonly PageRoute[] = [
  {
    path: '/reviews/$reviewId/search',
    layout: 'review',
    title: 'Search',
    load: () => import('./SearchPage.tsx').then(module => module.SearchPage),
  },
  {
    path: '/reviews/$reviewId/search/$importId',
    layout: 'review',
    title: 'Import',
    under: UNDER_SEARCH,
    load: () => import('./ImportPage.tsx').then(module => module.ImportPage),
  },
  {
    path: '/reviews/$reviewId/records',
    layout: 'review',
    title: 'Records',
    under: UNDER_SEARCH,
    load: () => import('./RecordsPage.tsx').then(module => module.RecordsPage),
  },
  {
    path: '/reviews/$reviewId/records/$recordId',
    layout: 'review',
    title: 'Record',
    under: UNDER_RECORDS,
    load: () => import('./RecordPage.tsx').then(module => module.RecordPage),
  },
];
