import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { MeshIndex } from '#core/protocol/meshIndex';
import { answerSearch } from './answerSearch.js';
import { type CorpusArticle, readCorpus } from './corpus.js';
import { type Fault, type FaultKind, faultPlan } from './faults.js';
import { articleSet, escapeXml, fetchError, json, plain, type Reply, rateLimited, xml } from './replies.js';
import { searchCorpus } from './searchCorpus.js';

export interface EutilsStubOptions {
  /** Texts of PubMed XML: whole sets or single articles. */
  readonly articlesXml: readonly string[];
  /** The most ids that one search gives; 9,999 when left out. */
  readonly cap?: number;
  /** Requests let through in a sliding second; 3 without and 10 with a key when left out. */
  readonly perSecond?: number;
  readonly faults?: readonly Fault[];
  /** With it headings are exploded by the tree of MeSH. */
  readonly mesh?: MeshIndex;
}

export interface StubRequest {
  readonly utility: string;
  readonly method: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly status: number;
}

export interface EutilsStub {
  /** The base address to give to the client, with a slash at its end. */
  readonly url: string;
  readonly requests: readonly StubRequest[];
  /** Forgets every stored search, as NCBI does after some hours. */
  readonly expireHistory: () => void;
  /** Adds or replaces articles, as PubMed does every day. */
  readonly add: (articlesXml: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

/** A PubMed of one's own: the contract of E-utilities over a small corpus, with their limits and their faults. */
export async function startEutilsStub(options: EutilsStubOptions): Promise<EutilsStub> {
  const cap = options.cap ?? 9999;
  const corpus = new Map(readCorpus(options.articlesXml));
  const history = new Map<string, string[][]>();
  const requests: StubRequest[] = [];
  const nextFault = faultPlan(options.faults ?? []);
  let recent: number[] = [];

  const isTooMany = (limit: number): boolean => {
    const now = performance.now();
    recent = recent.filter(at => now - at < 1000);
    if (recent.length >= limit) return true;
    recent.push(now);
    return false;
  };

  const store = (webEnv: string | null, pmids: readonly string[]) => {
    const name = webEnv !== null && history.has(webEnv) ? webEnv : `MCID_${randomBytes(12).toString('hex')}`;
    const sets = history.get(name) ?? [];
    sets.push([...pmids]);
    history.set(name, sets);
    return { webEnv: name, queryKey: sets.length };
  };

  const explode = (heading: string): ReadonlySet<string> => {
    const row = options.mesh?.byName(heading) ?? null;
    return new Set(
      row === null
        ? [heading]
        : [heading, ...(options.mesh?.explode(row.ui) ?? []).map(({ name }) => name.toLowerCase())],
    );
  };

  const esearch = (parameters: URLSearchParams): Reply => {
    const webEnv = parameters.get('WebEnv');
    const sets = webEnv === null ? [] : history.get(webEnv);
    if (!sets)
      return xml(
        '<?xml version="1.0" encoding="UTF-8" ?>\n<eSearchResult><ERROR>WebEnv not found</ERROR></eSearchResult>',
      );
    const term = parameters.get('term') ?? '';
    if (term.trim() === '') return answerSearch({ parameters, cap, found: null, stored: null });
    const today = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''));
    const found = searchCorpus(term, corpus, pmid => ({
      explode,
      today,
      isInHistory: line => sets[line - 1]?.includes(pmid) ?? false,
    }));
    const key = Number(parameters.get('query_key') ?? 0);
    const pmids = key > 0 ? found.pmids.filter(pmid => sets[key - 1]?.includes(pmid)) : found.pmids;
    const stored = parameters.get('usehistory') === 'y' ? store(webEnv, pmids) : null;
    return answerSearch({ parameters, cap, found: { ...found, pmids }, stored });
  };

  /** The articles that ids or a stored search name, or the refusal. */
  const chosen = (parameters: URLSearchParams): readonly CorpusArticle[] | Reply => {
    const webEnv = parameters.get('WebEnv');
    if (webEnv === null) {
      const ids = (parameters.get('id') ?? '').split(',').filter(id => /^[1-9]\d*$/.test(id.trim()));
      if (ids.length === 0) return fetchError('ID list is empty! Possibly it has no correct IDs.');
      return [...new Set(ids)].flatMap(id => corpus.get(id.trim()) ?? []);
    }
    const key = Number(parameters.get('query_key') ?? 1);
    const set = history.get(webEnv)?.[key - 1];
    const start = Number(parameters.get('retstart') ?? 0);
    const most = Number(parameters.get('retmax') ?? 20);
    if (!set)
      return fetchError(
        `Cannot retrieve history data. query_key: ${key}, WebEnv: ${webEnv}, retstart: ${start}, retmax: ${most}`,
      );
    if (start >= cap) {
      return fetchError(
        `Search backend cannot retrieve history data. Reason: Exception: 'retstart' cannot be larger than ${cap - 1}. For PubMed, ESearch can only retrieve the first ${cap.toLocaleString('en-US')} records matching the query.`,
      );
    }
    return set.slice(start, Math.min(start + most, cap)).flatMap(id => corpus.get(id) ?? []);
  };

