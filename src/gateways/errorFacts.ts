/** What the log keeps of an error. */
export interface ErrorFacts {
  readonly type: string;
  readonly message?: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly stack?: string;
  readonly cause?: ErrorFacts;
}

/**
 * What may be logged of an error: where it happened and of what kind it is. Errors of the database carry the statement's
 * values (titles, e-mail addresses) in their fields and words, and those of parsers quote what they read: of these the
 * words are left out, and only what names no value stays.
 */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error };
  // Fields of pg's errors, and of TypeORM's and Node's; absent on others.
  const { code, constraint, table, driverError } = error as Error & {
    code?: unknown;
    constraint?: unknown;
    table?: unknown;
    driverError?: unknown;
  };
  const quotesValues =
    'severity' in error || 'query' in error || driverError !== undefined || error instanceof SyntaxError;
  return {
    type: error.name,
    ...(quotesValues ? {} : { message: error.message }),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  };
}

/** The stack without its first lines, which repeat the words. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n');
}
