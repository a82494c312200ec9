import type { BodyInputOf, Endpoint, ParamsOf, QueryInputOf, ReplyOf } from '#contract/endpoint';
import { CallProblem } from './CallProblem.ts';
import { sendFile } from './sendFile.ts';
import { shownPerson } from './shownPerson.ts';

/** A part of the request that the endpoint asks for: absent, optional or required, as its schema says. */
type Asked<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : object extends Value
    ? { readonly [key in Name]?: Value }
    : { readonly [key in Name]: Value };

export type CallInput<E extends Endpoint> = Asked<'params', ParamsOf<E>> &
  Asked<'query', QueryInputOf<E>> &
  Asked<'body', BodyInputOf<E>> & {
    readonly file?: Blob;
    readonly onSent?: (bytes: number) => void;
    readonly onReceived?: (bytes: number) => void;
    readonly signal?: AbortSignal;
    readonly as?: string;
  };

/** The input may be left out when the endpoint asks for nothing. */
export type CallRest<E extends Endpoint> = object extends CallInput<E> ? [input?: CallInput<E>] : [input: CallInput<E>];

/** The same input without its types, as the wire sees it. */
interface LooseInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: Blob;
  /** Hears how much of the file has left. */
  readonly onSent?: (bytes: number) => void;
  /** Hears how much of the file has come. */
  readonly onReceived?: (bytes: number) => void;
  readonly signal?: AbortSignal;
  /** Whose deed this is, where it isn't that of whose page this is. The server refuses it when somebody else is signed in. */
  readonly as?: string;
}

/**
 * Calls an endpoint of the contract. The reply is typed by the endpoint's reply schema but not parsed here: the server
 * has already presented it through that very schema, and the page stays small. Throws a CallProblem.
 */
export async function call<E extends Endpoint>(endpoint: E, ...[input]: CallRest<E>): Promise<ReplyOf<E>> {
  const response = await send(endpoint, input ?? {});
  if (response.status === 204 || endpoint.replyKind === 'nothing') return undefined as ReplyOf<E>; // the endpoint promises nothing
  return (await response.json()) as ReplyOf<E>; // the server presents its reply through this schema
}

export interface CalledFile {
  readonly blob: Blob;
  readonly fileName: string | null;
}

/** Calls an endpoint whose reply is a file. `onReceived` hears how much of it has come. */
export async function callForFile<E extends Endpoint>(endpoint: E, ...[input]: CallRest<E>): Promise<CalledFile> {
  const loose: LooseInput = input ?? {};
  const response = await send(endpoint, loose);
  const blob = await (loose.onReceived ? heard(response, loose.onReceived) : response).blob();
  return { blob, fileName: fileNameOf(response.headers.get('content-disposition')) };
}

/** The same reply, whose bytes are told of as they come. */
function heard(response: Response, onReceived: (bytes: number) => void): Response {
  let bytes = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      bytes += part.byteLength;
      onReceived(bytes);
      controller.enqueue(part);
    },
  });
  return new Response(response.body?.pipeThrough(counting) ?? null, { headers: response.headers });
}

/** The address of an endpoint, for links that the browser itself follows (a download, an image). */
export function addressOf<E extends Endpoint>(endpoint: E, ...[input]: CallRest<E>): string {
  const loose: LooseInput = input ?? {};
  return fillPath(endpoint.path, loose.params) + queryText(loose.query);
}

async function send(endpoint: Endpoint, input: LooseInput): Promise<Response> {
  const headers = new Headers({ accept: endpoint.replyKind === 'file' ? '*/*' : 'application/json' });
  const person = input.as ?? shownPerson();
  if (person !== null && endpoint.method !== 'GET') headers.set('pooled-person', person);
  let body: BodyInit | null = null;
  if (input.file) {
    headers.set('content-type', input.file.type || 'application/octet-stream');
    body = input.file;
  } else if (input.body !== undefined) {
    headers.set('content-type', 'application/json');
    body = JSON.stringify(input.body);
  }

  let response: Response;
  try {
    const address = fillPath(endpoint.path, input.params) + queryText(input.query);
    const { method } = endpoint;
    response =
      input.file && input.onSent
        ? await sendFile(address, { method, headers, file: input.file, signal: input.signal }, input.onSent)
        : await fetch(address, { method, headers, body, credentials: 'same-origin', signal: input.signal ?? null });
  } catch (cause) {
    // A call that was taken back is no problem: the query library wants to see it as it is.
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw CallProblem.ofNetwork(cause);
  }
  if (!response.ok) throw await CallProblem.ofResponse(response);
  return response;
}

function fillPath(path: string, params: unknown): string {
  const values = isRecord(params) ? params : {};
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === null) throw new TypeError(`call: ${path} needs a value for ${name}.`);
    return encodeURIComponent(String(value));
  });
}

/** Lists repeat their name; what is undefined or null is left out. */
function queryText(query: unknown): string {
  if (!isRecord(query)) return '';
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) text.append(name, String(one));
    }
  }
  const joined = text.toString();
  return joined === '' ? '' : `?${joined}`;
}

function fileNameOf(disposition: string | null): string | null {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return disposition?.match(/filename="?([^";]+)"?/i)?.[1] ?? null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
