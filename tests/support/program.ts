import type { Body } from './reviewWorld.ts';

export interface ProgramReply {
  readonly status: number;
  readonly body: Body;
}

/** A program that speaks to a running Pooled and keeps its cookie. */
export function program(url: string) {
  let cookie = '';
  const send = async (method: string, path: string, body?: object | string): Promise<ProgramReply> => {
    const isFile = typeof body === 'string';
    const reply = await fetch(url + path, {
      method,
      headers: {
        cookie,
        ...(body === undefined ? {} : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    });
    cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const text = await reply.text();
    return { status: reply.status, body: text === '' ? null : JSON.parse(text) };
  };
  return {
    send,
    must: async (method: string, path: string, body?: object | string): Promise<Body> => {
      const reply = await send(method, path, body);
      if (reply.status >= 400) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
      return reply.body;
    },
  };
}
