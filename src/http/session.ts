import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';
import { Problem } from '#core/problem';
import type { Actor, Context } from '#services/context';
import { findActor } from '#services/people/findActor';

declare module 'express-session' {
  interface SessionData {
    personId: string;
    /** What an ORCID sign-in has to remember between its two steps. */
    orcid: { state: string; nonce: string; codeVerifier: string; returnTo: string };
  }
}

declare global {
  namespace Express {
    interface Request {
      actor?: Actor;
    }
  }
}

const FOURTEEN_DAYS_IN_SECONDS = 14 * 24 * 60 * 60;

/** Sessions in PostgreSQL, so that any web process knows them all; the cookie holds nothing but a signed number. */
export function keepSessions(options: { pool: Pool; secret: string; isSecure: boolean }): RequestHandler {
  const Store = connectPgSimple(session);
  return session({
    name: 'pooled.sid',
    secret: options.secret,
    store: new Store({
      pool: options.pool,
      tableName: 'sessions',
      ttl: FOURTEEN_DAYS_IN_SECONDS,
      disableTouch: true,
      pruneSessionInterval: 60 * 60,
    }),
    resave: false,
    saveUninitialized: false,
    proxy: options.isSecure,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: options.isSecure,
      maxAge: FOURTEEN_DAYS_IN_SECONDS * 1000,
    },
  });
}

/** Finds out who asks. */
export function identify(context: () => Context): RequestHandler {
  return async (request, _response, next) => {
    const personId = request.session?.personId;
    const actor = personId ? await findActor(context(), personId) : null;
    if (actor) request.actor = actor;
    next();
  };
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site's page sent through this person's browser (CSRF): browsers say where a request
 * comes from, in Sec-Fetch-Site or at least in Origin. Programs send neither and carry no cookie of a browser.
 */
export const refuseOtherSites: RequestHandler = (request, _response, next) => {
  if (SAFE_METHODS.has(request.method)) return next();
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const isForeign = site
    ? site !== 'same-origin' && site !== 'none'
    : origin !== undefined && hostOf(origin) !== request.get('host');
  if (isForeign) throw new Problem('forbidden', 'This came from a page of another site, so nothing was done.');
  next();
};

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Signs a person in under a new session number, so that one known beforehand is worth nothing. */
export async function startSession(
  request: { session: session.Session & Partial<session.SessionData> },
  personId: string,
) {
  await new Promise<void>((done, fail) => request.session.regenerate(error => (error ? fail(error) : done())));
  request.session.personId = personId;
  await saveSession(request);
}

/** Stores it now. Without this a redirect reaches the browser before the session has reached the database. */
export async function saveSession(request: { session: session.Session }): Promise<void> {
  await new Promise<void>((done, fail) => request.session.save(error => (error ? fail(error) : done())));
}

export async function endSession(request: { session: session.Session }): Promise<void> {
  await new Promise<void>((done, fail) => request.session.destroy(error => (error ? fail(error) : done())));
}
