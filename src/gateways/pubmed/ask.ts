import { Problem } from '#core/problem';
import { judgeReply, type Verdict } from '#gateways/pubmed/judgeReply';
import { NCBI, type PubmedSettings } from '#gateways/pubmed/settings';

export type Utility = 'esearch' | 'efetch' | 'epost' | 'espell' | 'elink';
export type Parameters = Readonly<Record<string, string | number>>;
/** Asks one utility until it answers properly, and gives the body. */
export type Ask = (utility: Utility, parameters: Parameters, signal?: AbortSignal) => Promise<string>;

const LONGEST_WAIT_MS = 60_000;

/**
 * One question to E-utilities: always by POST, spaced by the limiter, tried again after 429, 5xx, a broken line, a
 * passing 400 or a body cut short, with waits that double and differ, or as long as Retry-After says.
 */
export function createAsk(settings: PubmedSettings): Ask {
  const fetchNow = settings.fetch ?? globalThis.fetch;
  const sleep = settings.sleep ?? (ms => new Promise<void>(resolve => setTimeout(resolve, ms)));
  const random = settings.random ?? Math.random;
  const tries = settings.tries ?? 6;

  const once = async (utility: Utility, parameters: Parameters, signal: AbortSignal | undefined): Promise<Verdict> => {
    const timeout = AbortSignal.timeout(settings.timeoutMs ?? 120_000);
    try {
      const response = await fetchNow(new URL(`${utility}.fcgi`, settings.baseUrl ?? NCBI), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: formOf(settings, parameters),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return judgeReply(utility, response.status, response.headers.get('retry-after'), await response.text());
    } catch (error) {
      if (signal?.aborted) throw error;
      return { kind: 'again', reason: timeout.aborted ? 'no answer in time' : 'the connection broke', waitMs: null };
    }
  };

  return async (utility, parameters, signal) => {
    let reason = '';
    for (let attempt = 1; attempt <= tries; attempt++) {
      signal?.throwIfAborted();
      await settings.limiter.acquire();
      const verdict = await once(utility, parameters, signal);
      if (verdict.kind === 'answer') return verdict.body;
      if (verdict.kind === 'refused')
        throw new Problem('upstream', withoutKey(verdict.reason, settings.apiKey), { utility });
      reason = verdict.reason;
      const backOff = 500 * 2 ** (attempt - 1) * (0.5 + random());
      const waitMs = Math.min(LONGEST_WAIT_MS, Math.round(verdict.waitMs ?? backOff));
      if (verdict.waitMs !== null) await settings.limiter.defer(waitMs);
      settings.log?.({ utility, attempt, waitMs, reason });
      if (attempt < tries) await sleep(waitMs);
    }
    throw new Problem(
      'upstream',
      `PubMed gave no usable answer in ${tries} tries (${reason}). What has arrived so far is kept; the search can go on from there later.`,
      { utility, tries, reason },
    );
  };
}

function formOf(settings: PubmedSettings, parameters: Parameters): URLSearchParams {
  const form = new URLSearchParams({ db: 'pubmed', tool: settings.tool, email: settings.email });
  if (settings.apiKey) form.set('api_key', settings.apiKey);
  for (const [name, value] of Object.entries(parameters)) form.set(name, String(value));
  return form;
}

function withoutKey(text: string, apiKey: string | undefined): string {
  return apiKey ? text.replaceAll(apiKey, '…') : text;
}
