import { parseQuery } from '#core/protocol/parseQuery';
import { SEARCH_FILTERS, type SearchFilter } from '#core/protocol/searchFilters';
import { type QueryBlock, toBlocks } from '#core/protocol/toBlocks';

/** What a report says of a search string beside the string: its published filters and its limits. */
export interface ReportedParts {
  readonly filters: readonly SearchFilter[];
  /** As they stand in the string, with the field that each is of. */
  readonly limits: readonly string[];
}

const LIMITING = new Set(['Language', 'Date - Publication', 'Date - Entry', 'Date - Create']);

/**
 * Reads filters and limits from the string itself, whoever wrote it: a string written by hand need not hold what was ticked
 * beside it. A filter counts when it stands there word for word, spaces and capitals aside. PRISMA-S, items 9 and 10
 * (doi:10.1186/s13643-020-01542-z).
 */
export function reportedParts(query: string): ReportedParts {
  const text = squeezed(query);
  const filters = SEARCH_FILTERS.filter(filter => text.includes(squeezed(filter.query)));
  const held = filters.map(filter => squeezed(filter.query));
  return {
    // What stands only as a part of a longer filter is not a filter of its own: "NOT animals" within the one for trials.
    filters: filters.filter((_, place) => {
      const own = held[place] ?? '';
      const rest = held
        .filter(one => one !== own && one.includes(own))
        .reduce((left, one) => left.replaceAll(one, ''), text);
      return rest.includes(own);
    }),
    limits: toBlocks(parseQuery(query).tree)
      .filter(({ operator, lines }) => operator !== 'OR' && lines.length > 0 && lines.every(isLimit))
      .map(({ operator, text: words, lines }) => `${lines[0]?.field}: ${operator === 'NOT' ? 'NOT ' : ''}${words}`),
  };
}

/** What a block of the string is: a filter by its label, a limit by its field; null for a concept. */
export function nameOfBlock({ operator, text, lines }: QueryBlock): string | null {
  const own = squeezed(operator === 'NOT' ? `NOT ${text}` : text);
  const filter = SEARCH_FILTERS.find(({ query }) => [squeezed(query), squeezed(`(${query})`)].includes(own));
  if (filter) return filter.label;
  return lines.length > 0 && lines.every(isLimit) ? (lines[0]?.field ?? null) : null;
}

function isLimit({ field }: QueryBlock['lines'][number]): boolean {
  return field !== null && LIMITING.has(field);
}

function squeezed(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([()[\]:]) ?/g, '$1')
    .trim();
}
