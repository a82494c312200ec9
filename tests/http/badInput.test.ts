import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFolderFiles } from '#gateways/files/folderFiles';
import { packZip } from '#gateways/zip';
import { type Body, beginReview, importText, must, SMALL_RIS, upload } from '../support/reviewWorld.ts';
import { createWorld, PASSWORD, type Somebody, type World } from '../support/world.ts';

const MAX_UPLOAD = 200_000;
const MAX_UNPACKED = 1_000_000;

const ARTICLE = (pmid: number, title = `Invented trial ${pmid}`) =>
  `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">${pmid}</PMID><Article><Journal><JournalIssue CitedMedium="Print"><PubDate><Year>2020</Year></PubDate></JournalIssue></Journal><ArticleTitle>${title}</ArticleTitle><Language>eng</Language></Article></MedlineCitation></PubmedArticle>`;
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?><PubmedArticleSet>';

let world: World;
let folder: string;
let lead: Somebody;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pooled-small-'));
  const files = createFolderFiles(folder);
  world = await createWorld({
    files: {
      ...files,
      save: (content, maxBytes) => files.save(content, Math.min(maxBytes, MAX_UPLOAD)),
      read: (hash, maxBytes) => files.read(hash, Math.min(maxBytes, MAX_UNPACKED)),
    },
  });
  lead = await world.person('Lena Lead');
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function emptyReview(): Promise<string> {
  return (await beginReview(lead)).reviewId;
}

async function titlesOf(reviewId: string): Promise<string[]> {
  const { records } = await must(lead, 'get', `/api/reviews/${reviewId}/records`);
  return records.map((record: Body) => record.title);
}

describe('files that are not what they should be', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'x.ris', /empty/],
    ['white space alone', Buffer.from(' \n\n \r\n'), 'x.ris', /empty/],
    ['a text of no format', Buffer.from('Dear all\nplease find the records attached\n'), 'x.ris', /no format/],
    [
      'bytes of a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]),
      'x.xml',
      /no format/,
    ],
    ['HTML instead of XML', Buffer.from('<!doctype html><html><body>Log in</body></html>'), 'x.xml', /no format/],
  ])('refuses %s in words', async (_what, content, fileName, words) => {
    const reply = await upload(lead, await emptyReview(), content, fileName);
    expect(reply.status).toBe(422);
    expect(reply.body.detail).toMatch(words);
  });

  it('says of a damaged workbook what to do with it', async () => {
    const zip = await packZip([{ name: 'xl/workbook.xml', text: '<workbook/>' }]);
    for (const fileName of ['records.zip', 'records.xlsx']) {
      const reply = await upload(lead, await emptyReview(), Buffer.from(zip), fileName);
      expect(reply.status).toBe(422);
      expect(reply.body.detail).toMatch(/Save it again without one, or as CSV/);
    }
  });

  it('stores nothing of a file that was refused', async () => {
    const reviewId = await emptyReview();
    await upload(lead, reviewId, 'no records here', 'x.ris');
    expect((await must(lead, 'get', `/api/reviews/${reviewId}/imports`)).imports).toEqual([]);
  });

  it('refuses an upload past the limit, and leaves no half file behind', async () => {
    const reply = await upload(lead, await emptyReview(), SMALL_RIS.repeat(800), 'large.ris');
    expect(reply.status).toBe(422);
    expect(reply.body.detail).toMatch(/larger than/);
    expect((await readdir(folder)).filter(name => name.startsWith('.'))).toEqual([]);
  });

  it('keeps nothing of an upload whose sender goes away half-way', async () => {
    const reviewId = await emptyReview();
    const server = world.app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // listening on a port, not a pipe
    const signedIn = await fetch(`http://127.0.0.1:${port}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: lead.email, password: PASSWORD }),
    });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /api/reviews/${reviewId}/imports?fileName=half.ris HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n` +
        `Content-Type: application/octet-stream\r\nContent-Length: 100000\r\n\r\n${SMALL_RIS}`,
    );
    const waiting = async () => (await readdir(folder)).filter(name => name.startsWith('.'));
    await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), { timeout: 10_000 });
    socket.destroy();
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 10_000 });
    server.closeAllConnections();
    server.close();
    expect((await must(lead, 'get', `/api/reviews/${reviewId}/imports`)).imports).toEqual([]);
  });

  it('stops a small gzip that unpacks past the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * MAX_UNPACKED));
    expect(bomb.length).toBeLessThan(MAX_UPLOAD);
    const reply = await upload(lead, await emptyReview(), bomb, 'bomb.xml.gz');
    // Nothing but zeros is no format either: it is refused by its head, without unpacking the rest.
    expect([reply.status, reply.body.detail]).toEqual([422, expect.stringMatching(/larger than|no format/)]);
  });

  it('stops a gzip that begins like records and goes on for ever', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(SMALL_RIS), Buffer.alloc(50 * MAX_UNPACKED, ' ')]));
    const reply = await upload(lead, await emptyReview(), bomb, 'bomb.ris.gz');
    expect([reply.status, reply.body.detail]).toEqual([422, expect.stringMatching(/larger than/)]);
  });

  it('stops a small ZIP archive that unpacks past the limit', async () => {
    const bomb = await packZip([{ name: 'records.ris', text: SMALL_RIS + ' '.repeat(20 * MAX_UNPACKED) }]);
    expect(bomb.length).toBeLessThan(MAX_UPLOAD);
    const reply = await upload(lead, await emptyReview(), Buffer.from(bomb), 'bomb.zip');
    expect([reply.status, reply.body.detail]).toEqual([422, expect.stringMatching(/larger than/)]);
  });

  it('refuses a gzip whose end is missing', async () => {
    const whole = gzipSync(Buffer.from(SMALL_RIS));
    const reply = await upload(lead, await emptyReview(), whole.subarray(0, whole.length - 40), 'half.ris.gz');
    expect([reply.status, reply.body.detail]).toEqual([422, expect.stringMatching(/gzip/)]);
  });

  it('reads a whole gzip as if it were unpacked', async () => {
    const reviewId = await emptyReview();
    await importText(world, lead, reviewId, gzipSync(Buffer.from(SMALL_RIS)), 'records.ris.gz');
    expect(await titlesOf(reviewId)).toHaveLength(3);
  });
});

