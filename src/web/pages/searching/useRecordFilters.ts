import { useNavigate, useSearch } from '@tanstack/react-router';
import { RECORD_BOXES } from '#contract/records';
import { AND_ALSO } from '#core/searching/finding/listAddress';
import { CHOICES, RECORD_GAPS, RECORD_SORTS, type RecordSort, VERDICTS } from '#core/vocabulary';
import type { RecordBox } from './boxNames.ts';

/** What a list of records is asked for. */
export interface RecordFilters {
  readonly text: string;
  readonly source: readonly string[];
  readonly label: readonly string[];
  readonly missing: readonly (typeof RECORD_GAPS)[number][];
  readonly verdict: readonly (typeof VERDICTS)[number][];
  readonly mine: readonly (typeof CHOICES)[number][];
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
  readonly import: string;
  readonly box: RecordBox | '';
  readonly reason: string;
}
/** The filters and the order of the list as the address holds them, and the way to change several at once. */
export function useRecordFilters() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  };
  const list = (name: string) =>
    text(name)
      .split(AND_ALSO)
      .filter(part => part !== '');
  const known = <Word extends string>(name: string, words: readonly Word[]) =>
    words.filter(word => list(name).includes(word));
  const year = (name: string) => (/^\d{1,4}$/.test(text(name)) ? Number(text(name)) : null);
  const filters: RecordFilters = {
    text: text('text'),
    source: list('source'),
    label: list('label'),
    missing: known('missing', RECORD_GAPS),
    verdict: known('verdict', VERDICTS),
    mine: known('mine', CHOICES),
    yearFrom: year('yearFrom'),
    yearTo: year('yearTo'),
    import: text('import'),
    box: RECORD_BOXES.find(box => box === text('box')) ?? '',
    reason: text('reason'),
  };
  const sort: RecordSort = RECORD_SORTS.find(one => one === text('sort')) ?? 'match';
  const change = (part: Partial<RecordFilters> & { readonly sort?: RecordSort }) => {
    const written = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, inAddress(value)]));
    const kept = (before: Record<string, unknown>) => ({ ...before, ...written });
    void navigate({ to: '.', search: kept, replace: true, resetScroll: false });
  };
  return { filters, sort, change };
}

function inAddress(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.join(AND_ALSO) : String(value ?? '');
  return text === '' || text === 'match' ? undefined : text;
}

/** How many filters are set, beside the words that are looked for. */
export function countFilters(filters: RecordFilters): number {
  const lists = [filters.source, filters.label, filters.missing, filters.verdict, filters.mine];
  const alone = [filters.import, filters.box, filters.reason].filter(value => value !== '').length;
  const years = filters.yearFrom === null && filters.yearTo === null ? 0 : 1;
  return lists.reduce((sum, list) => sum + list.length, 0) + alone + years;
}

/** As the endpoints take them: what is not asked for is left out. */
export function askedFilters(filters: RecordFilters) {
  const { text, source, label, missing, verdict, mine, yearFrom, yearTo, import: importId, box, reason } = filters;
  return {
    text,
    source: [...source],
    label: [...label],
    missing: [...missing],
    verdict: [...verdict],
    mine: [...mine],
    ...(yearFrom === null ? {} : { yearFrom }),
    ...(yearTo === null ? {} : { yearTo }),
    ...(importId === '' ? {} : { import: importId }),
    ...(box === '' ? {} : { box }),
    ...(reason === '' ? {} : { reason }),
  };
}
