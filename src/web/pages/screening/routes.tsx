import type { PageRoute } from '../../PageRoute.ts';

export const screeningRoutes: readonly PageRoute[] = [];