describe('files that are right in part', () => {
  it('reads what came before the cut of a truncated PubMed XML, and names what it skipped', async () => {
    const reviewId = await emptyReview();
    const cut = `${XML_HEAD}${ARTICLE(1)}${ARTICLE(2)}${ARTICLE(3).slice(0, 200)}`;
    const { body } = await upload(lead, reviewId, cut, 'cut.xml');
    expect(body.report.read).toBe(2);
    const reasons = body.report.skippedEntries.map((entry: Body) => entry.reason);
    expect(reasons).toContainEqual(expect.stringMatching(/ends inside/));
  });

  it('counts an article of broken XML as skipped, and never as read', async () => {
    const broken = `${XML_HEAD}${ARTICLE(1)}${ARTICLE(2).replace('</Journal>', '</Jurnal>')}${ARTICLE(3)}</PubmedArticleSet>`;
    const { status, body } = await upload(lead, await emptyReview(), broken, 'broken.xml');
    expect(status).toBe(201);
    expect(body.report.read).toBeLessThan(3);
    expect(body.report.skipped).toBeGreaterThan(0);
  });

  it('does not open files or addresses that an XML names as entities', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE PubmedArticleSet [<!ENTITY leak SYSTEM "file:///etc/passwd">]><PubmedArticleSet>${ARTICLE(1, 'Before &leak; after')}</PubmedArticleSet>`;
    const reviewId = await emptyReview();
    const { body } = await upload(lead, reviewId, xml, 'entity.xml');
    expect(JSON.stringify(body)).not.toContain('root:');
    expect(body.report.read + body.report.skipped).toBeGreaterThan(0);
  });

  it('refuses to import a file of which no record could be read', async () => {
    const reviewId = await emptyReview();
    const { body } = await upload(lead, reviewId, `${XML_HEAD}<PubmedArticle><MedlineCit`, 'nothing.xml');
    expect(body.report.read).toBe(0);
    const confirmed = await lead.agent.post(`/api/reviews/${reviewId}/imports/${body.importId}/confirmation`);
    expect(confirmed.status).toBe(409);
  });

  it('imports thousands of records that stand on one short line each', async () => {
    const reviewId = await emptyReview();
    const lines = Array.from({ length: 9_000 }, (_, place) => `T${place}`);
    await importText(world, lead, reviewId, ['Title', ...lines].join('\n'), 'short.csv');
    expect((await must(lead, 'get', `/api/reviews/${reviewId}/records?limit=1`)).total).toBe(9_000);
  });

  it('takes NUL characters out of what a file holds', async () => {
    const reviewId = await emptyReview();
    await importText(world, lead, reviewId, SMALL_RIS.replace('First trial', 'Fi\u0000rst tri\u0000al'), 'nul.ris');
    expect((await titlesOf(reviewId))[0]).toMatch(/^First trial/);
  });
});

describe('encodings', () => {
  const TITLE = 'Ärztliche Führung – “naïve” café';
  const ris = SMALL_RIS.replace('First trial of an invented remedy in apples', TITLE);
  const csv = `Title,Authors,Year\r\n"${TITLE}","Müller, Ann",2001\r\n`;
  it.each([
    ['RIS in Windows-1252', ris, 'win1252', false],
    ['CSV in Windows-1252', csv, 'win1252', false],
    ['RIS in UTF-16 with its mark, little end first', ris, 'utf-16le', true],
    ['CSV in UTF-16 with its mark, big end first', csv, 'utf-16be', true],
    ['RIS in UTF-8 with a mark', ris, 'utf8', true],
    ['CSV in UTF-8', csv, 'utf8', false],
  ])('reads %s', async (_what, text, encoding, addBOM) => {
    const reviewId = await emptyReview();
    const fileName = text === csv ? 'records.csv' : 'records.ris';
    await importText(world, lead, reviewId, iconv.encode(text, encoding, { addBOM }), fileName);
    expect((await titlesOf(reviewId))[0]).toBe(TITLE);
  });
});

describe('cells that a spreadsheet would run', () => {
  const FORMULA = '=HYPERLINK("https://evil.example","Click me")';

  it('are guarded in the CSV that is exported, and come back as they were', async () => {
    const reviewId = await emptyReview();
    await importText(world, lead, reviewId, SMALL_RIS.replace('First trial of an invented remedy in apples', FORMULA));
    const { text } = await lead.agent.get(`/api/reviews/${reviewId}/exports/records.csv`).buffer(true);
    expect(text).toContain(`"'=HYPERLINK(`);
    expect(text).not.toMatch(/(^|[,\r\n])"?=/);
    const again = await emptyReview();
    await importText(world, lead, again, text, 'back.csv');
    expect(await titlesOf(again)).toEqual(await titlesOf(reviewId));
    expect(await titlesOf(again)).toContain(FORMULA);
  });
});

