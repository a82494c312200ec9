/** A person's name in the parts that citations need. */
export interface NameParts {
  readonly family: string;
  readonly given: string;
  /** Of the given names: `AB`. */
  readonly initials: string;
}

/** Small words that belong to the family name that follows them. */
const PARTICLES = new Set(
  'al ap ben bin bint da de del della den der des di do dos du el ibn la le san st. ten ter van von zu'.split(' '),
);

/**
 * Parts a name written as people write their own, given names first, or family name first before a comma. A guess where
 * customs differ: whoever prints it can correct the text.
 */
export function nameParts(name: string): NameParts {
  const [before = '', after] = name.split(',').map(part => part.trim().replace(/\s+/g, ' '));
  if (after) return { family: before, given: after, initials: initialsOf(after) };
  const words = before.split(' ');
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1]?.toLowerCase() ?? '')) start--;
  const given = words.slice(0, start).join(' ');
  return { family: words.slice(start).join(' '), given, initials: initialsOf(given) };
}

function initialsOf(given: string): string {
  return given
    .split(/[\s-]+/)
    .map(word => word.match(/\p{L}/u)?.[0]?.toUpperCase() ?? '')
    .join('');
}

/** As reference lists print it: `Smith CB`. */
export function citedName(name: string): string {
  const { family, initials } = nameParts(name);
  return initials === '' ? family : `${family} ${initials}`;
}
