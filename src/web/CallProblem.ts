/** One field that the server refused: a JSON pointer into the request, and what is wrong and how to right it. */
export interface RefusedField {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * Why a call did not do what was asked: the server's own words when it answered with a problem (RFC 9457), or that
 * nobody answered. `status` is 0 when there was no answer.
 */
export class CallProblem extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly requestId: string | null;
  readonly fields: readonly RefusedField[];
  /** Somebody else has signed in on this device since the page was drawn: nothing was done. */
  readonly isSomebodyElse: boolean;

  constructor(
    problem: Omit<CallProblem, 'name' | 'message' | 'stack' | 'cause' | 'isOfNetwork' | 'isSomebodyElse'> & {
      detail: string;
      cause?: unknown;
      isSomebodyElse?: boolean;
    },
  ) {
    super(problem.detail, { cause: problem.cause });
    this.name = 'CallProblem';
    this.status = problem.status;
    this.type = problem.type;
    this.title = problem.title;
    this.requestId = problem.requestId;
    this.fields = problem.fields;
    this.isSomebodyElse = problem.isSomebodyElse ?? false;
  }

  /** Nobody answered: the request may or may not have arrived. */
  get isOfNetwork(): boolean {
    return this.status === 0;
  }

  static ofNetwork(cause: unknown): CallProblem {
    return new CallProblem({
      status: 0,
      type: 'about:blank',
      title: 'Pooled can’t be reached',
      detail: 'The server did not answer. Check the network, then try again.',
      requestId: null,
      fields: [],
      cause,
    });
  }

  /** Reads `application/problem+json`; an answer of another kind (a proxy's page, say) becomes a sentence with its status. */
  static async ofResponse(response: Response): Promise<CallProblem> {
    const said = await read(response);
    return new CallProblem({
      status: response.status,
      type: textOf(said.type) ?? 'about:blank',
      title: textOf(said.title) ?? 'The server refused this',
      detail: textOf(said.detail) ?? textOf(said.title) ?? `The server answered ${response.status} and said no more.`,
      requestId: textOf(said.requestId) ?? response.headers.get('x-request-id'),
      fields: fieldsOf(said.fields),
      isSomebodyElse: isRecord(said.facts) && said.facts.signedIn === 'somebody-else',
    });
  }
}

async function read(response: Response): Promise<Record<string, unknown>> {
  if (!response.headers.get('content-type')?.includes('json')) return {};
  try {
    const said: unknown = await response.json();
    return isRecord(said) ? said : {};
  } catch {
    return {};
  }
}

function fieldsOf(value: unknown): RefusedField[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (!isRecord(one)) return [];
    const pointer = textOf(one.pointer);
    const detail = textOf(one.detail);
    return pointer === null || detail === null ? [] : [{ pointer, detail }];
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
