import type { Role } from '#core/vocabulary';

/** "Screener, extractor": the roles of a person as they stand under the name. */
export function roleNames(roles: readonly Role[]): string {
  const joined = roles.join(', ');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}
