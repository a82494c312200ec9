import type { Role } from '#core/vocabulary';
import { roleName } from './roleName.ts';

const joined = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Several roles in one line: "Screener and extractor". */
export function roleList(roles: readonly Role[]): string {
  const [first, ...rest] = roles.map(roleName);
  return first === undefined ? 'no role yet' : joined.format([first, ...rest.map(name => name.toLowerCase())]);
}
