import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may knock: anybody, or only a person who is signed in. What they may do is for the policies. */
export type Access = 'anyone' | 'person';

/** What travels in a body: JSON, or one file streamed as it is (its name in the `fileName` query). */
export type BodyKind = 'json' | 'file';

/** What comes back: JSON by the reply's schema, a text or binary file, or nothing. */
export type ReplyKind = 'json' | 'file' | 'nothing';

/**
 * An endpoint is a value: the server binds it, the client calls it, OpenAPI prints it. Its reply schema is the
 * presenter: what it doesn't name never leaves the server.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly isEndpoint: true;
  readonly method: Method;
  /** Express style: `/api/reviews/:reviewId/records`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params: Params | undefined;
  readonly query: Query | undefined;
  readonly body: Body | undefined;
  readonly bodyKind: BodyKind;
  readonly reply: Reply | undefined;
  readonly replyKind: ReplyKind;
  readonly status: number;
}

export interface EndpointDefinition<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly access?: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly bodyKind?: BodyKind;
  readonly reply?: Reply;
  readonly replyKind?: ReplyKind;
  readonly status?: number;
}

/** Makes an endpoint: for people who are signed in, JSON both ways and status 200, unless it says otherwise. */
export function endpoint<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Reply extends z.ZodType = z.ZodUndefined,
>(definition: EndpointDefinition<Params, Query, Body, Reply>): Endpoint<Params, Query, Body, Reply> {
  const replyKind = definition.replyKind ?? (definition.reply ? 'json' : 'nothing');
  return {
    isEndpoint: true,
    method: definition.method,
    path: definition.path,
    summary: definition.summary,
    access: definition.access ?? 'person',
    params: definition.params,
    query: definition.query,
    body: definition.body,
    bodyKind: definition.bodyKind ?? 'json',
    reply: definition.reply,
    replyKind,
    status: definition.status ?? (replyKind === 'nothing' ? 204 : 200),
  };
}

export type ParamsOf<E> = E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type BodyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.output<B> : never;
/** What a caller may send, before defaults are filled in. */
export type QueryInputOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type BodyInputOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type ReplyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never;
/** What a deed may answer with, before the presenter makes it fit to travel (a Date becomes text). */
export type AnswerOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? Readable<z.input<R>> : never;

/** The same shape, only read from: deeds give readonly data. */
type Readable<T> = T extends Date
  ? T
  : T extends readonly (infer Member)[]
    ? readonly Readable<Member>[]
    : T extends object
      ? { readonly [Key in keyof T]: Readable<T[Key]> }
      : T;
