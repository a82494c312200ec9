import { type Audience, PROFILE_LINES, type ProfileLine } from '#core/people/vocabulary';

/** How somebody stands to the person whose profile it is. */
export const RELATIONS = ['self', 'team', 'lead', 'stranger'] as const;
export type Relation = (typeof RELATIONS)[number];

const SEEN_BY: Readonly<Record<Relation, readonly Audience[]>> = {
  self: ['self', 'applied', 'everybody'],
  team: ['applied', 'everybody'],
  lead: ['applied', 'everybody'],
  stranger: ['everybody'],
};

/** The lines of a profile that somebody may see. What isn't named in `audiences` is the person's own. */
export function visibleLines(
  audiences: Readonly<Partial<Record<ProfileLine, Audience>>>,
  relation: Relation,
): ReadonlySet<ProfileLine> {
  return new Set(PROFILE_LINES.filter(line => SEEN_BY[relation].includes(audiences[line] ?? 'self')));
}

/** An address is shown when both agreed to work together: to the team, and to oneself. */
export function mayContact(relation: Relation): boolean {
  return relation === 'self' || relation === 'team';
}
