import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** Numbers and secrets that the outside world gives: ids that sort by time, tokens for links, fingerprints. */
export const secrets = {
  newId: (): string => v7(),
  newToken: (): string => randomBytes(24).toString('base64url'),
  sha256: (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex'),
  encode: (text: string): Uint8Array => Buffer.from(text, 'utf8'),
};
