import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ZodError } from 'zod';
import { type FieldProblem, Problem, type ProblemKind } from '#core/problem';

/** The one table that turns a kind of refusal into a status. */
const STATUS: Readonly<Record<ProblemKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  upstream: 502,
  unavailable: 503,
};

const TITLE: Readonly<Record<ProblemKind, string>> = {
  invalid: 'Something in the request is not right',
  unauthenticated: 'Sign in first',
  forbidden: 'This is not yours to do',
  'not-found': 'There is nothing here',
  conflict: 'This can’t be done as things stand now',
  'too-many': 'Too many tries',
  upstream: 'Another service did not answer as it should',
  unavailable: 'Pooled can’t do this just now',
};

/** What a body parser or the router throws: an error with a status of its own. */
interface StatusError extends Error {
  readonly status: number;
  readonly type?: string;
}

function isStatusError(error: unknown): error is StatusError {
  return error instanceof Error && typeof (error as { status?: unknown }).status === 'number';
}

/** Answers every error as application/problem+json (RFC 9457) with the request's id. Our own mistakes show their title only. */
export const answerProblem: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const requestId = String(request.id ?? '');
  const { status, title, detail, fields, facts } = describe(error);
  if (status >= 500) request.log?.error({ err: error }, 'request failed');
  if (response.headersSent) {
    // A download that breaks half-way must look broken, not finished.
    response.destroy();
    return;
  }
  response
    .status(status)
    .type('application/problem+json')
    .json({ type: 'about:blank', title, status, detail, requestId, fields, facts });
};

interface Description {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly FieldProblem[];
  readonly facts: Readonly<Record<string, unknown>>;
}

function describe(error: unknown): Description {
  if (error instanceof Problem) {
    return {
      status: STATUS[error.kind],
      title: TITLE[error.kind],
      detail: error.message,
      fields: error.fields,
      facts: error.facts,
    };
  }
  if (isDatabaseAway(error)) return describe(DATABASE_AWAY);
  if (error instanceof ZodError) return describe(requestProblem(error, ''));
  if (isStatusError(error) && error.status < 500) {
    const detail =
      error.type === 'entity.too.large'
        ? 'This is larger than Pooled takes here.'
        : error.type === 'entity.parse.failed'
          ? 'The body is not valid JSON.'
          : error.message;
    return { status: error.status, title: TITLE.invalid, detail, fields: [], facts: {} };
  }
  return {
    status: 500,
    title: 'Pooled made a mistake',
    detail: 'Nothing of this request was stored. Try again; if it stays, report it with the request’s id.',
    fields: [],
    facts: {},
  };
}

const DATABASE_AWAY = new Problem(
  'unavailable',
  'The database does not answer just now. Nothing of this request was stored; try again in a moment.',
);

/** Codes of PostgreSQL that is stopping, starting or gone, and of a connection that could not be made or broke. */
const AWAY = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } }; // pg's and TypeORM's fields
  if (AWAY.has(String(driverError?.code ?? code))) return true;
  return /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message);
}

/** All that is wrong in one part of a request, each with a JSON pointer such as `/body/title`. */
export function requestProblem(error: ZodError, part: string): Problem {
  const fields = error.issues.map(issue => ({
    pointer: `${part}/${issue.path.map(step => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
    detail: issue.message,
  }));
  const count = fields.length === 1 ? 'One field is' : `${fields.length} fields are`;
  return new Problem('invalid', `${count} not right. Nothing was stored.`, {}, fields);
}

export const answerNotFound: RequestHandler = request => {
  throw new Problem('not-found', `There is no ${request.method} ${request.path}.`);
};
