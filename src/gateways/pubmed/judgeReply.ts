import type { Utility } from '#gateways/pubmed/ask';

export type Verdict =
  | { readonly kind: 'answer'; readonly body: string }
  | { readonly kind: 'again'; readonly reason: string; readonly waitMs: number | null }
  | { readonly kind: 'refused'; readonly reason: string };

const RATE_LIMITED = /^\s*\{\s*"error"\s*:\s*"API rate limit exceeded"/;
const KEY_REFUSED = /^\s*\{\s*"error"\s*:\s*"API key/i;
/** Errors of PubMed's own machinery that pass, though some come as 400 or even 200. */
const PASSING =
  /External viewer error|cannot get document summary|50[0-9] (?:Proxy Error|Bad Gateway|Service)|Bytes read: 0|Status: Timeout|timed? ?out|temporarily unavailable|Unable to (?:obtain|open) connection|Read failed/i;

/** What a reply means: an answer, a reason to ask again, or a refusal that asking again won't change. */
export function judgeReply(utility: Utility, status: number, retryAfter: string | null, body: string): Verdict {
  // The body of a refusal echoes our key or address: it is looked at, never passed on.
  if (status === 429 || RATE_LIMITED.test(body)) {
    return { kind: 'again', reason: 'too many requests', waitMs: waitOf(retryAfter) ?? 2000 };
  }
  if (KEY_REFUSED.test(body))
    return { kind: 'refused', reason: 'PubMed does not accept the API key: ask the operator to check it.' };
  if (status >= 500) return { kind: 'again', reason: `PubMed answered ${status}`, waitMs: waitOf(retryAfter) };
  const error = errorIn(body);
  if (status >= 400) {
    if (utility === 'efetch' && error?.includes('ID list is empty'))
      return { kind: 'answer', body: '<PubmedArticleSet></PubmedArticleSet>' };
    if (error !== null && PASSING.test(error))
      return { kind: 'again', reason: 'PubMed had a passing fault', waitMs: null };
    return {
      kind: 'refused',
      reason: error === null ? `PubMed refused the request (${status}).` : `PubMed refused the request: ${error}`,
    };
  }
  if (error !== null && PASSING.test(error))
    return { kind: 'again', reason: 'PubMed had a passing fault', waitMs: null };
  if (utility === 'efetch' && error !== null && !body.includes('<PubmedArticleSet')) {
    return { kind: 'refused', reason: `PubMed refused the request: ${error}` };
  }
  return isWhole(utility, body)
    ? { kind: 'answer', body }
    : { kind: 'again', reason: 'the answer was cut short', waitMs: null };
}

function isWhole(utility: Utility, body: string): boolean {
  const end = body.trimEnd().slice(-40);
  if (utility === 'efetch') return /<\/PubmedArticleSet>$|<PubmedArticleSet\s*\/>$/.test(end);
  return utility === 'esearch' ? end.endsWith('}') : /<\/e\w+Result>$/.test(end);
}

/** The text of an ERROR, in XML or JSON. */
function errorIn(body: string): string | null {
  const found =
    /<ERROR>([\s\S]*?)<\/ERROR>/.exec(body.slice(0, 5000))?.[1] ??
    /"ERROR"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body.slice(0, 5000))?.[1];
  return found === undefined ? null : found.replace(/\s+/g, ' ').trim();
}

/** Milliseconds that Retry-After asks for: seconds, as NCBI writes it. */
function waitOf(retryAfter: string | null): number | null {
  const seconds = Number(retryAfter ?? Number.NaN);
  return retryAfter !== null && retryAfter.trim() !== '' && Number.isFinite(seconds) && seconds >= 0
    ? seconds * 1000
    : null;
}
