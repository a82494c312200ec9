import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const CLIENT = { clientId: 'APP-POOLEDTEST', clientSecret: 'a secret between the two' };

export interface OpenIdProvider {
  readonly issuer: string;
  /** Whom the provider takes the next visitor for. */
  become(person: { orcid: string; given?: string; family?: string }): void;
  /** What is wrong with the next ID token. */
  spoil(fault: 'nonce' | 'signature' | 'audience' | null): void;
  /** Does what the person’s browser does: visits the address, says yes, and comes back with the address to return to. */
  approve(authorizationUrl: string): Promise<string>;
  close(): Promise<void>;
}

interface Granted {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly orcid: string;
  readonly given: string | undefined;
  readonly family: string | undefined;
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider of OpenID Connect as ORCID is one: code flow, PKCE, nonce, ID tokens signed with RS256. */
export async function startOpenIdProvider(port = 0): Promise<OpenIdProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Granted>();
  let who: { orcid: string; given?: string; family?: string } = { orcid: '0000-0002-1825-0097' };
  let fault: 'nonce' | 'signature' | 'audience' | null = null;

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer());
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return answer(response, 200, {
          issuer: issuer(),
          authorization_endpoint: `${issuer()}/oauth/authorize`,
          token_endpoint: `${issuer()}/oauth/token`,
          jwks_uri: `${issuer()}/oauth/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        });
      case '/oauth/jwks':
        return answer(response, 200, {
          keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
        });
      case '/oauth/authorize': {
        const asked = (name: string) => url.searchParams.get(name) ?? '';
        const isRight =
          asked('client_id') === CLIENT.clientId &&
          asked('response_type') === 'code' &&
          asked('scope') === 'openid' &&
          asked('code_challenge_method') === 'S256' &&
          [asked('state'), asked('nonce'), asked('code_challenge')].every(value => value.length >= 20);
        if (!isRight) return answer(response, 400, { error: 'invalid_request' });
        const code = randomUUID();
        codes.set(code, {
          nonce: asked('nonce'),
          challenge: asked('code_challenge'),
          redirectUri: asked('redirect_uri'),
          orcid: who.orcid,
          given: who.given,
          family: who.family,
        });
        const back = new URL(asked('redirect_uri'));
        back.searchParams.set('code', code);
        back.searchParams.set('state', asked('state'));
        response.writeHead(302, { location: back.href }).end();
        return;
      }
      case '/oauth/token': {
        const form = new URLSearchParams(await text(request));
        const code = form.get('code') ?? '';
        const granted = codes.get(code);
        codes.delete(code);
        const challenge = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        const isRight =
          granted !== undefined &&
          granted.challenge === challenge &&
          granted.redirectUri === form.get('redirect_uri') &&
          isClient(request.headers.authorization, form);
        if (!isRight) return answer(response, 400, { error: 'invalid_grant' });
        return answer(response, 200, {
          access_token: randomUUID(),
          token_type: 'bearer',
          expires_in: 60,
          id_token: idToken(granted),
        });
      }
      default:
        return answer(response, 404, { error: 'not_found' });
    }
  });

  function issuer(): string {
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a server that listens on TCP has a port
  }

  function idToken(granted: Granted): string {
    const now = Math.floor(Date.now() / 1000);
    const head = base64url({ alg: 'RS256', kid: 'one', typ: 'JWT' });
    const claims = base64url({
      iss: issuer(),
      aud: fault === 'audience' ? 'somebody else' : CLIENT.clientId,
      sub: granted.orcid,
      nonce: fault === 'nonce' ? 'another nonce, not the one asked for' : granted.nonce,
      iat: now,
      exp: now + 60,
      ...(granted.given ? { given_name: granted.given } : {}),
      ...(granted.family ? { family_name: granted.family } : {}),
    });
    const key: KeyObject = fault === 'signature' ? strangers.privateKey : keys.privateKey;
    fault = null;
    return `${head}.${claims}.${sign('sha256', Buffer.from(`${head}.${claims}`), key).toString('base64url')}`;
  }

  await new Promise<void>(done => server.listen(port, '127.0.0.1', done));
  return {
    issuer: issuer(),
    become: person => {
      who = person;
    },
    spoil: next => {
      fault = next;
    },
    approve: async authorizationUrl => {
      const reply = await fetch(authorizationUrl, { redirect: 'manual' });
      const location = reply.headers.get('location');
      if (!location) throw new Error(`the provider did not send back: ${reply.status} ${await reply.text()}`);
      return location;
    },
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function isClient(authorization: string | undefined, form: URLSearchParams): boolean {
  if (form.get('client_secret') !== null) {
    return form.get('client_id') === CLIENT.clientId && form.get('client_secret') === CLIENT.clientSecret;
  }
  const pair = Buffer.from(authorization?.replace(/^Basic /, '') ?? '', 'base64')
    .toString('utf8')
    .split(':');
  const [id, secret] = pair.map(part => decodeURIComponent(part.replaceAll('+', ' ')));
  return id === CLIENT.clientId && secret === CLIENT.clientSecret;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
