import { z } from 'zod';
import { Problem } from '#core/problem';

const flag = z.enum(['0', '1', 'true', 'false']).transform(word => word === '1' || word === 'true');
const optional = z
  .string()
  .trim()
  .transform(text => (text === '' ? undefined : text))
  .optional();

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  POOLED_DATA: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(500).default(10),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  SIGN_IN_ATTEMPTS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(10),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().default('Pooled <pooled@localhost>'),
  ORCID_CLIENT_ID: optional,
  ORCID_CLIENT_SECRET: optional,
  ORCID_ISSUER: z.url().default('https://orcid.org'),
  EUTILS_URL: z.url().default('https://eutils.ncbi.nlm.nih.gov/entrez/eutils/'),
  NCBI_API_KEY: optional,
  NCBI_EMAIL: optional,
  S3_URL: z
    .string()
    .regex(
      /^https?:\/\/[^:@/]+:[^@/]+@[^/]+\/[^?]+/,
      'must look like https://KEY:SECRET@host/bucket?region=eu-central-1',
    )
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** For a console of one's own: sessions travel without TLS. Set to 1 behind a proxy that ends TLS. */
  SECURE_COOKIES: flag.optional(),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly dataFolder: string;
  /** Undefined means the embedded server. */
  readonly databaseUrl: string | undefined;
  readonly databasePoolSize: number;
  readonly workerConcurrency: number;
  readonly sessionSecret: string | undefined;
  readonly trustedProxies: number;
  readonly signInAttemptsPerMinute: number;
  readonly hasSecureCookies: boolean;
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  readonly orcid: { readonly clientId: string; readonly clientSecret: string; readonly issuer: string } | undefined;
  readonly pubmed: {
    readonly baseUrl: string;
    readonly apiKey: string | undefined;
    readonly email: string | undefined;
  };
  /** A bucket for uploaded files; undefined means the data folder. */
  readonly bucketUrl: string | undefined;
  readonly logLevel: string;
}

/** The environment, parsed once. Throws Problem 'invalid' that lists every bad setting, each with what it should be. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment);
  const wrong = parsed.success ? [] : parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
  if (environment.ORCID_CLIENT_ID && !environment.ORCID_CLIENT_SECRET) {
    wrong.push('ORCID_CLIENT_SECRET: is needed beside ORCID_CLIENT_ID');
  }
  if (!parsed.success || wrong.length > 0) {
    throw new Problem(
      'invalid',
      `Pooled can't start with these settings:\n${wrong.map(line => `  ${line}`).join('\n')}`,
    );
  }
  const env = parsed.data;
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '');
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl,
    dataFolder: env.POOLED_DATA,
    databaseUrl: env.DATABASE_URL,
    databasePoolSize: env.DATABASE_POOL_SIZE,
    workerConcurrency: env.WORKER_CONCURRENCY,
    sessionSecret: env.SESSION_SECRET,
    trustedProxies: env.TRUST_PROXY,
    signInAttemptsPerMinute: env.SIGN_IN_ATTEMPTS_PER_MINUTE,
    hasSecureCookies: env.SECURE_COOKIES ?? publicUrl.startsWith('https://'),
    mail: env.SMTP_URL ? { url: env.SMTP_URL, from: env.MAIL_FROM } : undefined,
    orcid:
      env.ORCID_CLIENT_ID && env.ORCID_CLIENT_SECRET
        ? { clientId: env.ORCID_CLIENT_ID, clientSecret: env.ORCID_CLIENT_SECRET, issuer: env.ORCID_ISSUER }
        : undefined,
    pubmed: { baseUrl: env.EUTILS_URL, apiKey: env.NCBI_API_KEY, email: env.NCBI_EMAIL },
    bucketUrl: env.S3_URL,
    logLevel: env.LOG_LEVEL,
  };
}
