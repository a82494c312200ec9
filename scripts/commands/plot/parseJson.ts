import type { z } from 'zod';
import { Problem } from '#core/problem';

/** JSON text as the schema wants it; else one sentence on the first thing that is wrong. */
export function parseJson<Schema extends z.ZodType>(schema: Schema, source: string): z.output<Schema> {
  let given: unknown;
  try {
    given = JSON.parse(source);
  } catch {
    throw new Problem('invalid', 'the file is not JSON');
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Problem('invalid', `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not understood'}`);
}
