import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP asks in 2025: 19 MiB, two passes, one lane (the library's own default is argon2id). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const passwords = {
  hash: async (password: string): Promise<string> => hash(password, COST),
  verify: async (stored: string, password: string): Promise<boolean> => verify(stored, password).catch(() => false),
};
