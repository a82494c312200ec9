import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = 'src/web/pages';

/** Every path of the router, read from the features' lists, so that a new page is in every test that walks them. */
export function webRoutes(): string[] {
  const lists = readdirSync(PAGES, { withFileTypes: true })
    .filter(feature => feature.isDirectory())
    .map(feature => join(PAGES, feature.name, 'routes.tsx'))
    .map(file => readFileSync(file, 'utf8'));
  return lists.flatMap(text => [...text.matchAll(/\bpath: '([^']+)'/g)].flatMap(match => match[1] ?? []));
}

/** Whether an address is one of a route: `/people/$personId` and `/people/01`. */
export function isOfRoute(route: string, address: string): boolean {
  const steps = route.split('/');
  const parts = address.split('/');
  return steps.length === parts.length && steps.every((step, place) => step.startsWith('$') || step === parts[place]);
}
