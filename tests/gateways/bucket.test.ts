import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBucket } from '#gateways/files/bucket';
import { createBucketFiles } from '#gateways/files/bucketFiles';
import { createFolderFiles } from '#gateways/files/folderFiles';

/** An object store on this machine: it keeps what comes whole and signed, as stores that speak S3 do. */
function startStore(): Promise<{ server: Server; objects: Map<string, Buffer>; port: number; fail: { next: number } }> {
  const objects = new Map<string, Buffer>();
  const fail = { next: 0 };
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const signed =
      /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-central-1\/s3\/aws4_request, SignedHeaders=\S+, Signature=[0-9a-f]{64}$/;
    const path = request.url ?? '';
    const end = (status: number, content?: Buffer, headers: Record<string, string | number> = {}) =>
      response.writeHead(status, headers).end(content);
    if (!signed.test(request.headers.authorization ?? '')) return end(403);
    if (fail.next > 0) {
      fail.next--;
      return end(500);
    }
    if (request.method === 'PUT') {
      const hash = createHash('sha256').update(body).digest('hex');
      if (request.headers['x-amz-content-sha256'] !== hash) return end(400);
      objects.set(path, body);
      return end(200);
    }
    const found = objects.get(path);
    if (!found) return end(404);
    if (request.method === 'DELETE') {
      objects.delete(path);
      return end(204);
    }
    if (request.method === 'HEAD') return end(200, undefined, { 'content-length': found.length });
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) return end(200, found);
    return end(206, found.subarray(Number(from), Number(to) + 1));
  });
  return new Promise(done => {
    server.listen(0, '127.0.0.1', () => {
      done({ server, objects, port: (server.address() as AddressInfo).port, fail }); // it listens on a port
    });
  });
}

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('files in a bucket', () => {
  let store: Awaited<ReturnType<typeof startStore>>;
  const folders: string[] = [];
  /** What one machine sees of the bucket: each has a folder of its own. */
  const machine = async (secret = 'a secret/with signs') => {
    const folder = await mkdtemp(join(tmpdir(), 'pooled-bucket-'));
    folders.push(folder);
    const address = `http://key:${encodeURIComponent(secret)}@127.0.0.1:${store.port}/bucket/files?region=eu-central-1`;
    return createBucketFiles(createFolderFiles(folder), createBucket(address));
  };

  beforeAll(async () => {
    store = await startStore();
  });
  afterAll(async () => {
    store.server.close();
    await Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true })));
  });

  it('are kept under their hash, and read on another machine as a whole and in parts', async () => {
    const { hash, bytes } = await (await machine()).save(once('a full text'), 100);
    expect([...store.objects.keys()]).toEqual([`/bucket/files/${hash.slice(0, 2)}/${hash}`]);
    const other = await machine();
    expect(await other.sizeOf(hash)).toBe(bytes);
    expect(await textOf(other.readPart(hash, 2, 5))).toBe('full');
    expect(await textOf(other.read(hash, 100))).toBe('a full text');
    expect(await textOf(other.readPart(hash, 7, 10)), 'from the copy that is here now').toBe('text');
  });

  it('are gone for everybody once they are removed', async () => {
    const here = await machine();
    const { hash } = await here.save(once('not for long'), 100);
    await here.remove(hash);
    expect(await here.sizeOf(hash)).toBeNull();
    await expect(textOf((await machine()).read(hash, 100))).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('come to a machine for its backup, and go back to the bucket after a restore', async () => {
    const { hash } = await (await machine()).save(once('kept well'), 100);
    const other = await machine();
    await other.bringHere(hash);
    store.objects.clear();
    await other.sendOff(hash);
    expect([...store.objects.values()].map(String)).toEqual(['kept well']);
  });

  it('are not kept when the store fails, and who uploads is told so', async () => {
    store.fail.next = 1;
    const failed = (await machine()).save(once('never there'), 100);
    await expect(failed).rejects.toMatchObject({ kind: 'unavailable', message: expect.stringContaining('try again') });
  });

  it('are never found at a store that cannot be reached', async () => {
    const files = createBucketFiles(createFolderFiles('unused'), createBucket('http://key:secret@127.0.0.1:1/bucket'));
    await expect(files.sizeOf('ab'.repeat(32))).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
