import type { PageRoute } from '../../PageRoute.ts';

export const protocolRoutes: readonly PageRoute[] = [];
