import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '#contract/endpoint';
import { type FieldProblem, Problem } from '#core/problem';
import { requestProblem } from '#http/problems';
import { type FileReply, sendFile } from '#http/sendFile';
import type { Actor, Context } from '#services/context';

type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

/** What a handler gets of a request: parsed by the contract, with the raw pair for the few that stream. */
export interface Input<E> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly request: Request;
  readonly response: Response;
}

/** What a handler gives back: the reply's data, a file, or nothing that matters where the endpoint has no reply. */
type Answer<E> = AnswerOf<E> extends undefined ? unknown : AnswerOf<E> | FileReply;

/** An endpoint with the deed that answers it. */
export interface Route {
  readonly endpoint: AnyEndpoint;
  readonly answer: (ctx: Context, actor: Actor | null, input: Input<AnyEndpoint>) => Promise<unknown>;
}

/** Binds an endpoint for people who are signed in: the handler always has an actor. */
export function route<E extends AnyEndpoint>(
  endpoint: E,
  answer: (ctx: Context, actor: Actor, input: Input<E>) => Promise<Answer<E>>,
): Route {
  return {
    endpoint,
    answer: async (ctx, actor, input) => {
      if (!actor) throw new Problem('unauthenticated', 'Sign in to go on.');
      // The input was parsed by this very endpoint's schemas just before.
      return answer(ctx, actor, input as unknown as Input<E>);
    },
  };
}

/** Binds an endpoint that anybody may call. */
export function openRoute<E extends AnyEndpoint>(
  endpoint: E,
  answer: (ctx: Context, actor: Actor | null, input: Input<E>) => Promise<Answer<E>>,
): Route {
  // As above: parsed by this endpoint's schemas just before.
  return { endpoint, answer: (ctx, actor, input) => answer(ctx, actor, input as unknown as Input<E>) };
}

/** Puts routes on a router: parse → actor → deed → reply through the presenter. */
export function bindRoutes(router: Router, routes: readonly Route[], context: () => Context): void {
  for (const { endpoint, answer } of routes) {
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'; // the five of Method
    router[method](endpoint.path, async (request: Request, response: Response) => {
      const actor = request.actor ?? null;
      // Who isn't signed in learns nothing from what is wrong with their request.
      if (endpoint.access === 'person' && !actor) throw new Problem('unauthenticated', 'Sign in to go on.');
      if (endpoint.access === 'person' && endpoint.method !== 'GET') refuseSomebodyElse(request, actor);
      const input = {
        params: parsePart(endpoint.params, request.params, '/params'),
        query: parsePart(endpoint.query, request.query, '/query'),
        body: endpoint.bodyKind === 'json' ? parsePart(endpoint.body, request.body, '/body') : undefined,
        request,
        response,
      };
      await sendReply(endpoint, request, response, await answer(context(), actor, input));
    });
  }
}

/** The header in which a page says whose page it is, for every deed. */
export const PERSON_HEADER = 'Pooled-Person';

/**
 * Where several people use one browser, a page of the one may still stand open when the other has signed in: its deeds
 * must not go under the other's name.
 */
function refuseSomebodyElse(request: Request, actor: Actor | null): void {
  const meant = request.get(PERSON_HEADER);
  if (meant === undefined || meant === actor?.personId) return;
  throw new Problem(
    'conflict',
    'Somebody else is signed in on this device now, so nothing was done in your name. Sign in again as yourself.',
    { signedIn: 'somebody-else' },
  );
}

function parsePart(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
  if (!schema) return undefined;
  const unkeepable = unkeepableTexts(value, part);
  if (unkeepable.length > 0) throw new Problem('invalid', 'The request holds text that can’t be kept.', {}, unkeepable);
  const parsed = schema.safeParse(value ?? {});
  if (!parsed.success) throw requestProblem(parsed.error, part);
  return parsed.data;
}

/** Texts that PostgreSQL keeps neither as text nor in JSON: with a NUL character, or with half a character (a lone surrogate). */
function unkeepableTexts(value: unknown, pointer: string): FieldProblem[] {
  if (typeof value === 'string') {
    const isKept = !value.includes('\u0000') && !/\p{Cs}/u.test(value);
    return isKept ? [] : [{ pointer, detail: 'Take out the NUL character or the half character in it.' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => unkeepableTexts(member, `${pointer}/${key}`));
}

async function sendReply(endpoint: AnyEndpoint, request: Request, response: Response, reply: unknown): Promise<void> {
  response.status(endpoint.status);
  if (endpoint.replyKind === 'file') return sendFile(request, response, reply as FileReply); // by the endpoint's own kind
  if (endpoint.replyKind === 'nothing') {
    response.end();
    return;
  }
  response.json(endpoint.reply ? endpoint.reply.parse(reply) : reply);
}
