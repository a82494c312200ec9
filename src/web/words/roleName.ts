import type { Role } from '#core/vocabulary';

const NAMES: Readonly<Record<Role, string>> = {
  lead: 'Lead',
  screener: 'Screener',
  adjudicator: 'Adjudicator',
  extractor: 'Extractor',
  statistician: 'Statistician',
  writer: 'Writer',
  librarian: 'Librarian',
  mentor: 'Mentor',
  viewer: 'Viewer',
};

/** What a role is called where it stands alone: "Screener". */
export function roleName(role: Role): string {
  return NAMES[role];
}
