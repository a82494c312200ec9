import type { PageRoute } from '../../PageRoute.ts';

export const projectsRoutes: readonly PageRoute[] = [];
