import type { PageRoute } from '../../PageRoute.ts';

export const reportingRoutes: readonly PageRoute[] = [];
