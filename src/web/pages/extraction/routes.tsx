import type { PageRoute } from '../../PageRoute.ts';

export const extractionRoutes: readonly PageRoute[] = [];
