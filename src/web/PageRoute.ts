import type { ComponentType } from 'react';

/**
 * What stands around a page: `app` is the sidebar and top bar; `review` the same with the review's second part in the
 * sidebar (the path has a `$reviewId`); `focus` only asks for a signed-in person, the page draws its own FocusLayout;
 * `bare` is for visitors.
 */
export type PageLayout = 'app' | 'review' | 'focus' | 'bare';

/** One page of a feature. Its code is fetched when somebody goes there, or points at a link that leads there. */
export interface PageRoute {
  /** The router's own style: `/reviews/$reviewId/search`. */
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
  readonly layout: PageLayout;
  /** The last part of the path in the top bar, and of the window's title. A page with a better name calls usePlace. */
  readonly title: string;
  /** Places between the review (or nothing) and this page, for the path in the top bar. `to` in the router's style. */
  readonly under?: readonly { readonly title: string; readonly to: string }[];
}
