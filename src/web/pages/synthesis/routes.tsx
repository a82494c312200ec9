import type { PageRoute } from '../../PageRoute.ts';

export const synthesisRoutes: readonly PageRoute[] = [];
