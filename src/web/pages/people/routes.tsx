import type { PageRoute } from '../../PageRoute.ts';

export const peopleRoutes: readonly PageRoute[] = [];
