import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { Problem } from '#core/problem';

/** A bucket of an object store that speaks S3, as much of it as files by content hash need. */
export interface Bucket {
  put(hash: string, file: string, bytes: number): Promise<void>;
  sizeOf(hash: string): Promise<number | null>;
  get(hash: string, range?: { readonly from: number; readonly to: number }): Promise<AsyncIterable<Uint8Array>>;
  remove(hash: string): Promise<void>;
}

/**
 * Opens the bucket of an address like `https://KEY:SECRET@s3.example.org/bucket/prefix?region=eu-central-1`. Objects are
 * addressed by path, which every store understands that speaks S3.
 */
export function createBucket(address: string): Bucket {
  const url = new URL(address);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    service: 's3',
    region: url.searchParams.get('region') ?? 'us-east-1',
    // A body that streams can't be sent twice; whoever asked may ask again.
    retries: 0,
  });
  const root = `${url.protocol}//${url.host}${url.pathname.replace(/\/$/, '')}`;
  const placeOf = (hash: string) => `${root}/${hash.slice(0, 2)}/${hash}`;

  async function ask(hash: string, init: RequestInit & { duplex?: 'half' }): Promise<Response> {
    const reply = await client.fetch(placeOf(hash), init).catch(() => {
      throw away();
    });
    if (reply.ok || reply.status === 404) return reply;
    await reply.body?.cancel();
    throw reply.status === 403 ? refused() : away();
  }

  return {
    put: async (hash, file, bytes) => {
      const content = Readable.toWeb(createReadStream(file)) as ReadableStream; // Node's own type of the same stream
      const reply = await ask(hash, {
        method: 'PUT',
        body: content,
        duplex: 'half',
        // The store refuses what does not have this hash: a cut connection leaves nothing that looks finished.
        headers: { 'content-length': String(bytes), 'x-amz-content-sha256': hash },
      });
      await reply.body?.cancel();
      if (!reply.ok) throw away();
    },
    sizeOf: async hash => {
      const reply = await ask(hash, { method: 'HEAD' });
      return reply.ok ? Number(reply.headers.get('content-length')) : null;
    },
    get: async (hash, range) => {
      const headers: Record<string, string> = range ? { range: `bytes=${range.from}-${range.to}` } : {};
      const reply = await ask(hash, { method: 'GET', headers });
      if (!reply.ok || !reply.body)
        throw new Problem('unavailable', 'The stored file is missing from the object store.');
      return Readable.fromWeb(reply.body as NodeStream); // Node's own type of the same stream
    },
    remove: async hash => {
      const reply = await ask(hash, { method: 'DELETE' });
      await reply.body?.cancel();
    },
  };
}

function away(): Problem {
  return new Problem(
    'unavailable',
    'The object store for files did not answer as it should. Nothing was kept: try again.',
  );
}

function refused(): Problem {
  return new Problem(
    'unavailable',
    'The object store for files refuses our key. Whoever runs Pooled has to look at S3_URL.',
  );
}
