import { buildConcept } from '#core/protocol/buildConcept';
import { frameSlot } from '#core/protocol/frames';
import type { QueryWarning } from '#core/protocol/queryWarning';
import type { Question } from '#core/protocol/question';
import { findSearchFilter, SEARCH_FILTERS, type SearchFilter } from '#core/protocol/searchFilters';
import { searchLimits } from '#core/protocol/searchLimits';

export interface ConceptLine {
  readonly slot: string;
  readonly line: string;
}

export interface BuiltQuery {
  /** The whole PubMed search string; empty when the question names nothing to search for. */
  readonly query: string;
  readonly concepts: readonly ConceptLine[];
  /** Published filters used, to be cited (PRISMA-S item 10). */
  readonly filters: ReadonlyArray<Pick<SearchFilter, 'name' | 'label' | 'citation'> & { readonly line: string }>;
  /** Dates and languages, reported by themselves (PRISMA-S item 9). */
  readonly limits: readonly string[];
  readonly warnings: readonly QueryWarning[];
}

/**
 * A question as a PubMed search: a block of headings and words for each slot that is searched for, joined by AND, then
 * published filters, then limits. Source: Cochrane Handbook, chapter 4; PubMed User Guide.
 */
export function buildQuery(question: Question): BuiltQuery {
  const warnings: QueryWarning[] = [];
  const concepts: ConceptLine[] = [];
  for (const slot of question.slots) {
    const known = frameSlot(question.frame, slot.slot);
    const name = known?.slot ?? slot.slot;
    if (known === null) {
      warnings.push({
        code: 'unknown-slot',
        slot: name,
        message: `${question.frame} has no slot “${slot.slot}”; it is searched for all the same.`,
      });
    }
    const { line, warnings: concerns } = buildConcept(slot);
    if (!(slot.inSearch ?? known?.inSearch ?? true)) {
      if (line !== null) warnings.push(leftOut(name, slot.inSearch === undefined));
      continue;
    }
    warnings.push(...concerns.map(concern => ({ ...concern, slot: name })));
    if (line === null) {
      warnings.push({
        code: 'empty-slot',
        slot: name,
        message: `Nothing to search for is given for ${name}: the search is not narrowed by it.`,
      });
    } else concepts.push({ slot: name, line });
  }
  const filters = filtersOf(question, warnings);
  const limits = searchLimits(question);
  warnings.push(...limits.warnings);
  if (concepts.length === 0)
    warnings.push({ code: 'nothing-to-search', slot: null, message: 'The question names nothing to search for yet.' });
  return {
    query:
      concepts.length === 0
        ? ''
        : joined([...concepts.map(({ line }) => line), ...filters.map(({ line }) => line), ...limits.lines]),
    concepts,
    filters,
    limits: limits.lines,
    warnings,
  };
}

function leftOut(slot: string, byDefault: boolean): QueryWarning {
  return {
    code: 'slot-left-out',
    slot,
    message: byDefault
      ? `The ${slot} is left out of the search: many eligible studies don’t name it in title or abstract. It still counts when records are judged.`
      : `The ${slot} is left out of the search, as the question asks.`,
  };
}

function filtersOf(question: Question, warnings: QueryWarning[]): BuiltQuery['filters'] {
  return (question.filters ?? []).flatMap(name => {
    const filter = findSearchFilter(name);
    if (filter === null) {
      const known = SEARCH_FILTERS.map(each => each.name).join(', ');
      warnings.push({
        code: 'unknown-filter',
        slot: null,
        message: `There is no filter “${name}” here, and none was applied; there are: ${known}.`,
      });
      return [];
    }
    warnings.push({
      code: 'filter-used',
      slot: null,
      message: `${filter.label}. Loses: ${filter.loses} Cite: ${filter.citation}.`,
    });
    const { name: id, label, citation, query } = filter;
    // A filter that only takes away stands behind NOT; a filter with a NOT inside needs parentheses of its own.
    const line = query.startsWith('NOT ') || !query.includes(' NOT ') ? query : `(${query})`;
    return [{ name: id, label, citation, line }];
  });
}

/** What only takes away stands last, so that reading from left to right it takes from the whole. */
function joined(lines: readonly string[]): string {
  const taking = lines.filter(line => line.startsWith('NOT '));
  return [lines.filter(line => !line.startsWith('NOT ')).join(' AND '), ...taking].join(' ');
}
