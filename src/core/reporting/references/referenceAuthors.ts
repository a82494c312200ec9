import type { RecordAuthor } from '#core/searching/record';

/** First letters of the names before the family name: "Jean-Paul" gives J and P. */
export function initialsOf({ initials, fore }: RecordAuthor): string[] {
  const from = initials ?? '';
  // Sources write JP, J.P. and J-P; all mean the same.
  if (/\p{L}/u.test(from)) return [...from.matchAll(/\p{L}/gu)].map(([letter]) => letter.toUpperCase());
  return (fore ?? '')
    .split(/[\s.-]+/)
    .filter(Boolean)
    .map(word => word.charAt(0).toUpperCase());
}

/** "Smith JA" as Vancouver and AMA write it; a group by its name. */
export function shortAuthor(author: RecordAuthor): string {
  if (author.collective) return author.collective;
  const letters = initialsOf(author).join('');
  return [author.last, letters, author.suffix?.replace(/\.$/, '')].filter(Boolean).join(' ');
}

/** "Smith, J. A." as APA writes it. */
export function longAuthor(author: RecordAuthor): string {
  if (author.collective) return author.collective;
  const letters = initialsOf(author).map(letter => `${letter}.`);
  return [author.last, letters.join(' '), author.suffix].filter(Boolean).join(', ');
}
