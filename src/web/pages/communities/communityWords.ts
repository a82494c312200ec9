import type { CommunityPart } from '#core/mentoring/communityWords';

/** What each part is called, one and many, and what it is for. */
export const PART_WORDS: Readonly<Record<CommunityPart, { one: string; many: string; isFor: string }>> = {
  mentee: { one: 'Mentee', many: 'Mentees', isFor: 'you look for people and work' },
  senior: { one: 'Senior', many: 'Seniors', isFor: 'you have gone the path and welcome newcomers' },
  faculty: { one: 'Faculty mentor', many: 'Faculty mentors', isFor: 'you mentor and open doors' },
  committee: { one: 'Committee', many: 'Committee', isFor: 'you see outcomes in numbers, and nothing else' },
};

const WHEN = new Intl.DateTimeFormat('en-GB', { weekday: 'long', hour: '2-digit', minute: '2-digit' });
const ZONE = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' });

/** Weekday and hour in the reader's own time zone, which is named. */
export function hourHere(instant: string): string {
  const zone = ZONE.formatToParts(new Date(instant)).find(part => part.type === 'timeZoneName')?.value;
  return `${WHEN.format(new Date(instant))}${zone ? ` ${zone}` : ''}`;
}
