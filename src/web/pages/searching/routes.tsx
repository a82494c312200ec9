import type { PageRoute } from '../../PageRoute.ts';

export const searchingRoutes: readonly PageRoute[] = [];
