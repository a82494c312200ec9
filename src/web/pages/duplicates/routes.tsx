import type { PageRoute } from '../../PageRoute.ts';

export const duplicatesRoutes: readonly PageRoute[] = [];
