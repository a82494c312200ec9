import { expect } from 'vitest';
import { must } from './reviewWorld.ts';
import type { Somebody, World } from './world.ts';

/** Asks for a large file of a review, has the worker make it, and fetches it. */
export async function preparedFile(world: World, person: Somebody, at: string, file: string): Promise<Buffer> {
  const { id } = await must(person, 'post', `${at}/prepared-exports`, { file });
  await world.runJobs();
  const reply = await person.agent.get(`${at}/prepared-exports/${id}/content`).responseType('blob');
  expect(reply.status).toBe(200);
  return reply.body;
}
