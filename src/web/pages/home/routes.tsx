import type { PageRoute } from '../../PageRoute.ts';

export const homeRoutes: readonly PageRoute[] = [];
