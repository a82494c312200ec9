import { escapeXml, json, pastCap, type Reply, searchError, xml } from './replies.js';
import type { CorpusSearch } from './searchCorpus.js';

export interface SearchAnswer {
  readonly parameters: URLSearchParams;
  readonly cap: number;
  /** Null when the term is empty. */
  readonly found: CorpusSearch | null;
  /** Where the set was stored, when history was asked for. */
  readonly stored: { readonly webEnv: string; readonly queryKey: number } | null;
}

/** The reply of ESearch, with the cap that PubMed sets: silently cut windows, an ERROR for windows past it. */
export function answerSearch({ parameters, cap, found, stored }: SearchAnswer): Reply {
  const retmode = parameters.get('retmode') ?? 'xml';
  if (found === null) {
    return searchError(
      'Search Backend failed: An error occurred while processing request. Details: Empty Term in the request',
      retmode,
    );
  }
  const start = Number(parameters.get('retstart') ?? 0);
  const asked = Number(parameters.get('retmax') ?? 20);
  if (start >= cap) return pastCap(cap, retmode);
  const most = Math.min(asked, cap - start);
  const ids = found.pmids.slice(start, start + most);
  const messages = [
    ...(found.pmids.length === 0 ? ['No items found.'] : []),
    ...(most < asked ? [`Restrictions achieved. start and count adjusted to ${start}, ${most}`] : []),
  ];
  const warns = found.quotedPhrasesNotFound.length + messages.length > 0;
  if (retmode !== 'json') return xml(xmlBody({ found, stored, ids, start, messages, most }));
  return json(
    JSON.stringify({
      header: { type: 'esearch', version: '0.3' },
      esearchresult: {
        count: String(found.pmids.length),
        retmax: String(ids.length),
        retstart: String(start),
        ...(stored ? { querykey: String(stored.queryKey), webenv: stored.webEnv } : {}),
        idlist: ids,
        translationset: [],
        querytranslation: found.translation,
        ...(found.fieldsNotFound.length > 0
          ? { errorlist: { phrasesnotfound: [], fieldsnotfound: found.fieldsNotFound } }
          : {}),
        ...(warns
          ? {
              warninglist: {
                phrasesignored: [],
                quotedphrasesnotfound: found.quotedPhrasesNotFound,
                outputmessages: messages,
              },
            }
          : {}),
      },
    }),
  );
}

function xmlBody({
  found,
  stored,
  ids,
  start,
  messages,
}: {
  readonly found: CorpusSearch;
  readonly stored: SearchAnswer['stored'];
  readonly ids: readonly string[];
  readonly start: number;
  readonly messages: readonly string[];
  readonly most: number;
}): string {
  const tagged = (name: string, values: readonly string[]) =>
    values.map(value => `<${name}>${escapeXml(value)}</${name}>`).join('');
  const history = stored ? `<QueryKey>${stored.queryKey}</QueryKey><WebEnv>${stored.webEnv}</WebEnv>` : '';
  const list = ids.length === 0 ? '<IdList/>' : `<IdList>\n${ids.map(id => `<Id>${id}</Id>`).join('\n')}\n</IdList>`;
  const errors =
    found.fieldsNotFound.length > 0 ? `<ErrorList>${tagged('FieldNotFound', found.fieldsNotFound)}</ErrorList>` : '';
  const warned = tagged('QuotedPhraseNotFound', found.quotedPhrasesNotFound) + tagged('OutputMessage', messages);
  return `<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE eSearchResult PUBLIC "-//NLM//DTD esearch 20060628//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20060628/esearch.dtd">\n<eSearchResult><Count>${found.pmids.length}</Count><RetMax>${ids.length}</RetMax><RetStart>${start}</RetStart>${history}${list}<TranslationSet/><QueryTranslation>${escapeXml(found.translation)}</QueryTranslation>${errors}${warned === '' ? '' : `<WarningList>${warned}</WarningList>`}</eSearchResult>\n`;
}
