import { Problem } from '#core/problem';

export const SEARCH_WARNINGS = [
  'phrase-not-found',
  'field-not-found',
  'quoted-phrase-not-found',
  'phrase-ignored',
  'message',
] as const;
export type SearchWarningKind = (typeof SEARCH_WARNINGS)[number];

/** What PubMed says about how it read a search. */
export interface SearchWarning {
  readonly kind: SearchWarningKind;
  readonly severity: 'error' | 'warning' | 'note';
  /** The phrase, field or message as PubMed gives it. */
  readonly text: string;
  readonly message: string;
  /** What to write instead. */
  readonly repair?: string;
}

export interface SearchReply {
  readonly count: number;
  readonly pmids: readonly string[];
  /** The search as PubMed understood it; to be kept with the search. */
  readonly queryTranslation: string;
  readonly translations: ReadonlyArray<{ readonly from: string; readonly to: string }>;
  readonly warnings: readonly SearchWarning[];
  readonly webEnv: string | null;
  readonly queryKey: string | null;
}

/** Reads the JSON of ESearch, raw control characters and all. Throws Problem when the search failed: never read as none found. */
export function readSearchReply(body: string): SearchReply {
  const result = resultOf(body);
  const error = result.ERROR;
  if (typeof error === 'string') throw failedSearch(error.replace(/\s+/g, ' ').trim());
  const count = Number(result.count);
  if (!Number.isInteger(count) || count < 0) throw unreadable();
  return {
    count,
    pmids: texts(result.idlist),
    queryTranslation: typeof result.querytranslation === 'string' ? result.querytranslation : '',
    translations: list(result.translationset).map(entry => ({
      from: String(entry.from ?? ''),
      to: String(entry.to ?? ''),
    })),
    warnings: warningsIn(record(result.errorlist), record(result.warninglist)),
    webEnv: typeof result.webenv === 'string' ? result.webenv : null,
    queryKey: typeof result.querykey === 'string' ? result.querykey : null,
  };
}

function resultOf(body: string): Record<string, unknown> {
  let value: unknown;
  try {
    // PubMed writes raw line breaks into its error texts, which JSON forbids.
    value = JSON.parse(body.replace(/\p{Cc}/gu, ' '));
  } catch {
    throw unreadable();
  }
  const result = record(record(value).esearchresult);
  if (Object.keys(result).length === 0) throw unreadable();
  return result;
}

function failedSearch(error: string): Problem {
  if (/empty term/i.test(error))
    return new Problem('invalid', 'There is nothing to search for: the search string is empty.');
  return new Problem('upstream', `PubMed could not run this search: ${error}`, { error });
}

function unreadable(): Problem {
  return new Problem('upstream', 'PubMed sent an answer that can’t be read. Nothing was changed; try again later.');
}

function warningsIn(errors: Record<string, unknown>, warnings: Record<string, unknown>): readonly SearchWarning[] {
  return [
    ...texts(errors.phrasesnotfound).map(
      (text): SearchWarning => ({
        kind: 'phrase-not-found',
        severity: 'error',
        text,
        message: `PubMed does not know “${text}” and left it out: the search finds more, or something else, than was meant.`,
      }),
    ),
    ...texts(errors.fieldsnotfound).map(
      (text): SearchWarning => ({
        kind: 'field-not-found',
        severity: 'error',
        text,
        message: `PubMed has no field [${text}] and ignored it.`,
      }),
    ),
    ...texts(warnings.quotedphrasesnotfound).map((text): SearchWarning => {
      const words = text.replace(/^"+|"+$/g, '').replace(/"?\[.*\]$/, '');
      return {
        kind: 'quoted-phrase-not-found',
        severity: 'warning',
        text,
        message: `PubMed’s index of phrases lacks ${text}: it finds nothing.`,
        ...(/\s/.test(words) && !words.includes('*') ? { repair: `"${words}"[tiab:~0]` } : {}),
      };
    }),
    ...texts(warnings.phrasesignored).map(
      (text): SearchWarning => ({
        kind: 'phrase-ignored',
        severity: 'note',
        text,
        message: `PubMed left out “${text}”, a very common word.`,
      }),
    ),
    ...texts(warnings.outputmessages).map(
      (text): SearchWarning => ({ kind: 'message', severity: 'note', text, message: text }),
    ),
  ];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function list(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(record) : [];
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
}
