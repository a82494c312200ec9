import type { PageRoute } from '../../PageRoute.ts';

export const creditRoutes: readonly PageRoute[] = [];
