import { type Request, type Response, Router } from 'express';
import * as oidc from 'openid-client';
import { ORCID_REFUSALS, type OrcidRefusal } from '#core/people/orcidRefusals';
import { Problem, type ProblemKind } from '#core/problem';
import { saveSession, startSession } from '#http/session';
import type { Context } from '#services/context';
import { signInByOrcid } from '#services/people/signInByOrcid';

export interface OrcidSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly issuer: string;
}

const BEGIN = '/api/orcid';
const RETURN = '/api/orcid/return';

/**
 * Sign-in by ORCID with OpenID Connect's code flow (PKCE, state and nonce kept in the session). These two addresses
 * are visited by browsers, not called by programs, so they stand beside the contract.
 */
export function orcidRoutes(settings: OrcidSettings, publicUrl: string, context: () => Context): Router {
  const routes = Router();
  let discovered: Promise<oidc.Configuration> | null = null;
  const configuration = async () => {
    discovered ??= discover(settings);
    return discovered.catch(() => {
      // Next time may be better: ORCID being away must not stay in this process's memory.
      discovered = null;
      throw new Problem('upstream', ORCID_REFUSALS.away);
    });
  };

  const begin = async (request: Request, response: Response) => {
    const server = await configuration();
    const codeVerifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    request.session.orcid = { state, nonce, codeVerifier, returnTo: ownPath(request.query.returnTo) };
    // Whom ORCID knows comes back at once: what the return looks for has to be stored before the browser leaves.
    await saveSession(request);
    const target = oidc.buildAuthorizationUrl(server, {
      redirect_uri: `${publicUrl}${RETURN}`,
      scope: 'openid',
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    response.redirect(target.href);
  };

  const comeBack = async (request: Request, response: Response) => {
    const pending = request.session.orcid;
    if (!pending) throw new Problem('invalid', ORCID_REFUSALS.expired);
    const server = await configuration();
    const identity = await redeem(server, new URL(request.originalUrl, publicUrl), pending);
    const { personId } = await signInByOrcid(context(), identity, request.actor?.personId ?? null);
    await startSession(request, personId);
    response.redirect(pending.returnTo);
  };

  routes.get(BEGIN, (request, response) => forPages(request, response, begin));
  routes.get(RETURN, (request, response) => forPages(request, response, comeBack));
  return routes;
}

const REFUSAL_OF: Partial<Record<ProblemKind, OrcidRefusal>> = {
  ...{ invalid: 'expired', unauthenticated: 'refused', conflict: 'taken', upstream: 'away' },
};

/** Who comes with a browser is led to a page that says why it came to nothing, not left before a program's answer. */
async function forPages(
  request: Request,
  response: Response,
  deed: (request: Request, response: Response) => Promise<void>,
): Promise<void> {
  try {
    await deed(request, response);
  } catch (error) {
    const word = error instanceof Problem ? REFUSAL_OF[error.kind] : undefined;
    if (word === undefined || request.accepts(['json', 'html']) !== 'html') throw error;
    response.redirect(`${request.actor ? '/profile' : '/sign-in'}?orcid=${word}`);
  }
}

async function discover(settings: OrcidSettings): Promise<oidc.Configuration> {
  const issuer = new URL(settings.issuer);
  // A provider on this very machine, as tests and trials have it, speaks plain HTTP.
  const isLocal = issuer.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(issuer.hostname);
  // The ID token says who somebody is: its signature is checked even where it comes straight from the provider.
  return oidc.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
    execute: [oidc.enableNonRepudiationChecks, ...(isLocal ? [oidc.allowInsecureRequests] : [])],
  });
}

async function redeem(
  server: oidc.Configuration,
  returned: URL,
  pending: { state: string; nonce: string; codeVerifier: string },
): Promise<{ orcid: string; name: string }> {
  try {
    const tokens = await oidc.authorizationCodeGrant(server, returned, {
      pkceCodeVerifier: pending.codeVerifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
    });
    const claims = tokens.claims();
    if (!claims) throw new TypeError('redeem: the provider sent no ID token');
    const name = [claims.given_name, claims.family_name].filter(part => typeof part === 'string').join(' ');
    return { orcid: claims.sub, name };
  } catch {
    throw new Problem('unauthenticated', ORCID_REFUSALS.refused);
  }
}

/** Only a path of our own: a link must not send a person who has just signed in to somewhere else. */
function ownPath(asked: unknown): string {
  return typeof asked === 'string' && /^\/(?![/\\])/.test(asked) ? asked : '/';
}