describe('requests that are not right', () => {
  it('says that a body is no JSON', async () => {
    const reply = await lead.agent.post('/api/projects').set('Content-Type', 'application/json').send('{"title": ');
    expect([reply.status, reply.body.detail]).toEqual([400, 'The body is not valid JSON.']);
    expect(reply.headers['content-type']).toMatch('application/problem+json');
  });

  it.each(['[]', '"text"', '17', 'null'])('refuses %s as a body', async text => {
    const reply = await lead.agent.post('/api/projects').set('Content-Type', 'application/json').send(text);
    expect([400, 422]).toContain(reply.status);
  });

  it('refuses a JSON body that is too large', async () => {
    const reply = await lead.agent.post('/api/projects').send({ title: 'x', summary: 'y'.repeat(3_000_000) });
    expect(reply.status).toBe(413);
  });

  it('lets nobody give themselves what the contract doesn’t name', async () => {
    const email = `sly.${randomUUID()}@example.org`;
    const sly = {
      name: 'Sly',
      email,
      password: 'long enough for this',
      isAdministrator: true,
      personId: lead.personId,
    };
    const { status, body } = await world.visitor().post('/api/accounts').send(sly);
    expect(status).toBe(201);
    expect(body.isAdministrator).toBe(false);
    expect(body.personId).not.toBe(lead.personId);
  });

  it.each(['not-a-uuid', '1', "x' or '1'='1", '%00', '../../etc'])('refuses %s as an id', async id => {
    const reply = await lead.agent.get(`/api/reviews/${encodeURIComponent(id)}`);
    expect(reply.status).toBe(422);
    expect(reply.body.fields[0].pointer).toBe('/params/reviewId');
  });

  it('refuses an address whose percent signs mean nothing', async () => {
    const reply = await lead.agent.get('/api/reviews/%E0%A4%A');
    expect(reply.status).toBe(400);
  });

  it.each(['-1', '1.5', 'NaN', 'abc', '1e400', '99999999999999999999', 'x'.repeat(501)])(
    'refuses %s as a cursor',
    async cursor => {
      const reply = await lead.agent.get(`/api/reviews/${await emptyReview()}/records`).query({ cursor });
      expect(reply.status).toBe(422);
    },
  );

  it('answers a cursor far behind the end with an empty page', async () => {
    const path = `/api/reviews/${await emptyReview()}/records`;
    const reply = await lead.agent.get(path).query({ cursor: String(Number.MAX_SAFE_INTEGER) });
    expect([reply.status, reply.body.records, reply.body.next]).toEqual([200, [], null]);
  });

  it('searches for words that look like a query language without tripping over them', async () => {
    const reviewId = await emptyReview();
    await importText(world, lead, reviewId, SMALL_RIS);
    for (const text of ["'; drop table persons; --", '((((', '" OR', '%', '\\', '!&|', "it's"]) {
      const reply = await lead.agent.get(`/api/reviews/${reviewId}/records`).query({ text });
      expect(reply.status, text).toBe(200);
    }
  });

  it('refuses NUL characters in words of a body and of an address', async () => {
    const reviewId = await emptyReview();
    const replies = [
      await lead.agent.post('/api/projects').send({ title: 'No\u0000thing' }),
      await lead.agent.get(`/api/reviews/${reviewId}/records`).query({ text: 'a\u0000b' }),
      await lead.agent.post(`/api/reviews/${reviewId}/question-versions`).send({
        frame: 'PICO',
        basedOn: 0,
        slots: [{ slot: 'population', text: 'Ad\u0000ults' }],
      }),
      await lead.agent.post('/api/session').send({ email: 'a\u0000b', password: 'x' }),
      await upload(lead, reviewId, SMALL_RIS, 'a\u0000b.ris'),
    ];
    expect(replies.map(reply => reply.status)).toEqual([422, 422, 422, 422, 422]);
    expect(replies[0]?.body.fields[0].pointer).toBe('/body/title');
    expect(replies[2]?.body.fields[0].pointer).toBe('/body/slots/0/text');
  });

  it('refuses half a character (a lone surrogate), which JSON can carry and no database keeps', async () => {
    const reply = await lead.agent
      .post(`/api/reviews/${await emptyReview()}/question-versions`)
      .set('Content-Type', 'application/json')
      .send(String.raw`{"frame":"PICO","basedOn":0,"slots":[{"slot":"population","text":"half \ud83d"}]}`);
    expect([reply.status, reply.body.fields[0].pointer]).toEqual([422, '/body/slots/0/text']);
  });

  it('answers what isn’t there with a problem, not a page', async () => {
    const reply = await lead.agent.get('/api/nowhere');
    expect(reply.status).toBe(404);
    expect(reply.headers['content-type']).toMatch('application/problem+json');
    expect(reply.body.requestId).toBe(reply.headers['x-request-id']);
  });
});
