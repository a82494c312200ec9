import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NowhereLayout } from './layouts/NowhereLayout.tsx';
import { Root } from './layouts/Root.tsx';
import type { PageLayout, PageRoute } from './PageRoute.ts';
import { appraisalRoutes } from './pages/appraisal/routes.tsx';
import { certaintyRoutes } from './pages/certainty/routes.tsx';
import { cohortsRoutes } from './pages/cohorts/routes.tsx';
import { communityRoutes } from './pages/communities/routes.tsx';
import { creditRoutes } from './pages/credit/routes.tsx';
import { duplicatesRoutes } from './pages/duplicates/routes.tsx';
import { extractionRoutes } from './pages/extraction/routes.tsx';
import { galleryRoutes } from './pages/gallery/routes.tsx';
import { homeRoutes } from './pages/home/routes.tsx';
import { landingRoutes } from './pages/landing/routes.tsx';
import { mentoringRoutes } from './pages/mentoring/routes.tsx';
import { messagesRoutes } from './pages/messages/routes.tsx';
import { notificationsRoutes } from './pages/notifications/routes.tsx';
import { peopleRoutes } from './pages/people/routes.tsx';
import { projectsRoutes } from './pages/projects/routes.tsx';
import { protocolRoutes } from './pages/protocol/routes.tsx';
import { reportingRoutes } from './pages/reporting/routes.tsx';
import { reviewsRoutes } from './pages/reviews/routes.tsx';
import { screeningRoutes } from './pages/screening/routes.tsx';
import { searchingRoutes } from './pages/searching/routes.tsx';
import { synthesisRoutes } from './pages/synthesis/routes.tsx';
import { Broken } from './parts/Broken.tsx';
import { Loading } from './parts/Loading.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly page?: PageRoute;
  }
}

/** Every feature's pages. A new feature adds one line here; a new page of a feature adds none. */
const pages: readonly PageRoute[] = [
  ...landingRoutes,
  ...homeRoutes,
  ...peopleRoutes,
  ...projectsRoutes,
  ...cohortsRoutes,
  ...reviewsRoutes,
  ...protocolRoutes,
  ...searchingRoutes,
  ...duplicatesRoutes,
  ...screeningRoutes,
  ...extractionRoutes,
  ...appraisalRoutes,
  ...synthesisRoutes,
  ...certaintyRoutes,
  ...reportingRoutes,
  ...creditRoutes,
  ...mentoringRoutes,
  ...communityRoutes,
  ...notificationsRoutes,
  ...messagesRoutes,
  ...galleryRoutes,
];

const root = createRootRoute({ component: Root, notFoundComponent: NowhereLayout });

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: lazyRouteComponent(() => import('./layouts/Shell.tsx'), 'Shell'),
});
const focus = createRoute({
  getParentRoute: () => root,
  id: 'focus',
  component: lazyRouteComponent(() => import('./layouts/SignedIn.tsx'), 'SignedIn'),
});
const bare = createRoute({ getParentRoute: () => root, id: 'bare' });

/** `app` and `review` share one shell, so that the sidebar stays where it is when one goes between them. */
function layoutOf(layout: PageLayout) {
  switch (layout) {
    case 'app':
    case 'review':
      return shell;
    case 'focus':
      return focus;
    case 'bare':
      return bare;
  }
}

function routesIn(layout: ReturnType<typeof layoutOf>) {
  return pages
    .filter(page => layoutOf(page.layout) === layout)
    .map(page =>
      createRoute({
        getParentRoute: () => layout,
        path: page.path,
        component: lazyRouteComponent(async () => ({ Page: await page.load() }), 'Page'),
        staticData: { page },
      }),
    );
}

export const router = createRouter({
  routeTree: root.addChildren([
    shell.addChildren(routesIn(shell)),
    focus.addChildren(routesIn(focus)),
    bare.addChildren(routesIn(bare)),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultPendingMinMs: 0,
  defaultPendingComponent: Loading,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
  // Addresses that people read and share: `?tab=funnel&page=2`, each value a plain text (useAddress reads them).
  parseSearch: text => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: search => {
    const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
    const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
    return text === '' ? '' : `?${text}`;
  },
});
