import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { ENDPOINTS } from '#contract/endpoints';
import { bindRoutes } from '#http/bind';
import { createMetrics } from '#http/metrics';
import { describeApi } from '#http/openapi';
import { answerNotFound, answerProblem } from '#http/problems';
import { limitSignIn, limitSyntheses } from '#http/rateLimits';
import { createRoutes } from '#http/routes/all';
import type { OrcidSettings } from '#http/routes/orcid';
import { orcidRoutes } from '#http/routes/orcid';
import { identify, keepSessions, refuseOtherSites } from '#http/session';
import type { Context } from '#services/context';

export interface AppParts {
  /** A context of this moment, with the database outside any transaction. */
  readonly context: () => Context;
  readonly pool: Pool;
  readonly log: Logger;
  readonly sessionSecret: string;
  readonly hasSecureCookies: boolean;
  readonly trustedProxies: number;
  readonly signInAttemptsPerMinute: number;
  readonly publicUrl: string;
  readonly orcid: OrcidSettings | undefined;
  /** Null when everything that requests need is there; else what is missing. */
  readonly whyNotReady: () => Promise<string | null>;
  /** The folder of the built page. */
  readonly webFolder: string;
}

/** The door for programs and browsers: everything between the socket and the deeds. */
export function createApp(parts: AppParts): Express {
  const app = express();
  const metrics = createMetrics();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustedProxies);
  app.use(logRequests(parts.log), metrics.measure);
  app.get('/healthz', (_request, response) => void response.json({ alive: true }));
  app.get('/readyz', async (_request, response) => {
    const why = await parts.whyNotReady();
    response.status(why ? 503 : 200).json({ ready: why === null, why });
  });
  app.get('/metrics', metrics.answer);

  app.use(helmetFor(parts.hasSecureCookies), compression());
  app.get('/openapi.json', (_request, response) => void response.json(describeApi(ENDPOINTS, parts.publicUrl)));
  app.use('/docs', apiPages());

  const api = Router();
  api.use((_request, response, next) => {
    // What a person may see changes with who asks: no cache between keeps it.
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  api.use(refuseOtherSites);
  api.use(keepSessions({ pool: parts.pool, secret: parts.sessionSecret, isSecure: parts.hasSecureCookies }));
  api.use(identify(parts.context));
  api.use(limitSignIn(parts.pool, parts.signInAttemptsPerMinute));
  api.use(limitSyntheses(parts.pool));
  api.use(express.json({ limit: '2mb' }));
  bindRoutes(api, createRoutes({ hasOrcid: parts.orcid !== undefined }), parts.context);
  if (parts.orcid) api.use(orcidRoutes(parts.orcid, parts.publicUrl, parts.context));
  app.use(onlyFor('/api', api));
  app.use('/api', answerNotFound);

  if (existsSync(parts.webFolder)) app.use(webPages(parts.webFolder));
  app.use(answerNotFound);
  app.use(answerProblem);
  return app;
}

/** The API's middleware (sessions above all) is no business of the page's files. */
function onlyFor(prefix: string, router: Router): RequestHandler {
  return (request, response, next) =>
    request.path.startsWith(`${prefix}/`) ? router(request, response, next) : next();
}

/** One line a request: never its query, which may hold words of a search, nor anything of its body. */
function logRequests(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    // What went wrong is logged where it is answered, with the log's own care for what errors quote.
    customAttributeKeys: { err: 'failure' },
    serializers: {
      failure: () => undefined,
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0]?.replace(/(password-resets|invitations)\/[^/]+/, '$1/…'),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    autoLogging: { ignore: request => request.url === '/healthz' || request.url?.startsWith('/assets/') === true },
  });
}

function helmetFor(isSecure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The component library sets sizes as style attributes; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // The one worker of the page's own that lets it open without a network.
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure,
    crossOriginEmbedderPolicy: false,
  });
}

/** The page's files: those under /assets bear their hash and may be kept for ever; every other path is the page. */
function webPages(folder: string): Router {
  const pages = Router();
  pages.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }));
  pages.use(express.static(folder, { index: false }));
  pages.get('/{*path}', (request, response, next) => {
    if (!request.accepts('html')) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, 'index.html'));
  });
  return pages;
}

/** Readable API pages from Swagger UI's own files, with a start script that the strict policy allows. */
function apiPages(): Router {
  const pages = Router();
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  pages.get('/swagger-initializer.js', (_request, response) => {
    response
      .type('text/javascript')
      .send(
        "window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', presets: [SwaggerUIBundle.presets.apis], defaultModelsExpandDepth: -1, docExpansion: 'none', filter: true });",
      );
  });
  pages.use(express.static(folder));
  return pages;
}
