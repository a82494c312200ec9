import { once } from 'node:events';
import type { Request, Response } from 'express';

/** A stored content, sent as a whole or in the part that is asked for. */
export interface StoredContent {
  readonly bytes: number;
  /** From one place to another, both included. */
  readonly read: (from: number, to: number) => AsyncIterable<Uint8Array>;
}

/** A file to send: its text or bytes come as they are made. */
export interface FileReply {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string | Uint8Array | AsyncIterable<string | Uint8Array> | StoredContent;
  /** Shown in the page instead of saved. */
  readonly isInline?: boolean;
}

export async function sendFile(request: Request, response: Response, file: FileReply): Promise<void> {
  response.type(file.contentType);
  const name = encodeURIComponent(file.fileName);
  response.setHeader('Content-Disposition', `${file.isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
  const { content } = file;
  if (typeof content === 'string' || content instanceof Uint8Array) {
    response.end(content);
    return;
  }
  if ('read' in content) return sendStored(request, response, content);
  await sendParts(response, content);
}

async function sendStored(request: Request, response: Response, { bytes, read }: StoredContent): Promise<void> {
  response.setHeader('Accept-Ranges', 'bytes');
  const asked = request.range(bytes);
  // Unintelligible, or several parts at once: the whole is a right answer to both (RFC 9110, 14.2).
  const [part] = Array.isArray(asked) && asked.type === 'bytes' && asked.length === 1 ? asked : [];
  if (asked === -1) {
    response.status(416).setHeader('Content-Range', `bytes */${bytes}`).removeHeader('Content-Disposition');
    response.end();
    return;
  }
  const { start, end } = part ?? { start: 0, end: bytes - 1 };
  if (part) response.status(206).setHeader('Content-Range', `bytes ${start}-${end}/${bytes}`);
  response.setHeader('Content-Length', end - start + 1);
  await sendParts(response, read(start, end));
}

/** Ends when everything has gone, or when nobody is there any more to take it; then what is left is not even read. */
async function sendParts(response: Response, parts: AsyncIterable<string | Uint8Array>): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  for await (const part of parts) {
    if (gone.signal.aborted) return;
    if (response.write(part)) continue;
    await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
  response.end();
}
