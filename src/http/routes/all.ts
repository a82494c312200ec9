import type { Route } from '#http/bind';
import { openingRoutes } from '#http/routes/openings';
import { peopleRoutes } from '#http/routes/people';
import { profileRoutes } from '#http/routes/profiles';
import { projectRoutes } from '#http/routes/projects';

/** Every endpoint of the contract with the deed that answers it. A test fails when one is missing. */
export function createRoutes(options: { hasOrcid: boolean }): readonly Route[] {
  return [...peopleRoutes(options), ...profileRoutes, ...projectRoutes, ...openingRoutes];
}
