import { existsSync, readdirSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packZip } from '#gateways/zip';
import { POINTING_TO_CONTENTS } from '#services/screening/fullTextContent';
import { sweepContents } from '#services/screening/sweepContents';
import { madePdf } from '../support/madePdf.ts';
import { beginReview, importText, SMALL_RIS } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

describe('files that nothing points to', () => {
  let world: World;
  let lead: Somebody;
  let reviewId = '';
  const folder = () => join(world.folder, 'files');
  const there = () =>
    readdirSync(folder(), { recursive: true, withFileTypes: true })
      .filter(one => one.isFile())
      .map(one => one.name);
  const save = async (text: string) => {
    const content = async function* () {
      yield Buffer.from(text);
    };
    return (await world.context().files.save(content(), 1000)).hash;
  };
  const TWO_DAYS_AGO = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  const growOld = async (name: string) => {
    const inner = join(folder(), name.slice(0, 2), name);
    await utimes(existsSync(inner) ? inner : join(folder(), name), TWO_DAYS_AGO, TWO_DAYS_AGO);
  };
  const upload = async (content: Buffer | Uint8Array, fileName: string) => {
    const reply = await lead.agent
      .post(`/api/reviews/${reviewId}/full-texts?fileName=${fileName}`)
      .set('Content-Type', 'application/octet-stream')
      .send(Buffer.from(content));
    expect(reply.status, reply.text).toBe(201);
  };

  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead');
    ({ reviewId } = await beginReview(lead));
    await importText(world, lead, reviewId, SMALL_RIS);
    await upload(madePdf([['A report']]), 'report.pdf');
    await world.runJobs();
  });
  afterAll(() => world.close());

  it('go once they are a day old, with what killed uploads left; what is pointed to or new stays', async () => {
    const needed = there();
    expect(needed.length, 'an import and a PDF').toBe(2);
    const orphan = await save('written, and then the power went');
    await mkdir(folder(), { recursive: true });
    await writeFile(join(folder(), '.half-written'), 'half');
    for (const name of there()) await growOld(name);
    const young = await save('somebody is uploading this very moment');

    expect(await sweepContents(world.context())).toBe(1);
    expect(there().toSorted()).toEqual([...needed, young].toSorted());
    expect(needed).not.toContain(orphan);
  });

  it('are looked for in every table that points to files', () => {
    const pointing = world.database.entityMetadatas.filter(table => table.findColumnWithPropertyName('fileHash'));
    expect(POINTING_TO_CONTENTS.map(table => table.name).toSorted()).toEqual(pointing.map(one => one.name).toSorted());
  });

  it('stay as long as a job has still to read them', async () => {
    const before = there();
    await upload(await packZip([{ name: 'one.pdf', bytes: madePdf([['Another report']]) }]), 'many.zip');
    const [archive = ''] = there().filter(name => !before.includes(name));
    await growOld(archive);
    expect(await sweepContents(world.context())).toBe(0);
    expect(there()).toContain(archive);
    await world.runJobs();
    await world.asideDone();
    expect(there(), 'unpacked, it is of no use').not.toContain(archive);
  });
});
