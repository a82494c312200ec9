import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packZip, unpackZip } from '#gateways/zip';
import { importReview } from '#services/reporting/importReview';
import { lockedPdf, madePdf } from '../support/madePdf.ts';
import { preparedFile } from '../support/preparedFile.ts';
import { type Body, beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const titleOf = (place: number) =>
  [
    'First trial of an invented remedy in apples',
    'Second trial of an invented remedy in pears',
    'Third trial of an invented remedy in plums',
  ][place] ?? '';
const AUTHORS = ['Firstson', 'Secondson', 'Thirdson'];

/** The full text of one of the three made-up reports. */
function pdfOf(place: number, more: readonly string[] = []): Buffer {
  return madePdf([
    [titleOf(place), `Ann ${AUTHORS[place]}, ${2001 + place}. doi:10.5555/invented.${place}`, ...more],
    ['Results', 'No allocation was attempted.'],
  ]);
}

describe('full texts', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let outsider: Somebody;
  let at = '';
  let elsewhere = '';
  let recordIds: readonly string[] = [];

  const send = (person: Somebody, content: Buffer | Uint8Array, query: string, place = at) =>
    person.agent
      .post(`${place}/full-texts?${query}`)
      .set('Content-Type', 'application/octet-stream')
      .send(Buffer.from(content));
  const bring = async (person: Somebody, content: Buffer, place: number, name = 'report.pdf') => {
    const reply = await send(person, content, `fileName=${name}&recordId=${recordIds[place]}`);
    expect(reply.status, reply.text).toBe(201);
    return reply.body.fullTextId as string;
  };
  const filesOf = async (person: Somebody, place: number): Promise<Body[]> =>
    (await must(person, 'get', `${at}/reports/${recordIds[place]}/full-texts`)).files;
  const stored = () => {
    const folder = joinPath(world.folder, 'files');
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile());
  };

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    lead = await world.person('Lena Lead');
    ann = await world.person('Ann Asked');
    ben = await world.person('Ben Other');
    outsider = await world.person('Otto Outside');
    const { projectId, reviewId } = await beginReview(lead);
    await join(lead, projectId, ann, ['screener']);
    await join(lead, projectId, ben, ['screener']);
    at = `/api/reviews/${reviewId}`;
    elsewhere = `/api/reviews/${(await beginReview(outsider, 'Other remedies')).reviewId}`;
    await must(lead, 'put', at, { title: 'Invented remedies', titleAndAbstractMode: 'single', fullTextMode: 'double' });
    await importText(world, lead, reviewId, SMALL_RIS);
    const { records } = await must(lead, 'get', `${at}/records`);
    recordIds = AUTHORS.map(
      (_, place) => records.find((record: Body) => record.title === titleOf(place)).recordId as string,
    );
    await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [lead.personId] });
    for (const recordId of recordIds) {
      await must(lead, 'put', `${at}/screening/title-and-abstract/records/${recordId}/decision`, { choice: 'include' });
    }
    // Ann reads the first report only, so that she may know of no other one.
    await must(lead, 'post', `${at}/assignments/full-text`, {
      personIds: [ann.personId, ben.personId],
      which: { kind: 'chosen', recordIds: [recordIds[0]] },
    });
  });
  afterAll(() => world.close());

  describe('a file that is of no use', () => {
    it.each([
      ['is empty', Buffer.alloc(0), 'The file is empty'],
      ['is no PDF', Buffer.from('<html>Sign in to read</html>'), 'This is no PDF'],
      ['was cut off', pdfOf(0).subarray(0, 500), 'was cut off'],
      ['asks for a password', lockedPdf(), 'password'],
      ['is damaged within', Buffer.from('%PDF-1.4\nnothing that makes sense\n%%EOF\n'), 'is damaged'],
    ])('that %s is refused with the reason, and nothing of it is kept', async (_what, content, said) => {
      const reply = await send(lead, content, `fileName=bad.pdf&recordId=${recordIds[0]}`);
      expect(reply.status).toBe(422);
      expect(reply.body.detail).toContain(said);
      expect(reply.body.detail).toContain('bad.pdf');
      await world.asideDone();
      expect(await filesOf(lead, 0)).toEqual([]);
      expect(stored().map(one => one.name)).toHaveLength(1); // the import's own file
    });
  });

  it('is opened where it is brought, and its report is retrieved by that', async () => {
    const fullTextId = await bring(lead, pdfOf(0), 0);
    const [file] = await filesOf(ann, 0);
    expect(file).toMatchObject({ fullTextId, state: 'filed', pages: 2, fileName: 'report.pdf' });
    expect(JSON.stringify(file)).not.toMatch(/[0-9a-f]{64}/);
    const { reports } = await must(lead, 'get', `${at}/reports`);
    const report = reports.find((one: Body) => one.record.recordId === recordIds[0]);
    expect(report.retrieval.state).toBe('retrieved');
    expect(await bring(lead, pdfOf(0), 0), 'a second click brings no second file').toBe(fullTextId);
  });

  it('is sent in the parts that a viewer asks for', async () => {
    const [file] = await filesOf(ann, 0);
    const path = `${at}/full-texts/${file.fullTextId}/file`;
    const whole = await ann.agent.get(path).buffer(true).parse(asBytes);
    expect([whole.status, whole.headers['accept-ranges']]).toEqual([200, 'bytes']);
    expect(whole.body.equals(pdfOf(0))).toBe(true);
    const part = await ann.agent.get(path).set('Range', 'bytes=5-12').buffer(true).parse(asBytes);
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 5-12/${pdfOf(0).length}`]);
    expect(part.body.equals(pdfOf(0).subarray(5, 13))).toBe(true);
    const last = await ann.agent.get(path).set('Range', 'bytes=-6').buffer(true).parse(asBytes);
    expect(last.body.toString()).toBe('%%EOF\n');
    const beyond = await ann.agent.get(path).set('Range', 'bytes=999999-');
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${pdfOf(0).length}`]);
  });

  it('is as good as none to whoever is not of the review, and in another review', async () => {
    const [file] = await filesOf(lead, 0);
    const nothing = '00000000-0000-4000-8000-000000000000';
    const plain = (reply: Body) => [reply.status, reply.body.detail];
    const theirs = await outsider.agent.get(`${at}/full-texts/${file.fullTextId}/file`);
    expect(theirs.status).toBe(404);
    const here = await outsider.agent.get(`${elsewhere}/full-texts/${file.fullTextId}/file`);
    const none = await outsider.agent.get(`${elsewhere}/full-texts/${nothing}/file`);
    expect(plain(here)).toEqual(plain(none));
  });

  it('tells nobody who uploads it that another review has it already', async () => {
    const before = stored().length;
    const reply = await send(outsider, pdfOf(0), 'fileName=x.pdf', elsewhere);
    expect(reply.status).toBe(201);
    expect(Object.keys(reply.body).sort()).toEqual(['fullTextId', 'jobId']);
    expect(stored()).toHaveLength(before);
    await world.runJobs();
    const { files } = await must(outsider, 'get', `${elsewhere}/full-texts`);
    expect(files).toMatchObject([{ state: 'waiting', matches: [] }]);
    await must(outsider, 'delete', `${elsewhere}/full-texts/${files[0].fullTextId}`);
    await world.asideDone();
    expect(stored(), 'the other review still has it').toHaveLength(before);
  });

  it('is kept from a screener whose report it is not', async () => {
    const fullTextId = await bring(lead, pdfOf(1), 1);
    expect((await ann.agent.get(`${at}/full-texts/${fullTextId}/file`)).status).toBe(404);
    expect((await ann.agent.get(`${at}/reports/${recordIds[1]}/full-texts`)).status).toBe(404);
    expect((await send(ann, pdfOf(1), `fileName=x.pdf&recordId=${recordIds[1]}`)).status).toBe(404);
    await must(lead, 'delete', `${at}/full-texts/${fullTextId}`);
  });

  it('comes in an archive with others, is read by a job, and waits for a person to confirm the report', async () => {
    const zip = await zipOf({
      'pdfs/second.pdf': pdfOf(1),
      'pdfs/third.pdf': madePdf([[titleOf(2), 'An editorial without names']]),
      'notes.txt': Buffer.from('not a PDF'),
      'stranger.pdf': madePdf([['Something else altogether']]),
      'locked.pdf': lockedPdf(),
    });
    const reply = await send(lead, zip, 'fileName=all.zip');
    expect(reply.status, reply.text).toBe(201);
    await world.runJobs();
    const job = await must(lead, 'get', `${at}/jobs/${reply.body.jobId}`);
    expect([job.state, job.sentence]).toEqual(['done', '4 files read']);
    const { files } = await must(lead, 'get', `${at}/full-texts`);
    const told = Object.fromEntries(
      files.map((file: Body) => [file.fileName, [file.state, file.matches[0]?.certainty, file.matches[0]?.recordId]]),
    );
    expect(told).toEqual({
      'second.pdf': ['waiting', 'certain', recordIds[1]],
      'third.pdf': ['waiting', 'doubtful', recordIds[2]],
      'stranger.pdf': ['waiting', undefined, undefined],
      'locked.pdf': ['refused', undefined, undefined],
    });
    expect((await must(ann, 'get', `${at}/full-texts`)).files, 'they would tell Ann what has passed').toEqual([]);
  });

  it('stands with its report once somebody has confirmed it, all of a list or none', async () => {
    const { files } = await must(lead, 'get', `${at}/full-texts`);
    const idOf = (name: string) => files.find((file: Body) => file.fileName === name).fullTextId;
    const both = [
      { fullTextId: idOf('second.pdf'), recordId: recordIds[1] },
      { fullTextId: idOf('locked.pdf'), recordId: recordIds[2] },
    ];
    const refused = await lead.agent.post(`${at}/full-text-filings`).send({ filings: both });
    expect(refused.status).toBe(403);
    expect(await filesOf(lead, 1)).toEqual([]);
    const filings = both.slice(0, 1);
    expect(await must(lead, 'post', `${at}/full-text-filings`, { filings })).toEqual({ filed: 1 });
    expect(await must(lead, 'post', `${at}/full-text-filings`, { filings })).toEqual({ filed: 0 });
    expect(await filesOf(lead, 1)).toMatchObject([{ fileName: 'second.pdf' }]);
  });

  it('can be taken back: the report is sought again, the content goes, and the audit trail keeps that it was there', async () => {
    const [file] = await filesOf(lead, 1);
    const before = stored().length;
    await must(lead, 'delete', `${at}/full-texts/${file.fullTextId}`);
    await world.asideDone();
    expect(stored()).toHaveLength(before - 1);
    const { reports } = await must(lead, 'get', `${at}/reports?show=to-find`);
    expect(reports.map((one: Body) => one.record.recordId)).toContain(recordIds[1]);
    const events = await world.database.query("select facts from audit_events where deed = 'remove-full-text'");
    expect(events.at(-1).facts).toMatchObject({ fileName: 'second.pdf', bytes: pdfOf(1).length });
  });

  it('may be removed by who brought it, and by a lead', async () => {
    const fullTextId = await bring(ann, pdfOf(0, ['A second copy']), 0, 'copy.pdf');
    const path = `${at}/full-texts/${fullTextId}`;
    expect((await ben.agent.delete(path)).status).toBe(403);
    expect((await ann.agent.delete(path)).status).toBe(204);
  });

  it('carries marks that the others see once they may see the decisions', async () => {
    const [file] = await filesOf(ann, 0);
    const path = `${at}/full-texts/${file.fullTextId}/marks`;
    const rects = [{ x: 0.1, y: 0.05, width: 0.4, height: 0.02 }];
    const quote = 'No allocation was attempted';
    const { id } = await must(ann, 'post', path, { page: 2, quote, rects, note: 'Not randomised', tint: 'orange' });
    await must(ann, 'post', path, { page: 1, quote: 'apples', rects, audience: 'own' });
    const marksFor = async (person: Somebody) => (await must(person, 'get', path)).marks;
    expect(await marksFor(ann)).toHaveLength(2);
    expect([await marksFor(ben), await marksFor(lead)]).toEqual([[], []]);
    const decide = (person: Somebody) =>
      must(person, 'put', `${at}/screening/full-text/records/${recordIds[0]}/decision`, {
        ...{ choice: 'include', quote, page: 2 },
      });
    await decide(ann);
    expect(await marksFor(lead)).toEqual([]);
    await decide(ben);
    expect(await marksFor(lead)).toMatchObject([{ markId: id, quote, rects, note: 'Not randomised', isMine: false }]);
    expect(await marksFor(ben), 'a screener waits until the stage is closed').toEqual([]);
    expect((await ben.agent.delete(`${path}/${id}`)).status).toBe(404);
    expect((await ann.agent.post(path).send({ page: 3, quote: 'x', rects })).status).toBe(422);
    await must(ann, 'delete', `${path}/${id}`);
  });

  it('keeps with a decision the passage that it rests on', async () => {
    const { records } = await must(ann, 'get', `${at}/screening/full-text/records?show=all`);
    expect(records[0].decision).toMatchObject({ quote: 'No allocation was attempted', page: 2 });
  });

  it('goes with the whole review into its archive, and into the installation that reads it', async () => {
    const texts = await unpackZip(await preparedFile(world, lead, at, 'review.zip'));
    const hash = createHash('sha256').update(pdfOf(0)).digest('hex');
    expect(Buffer.from(texts.get(`full-texts/${hash}.pdf`) ?? '', 'latin1').equals(pdfOf(0))).toBe(true);
    const other = await createWorld();
    try {
      await importReview(other.context(), texts);
      expect(await other.context().files.sizeOf(hash)).toBe(pdfOf(0).length);
    } finally {
      await other.close();
    }
  });

  it('is named in the archive when its content is not there, and asked for says so', async () => {
    const [file] = await filesOf(lead, 0);
    const hash = createHash('sha256').update(pdfOf(0)).digest('hex');
    await world.context().files.remove(hash);
    const texts = await unpackZip(await preparedFile(world, lead, at, 'review.zip'));
    expect(texts.get('full-texts/not-carried.txt')).toContain(`report.pdf (${hash})`);
    const reply = await lead.agent.get(`${at}/full-texts/${file.fullTextId}/file`);
    expect([reply.status, reply.body.detail]).toEqual([404, expect.stringContaining('Upload it again')]);
  });
});

function asBytes(reply: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = reply as NodeJS.ReadableStream; // supertest hands the response itself
  const parts: Buffer[] = [];
  stream.on('data', part => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}

/** Archives of our own hold texts; these PDFs are Latin-1 throughout. */
async function zipOf(entries: Readonly<Record<string, Buffer>>): Promise<Uint8Array> {
  return packZip(Object.entries(entries).map(([name, content]) => ({ name, text: content.toString('latin1') })));
}
