import type { Role } from '#core/vocabulary';
import type { Somebody, World } from './world.ts';

/** Three made-up records as RIS. */
export const SMALL_RIS = ['First', 'Second', 'Third']
  .map((word, place) =>
    [
      'TY  - JOUR',
      `TI  - ${word} trial of an invented remedy in ${['apples', 'pears', 'plums'][place]}`,
      `AU  - ${word}son, Ann`,
      `PY  - ${2001 + place}`,
      `DO  - 10.5555/invented.${place}`,
      `AB  - Invented text number ${place}.`,
      'ER  - ',
      '',
    ].join('\r\n'),
  )
  .join('\r\n');

/** Whatever JSON a reply holds; tests look into it by name. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads replies as a program without types would.
export type Body = any;

/** Sends a request that must succeed, and gives its body. */
export async function must(
  person: Somebody,
  method: 'get' | 'post' | 'put' | 'patch' | 'delete',
  path: string,
  body?: object,
): Promise<Body> {
  const reply = await person.agent[method](path).send(body);
  if (reply.status >= 400) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
  return reply.body;
}

/** Makes a person a member with these roles, by an invitation. */
export async function join(lead: Somebody, projectId: string, person: Somebody, roles: readonly Role[]): Promise<void> {
  const { link } = await must(lead, 'post', `/api/projects/${projectId}/invitations`, { roles });
  await must(person, 'post', `/api/invitations/${link.split('/').at(-1)}/acceptance`);
}

/** Uploads a text as a file and imports it, jobs and all. Gives the import's id. */
export async function importText(
  world: World,
  person: Somebody,
  reviewId: string,
  text: string | Buffer,
  fileName = 'records.ris',
  query = '',
): Promise<string> {
  const uploaded = await upload(person, reviewId, text, fileName, query);
  if (uploaded.status !== 201) throw new Error(`upload: ${uploaded.status} ${uploaded.text}`);
  const { importId } = uploaded.body;
  await must(person, 'post', `/api/reviews/${reviewId}/imports/${importId}/confirmation`);
  await world.runJobs();
  return importId;
}

export function upload(person: Somebody, reviewId: string, content: string | Buffer, fileName: string, query = '') {
  return person.agent
    .post(`/api/reviews/${reviewId}/imports?fileName=${encodeURIComponent(fileName)}${query}`)
    .set('Content-Type', 'application/octet-stream')
    .send(content);
}

export interface SmallReview {
  readonly projectId: string;
  readonly reviewId: string;
}

/** A project with an empty review. */
export async function beginReview(lead: Somebody, title = 'Invented remedies'): Promise<SmallReview> {
  const { id: projectId } = await must(lead, 'post', '/api/projects', { title });
  const { id: reviewId } = await must(lead, 'post', `/api/projects/${projectId}/review`, { title });
  return { projectId, reviewId };
}
