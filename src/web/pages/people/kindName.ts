import type { ProfileKind } from '#core/people/vocabulary';

const NAMES: Readonly<Record<ProfileKind, string>> = {
  img: 'International medical graduate',
  faculty: 'Faculty',
  other: 'Somebody else who works on reviews',
};

const SHORT: Readonly<Record<ProfileKind, string>> = { img: 'IMG', faculty: 'Faculty', other: 'Member' };

/** What a kind of person is called; `short` beside a name. */
export function kindName(kind: ProfileKind, length: 'long' | 'short' = 'long'): string {
  return length === 'short' ? SHORT[kind] : NAMES[kind];
}
