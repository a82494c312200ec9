import type { Endpoint } from '#contract/endpoint';
import * as openings from '#contract/openings';
import * as people from '#contract/people';
import * as profiles from '#contract/profiles';
import * as projects from '#contract/projects';

const FEATURES: readonly Readonly<Record<string, unknown>>[] = [people, profiles, projects, openings];

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && (value as { isEndpoint?: unknown }).isEndpoint === true;
}

/** Every endpoint by its name, which is OpenAPI's operationId. */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = Object.fromEntries(
  FEATURES.flatMap(feature =>
    Object.entries(feature).flatMap(([name, value]) => (isEndpoint(value) ? [[name, value] as const] : [])),
  ),
);
