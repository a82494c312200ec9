import type { RecordAuthor, ReferenceRecord } from '#core/searching/record';

/** More authors than these are cut to the first two and `et al.` */
const ALL_NAMED = 3;

function shortName(author: RecordAuthor): string {
  if (author.collective !== null) return author.collective;
  return [author.last, author.initials ?? author.fore].filter(Boolean).join(' ');
}

/** A record in one line, as a list shows it: `Smith J, Doe A, et al. Journal 1999;12:3-9`. What is unknown is left out. */
export function citation(record: ReferenceRecord): string {
  const names = record.authors.map(shortName).filter(Boolean);
  const authors = names.length > ALL_NAMED ? [...names.slice(0, 2), 'et al'] : names;
  const container =
    record.journalAbbreviation ?? record.journal ?? record.book?.title ?? record.book?.publisher ?? null;
  const year = record.date.year === null ? null : String(record.date.year);
  const place = [record.volume, record.pages].filter(Boolean).join(':');
  const source = [container, year].filter(Boolean).join(' ') + (place ? `;${place}` : '');
  return [authors.length > 0 ? `${authors.join(', ')}.` : '', source.replace(/^;/, '')].filter(Boolean).join(' ');
}