  const answers: Readonly<Record<string, (parameters: URLSearchParams) => Reply>> = {
    esearch,
    efetch: parameters => {
      const articles = chosen(parameters);
      if (!Array.isArray(articles)) return articles as Reply; // what is no list of articles is the refusal
      if (parameters.get('rettype') === 'uilist') return plain(articles.map(({ pmid }) => `${pmid}\n`).join(''));
      return articleSet(articles.map(({ raw }) => raw));
    },
    epost: parameters => {
      const ids = (parameters.get('id') ?? '').split(',').filter(id => /^\d+$/.test(id));
      if (ids.length === 0)
        return xml('<ePostResult><ERROR>Empty ID list; Nothing to store</ERROR></ePostResult>', 400);
      const { webEnv, queryKey } = store(parameters.get('WebEnv'), ids);
      return xml(`<ePostResult><QueryKey>${queryKey}</QueryKey><WebEnv>${webEnv}</WebEnv></ePostResult>`);
    },
    esummary: parameters => {
      const ids = (parameters.get('id') ?? '').split(',');
      const summary = (id: string) => {
        const record = corpus.get(id)?.record;
        return record
          ? { uid: id, title: record.title, pubtype: record.publicationTypes, lang: record.languages }
          : { uid: id, error: 'cannot get document summary' };
      };
      return json(
        JSON.stringify({
          header: { type: 'esummary', version: '0.3' },
          result: { uids: ids, ...Object.fromEntries(ids.map(id => [id, summary(id)])) },
        }),
      );
    },
    espell: parameters =>
      xml(
        `<eSpellResult><Database>pubmed</Database><Query>${escapeXml(parameters.get('term') ?? '')}</Query><CorrectedQuery></CorrectedQuery><SpelledQuery/><ERROR/></eSpellResult>`,
      ),
  };

  const answer = (utility: string, parameters: URLSearchParams, fault: FaultKind | null): Reply => {
    const limit = options.perSecond ?? (parameters.has('api_key') ? 10 : 3);
    const caller = parameters.get('api_key') ?? '203.0.113.7';
    if (fault === 'rate-limited' || isTooMany(limit)) return rateLimited(caller, limit);
    if (fault === 'rate-limited-as-200') return rateLimited(caller, limit, 200);
    if (fault === 'server-error')
      return {
        status: 500,
        type: 'text/html',
        body: '<html><head><title>WWW Error 500 Diagnostic</title></head><body>Error</body></html>',
      };
    if (fault === 'transient-400')
      return fetchError(' Error: External viewer error: Empty Response. Bytes read: 0 Status: Timeout');
    if (fault === 'backend-proxy-error')
      return json(
        '{"header":{"type":"esearch","version":"0.3"},"esearchresult":{"ERROR":"Search Backend failed: Exception:\n502 Proxy Error"}}',
      );
    const reply = answers[utility]?.(parameters) ?? { status: 404, type: 'text/plain', body: 'Not Found' };
    if (fault === 'truncated') return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length * 0.6)) };
    if (fault === 'raw-newline')
      return { ...reply, body: reply.body.replace('"querytranslation":"', '"querytranslation":"\n') };
    if (fault === 'fewer-ids') return { ...reply, body: reply.body.replace(/"idlist":\["\d+",?/, '"idlist":[') };
    return reply;
  };

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stub');
    const utility = /^\/entrez\/eutils\/(\w+)\.f?cgi$/.exec(url.pathname)?.[1] ?? '';
    const parameters = new URLSearchParams([...url.searchParams, ...new URLSearchParams(await text(request))]);
    const fault = nextFault(utility);
    if (fault === 'hang-up') {
      requests.push({ utility, method: request.method ?? '', parameters: Object.fromEntries(parameters), status: 0 });
      response.destroy();
      return;
    }
    const reply = answer(utility, parameters, fault);
    requests.push({
      utility,
      method: request.method ?? '',
      parameters: Object.fromEntries(parameters),
      status: reply.status,
    });
    response.writeHead(reply.status, { 'Content-Type': reply.type, ...reply.headers });
    if (fault === 'slow') {
      const middle = Math.floor(reply.body.length / 2);
      response.write(reply.body.slice(0, middle));
      await new Promise(resolve => setTimeout(resolve, 50));
      response.end(reply.body.slice(middle));
    } else response.end(reply.body);
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on TCP has a port
  return {
    url: `http://127.0.0.1:${port}/entrez/eutils/`,
    requests,
    expireHistory: () => history.clear(),
    add: articlesXml => {
      for (const [pmid, article] of readCorpus(articlesXml)) corpus.set(pmid, article);
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
