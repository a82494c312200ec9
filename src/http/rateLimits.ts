import { createHash } from 'node:crypto';
import express, { type RequestHandler } from 'express';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '#core/problem';

/** Where passwords and tokens could be guessed: counted by address and by account, in the database of all processes. */
const GUARDED = [
  { method: 'POST', path: /^\/api\/session$/ },
  { method: 'POST', path: /^\/api\/accounts$/ },
  { method: 'POST', path: /^\/api\/password-resets$/ },
  { method: 'PUT', path: /^\/api\/password-resets\// },
  { method: 'POST', path: /^\/api\/projects\/[^/]+\/agreement\/\d+\/signature$/ },
];

export function limitSignIn(pool: Pool, attemptsPerMinute: number): RequestHandler {
  const common = { storeClient: pool, tableName: 'rate_limits', tableCreated: true, duration: 60 } as const;
  const byAddress = new RateLimiterPostgres({ ...common, keyPrefix: 'address', points: attemptsPerMinute * 5 });
  const byAccount = new RateLimiterPostgres({ ...common, keyPrefix: 'account', points: attemptsPerMinute });
  const readBody = express.json({ limit: '16kb' });
  return (request, response, next) => {
    if (!GUARDED.some(({ method, path }) => method === request.method && path.test(request.path))) return next();
    readBody(request, response, error => {
      if (error) return next(error);
      const keys = [byAddress.consume(request.ip ?? 'unknown')];
      const account = (request.body as { email?: unknown } | undefined)?.email;
      if (typeof account === 'string') keys.push(byAccount.consume(fingerprint(account)));
      Promise.all(keys).then(
        () => next(),
        reason => next(reason instanceof RateLimiterRes ? tooMany(reason, response) : reason),
      );
    });
  };
}

/** Computing for strangers costs time: counted by address. */
export function limitSyntheses(pool: Pool, perMinute = 60): RequestHandler {
  const byAddress = new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'rate_limits',
    tableCreated: true,
    duration: 60,
    keyPrefix: 'synthesis',
    points: perMinute,
  });
  return (request, response, next) => {
    if (request.method !== 'POST' || request.path !== '/api/syntheses') return next();
    byAddress.consume(request.ip ?? 'unknown').then(
      () => next(),
      reason => next(reason instanceof RateLimiterRes ? tooMany(reason, response) : reason),
    );
  };
}

/** The table holds no e-mail addresses, only what they hash to. */
function fingerprint(account: string): string {
  return createHash('sha256').update(account.trim().toLowerCase()).digest('base64url');
}

function tooMany(result: RateLimiterRes, response: Parameters<RequestHandler>[1]): Problem {
  const seconds = Math.ceil(result.msBeforeNext / 1000);
  response.setHeader('Retry-After', String(seconds));
  return new Problem('too-many', `Too many tries in a short time. Wait ${seconds} seconds and try again.`, { seconds });
}
