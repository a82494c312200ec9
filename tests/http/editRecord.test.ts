import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const FOUND = `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>4242</PMID><Article><Journal><JournalIssue>
<Volume>7</Volume><PubDate><Year>2001</Year></PubDate></JournalIssue></Journal><ArticleTitle>First trial of an invented remedy in apples</ArticleTitle>
<Abstract><AbstractText Label="METHODS">Forty apples.</AbstractText><AbstractText Label="RESULTS">They stayed.</AbstractText></Abstract>
</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`;

describe('a record that is put right', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let at: string;
  let record: string;
  let asked: string[];

  beforeAll(async () => {
    asked = [];
    world = await createWorld({
      pubmed: {
        count: async () => ({ count: 0, queryTranslation: '', warnings: [] }),
        searchIds: async query => {
          asked.push(query);
          return ['4242'];
        },
        fetchXml: async function* () {
          yield { xml: FOUND, asked: 1 };
        },
      },
    });
    lead = await world.person('Lena Lead');
    ann = await world.person('Ann');
    const { projectId, reviewId } = await beginReview(lead);
    await join(lead, projectId, ann, ['screener']);
    at = `/api/reviews/${reviewId}`;
    await importText(world, lead, reviewId, SMALL_RIS);
    const { records } = await must(lead, 'get', `${at}/records?text=apples`);
    record = `${at}/records/${records[0].recordId}`;
  });
  afterAll(() => world.close());

  it('is looked up in PubMed by its DOI, and nothing changes before somebody says so', async () => {
    const { changes } = await must(lead, 'post', `${record}/look-ups`);
    expect(asked).toEqual(['"10.5555/invented.0"[aid]']);
    expect(changes).toContainEqual({
      field: 'abstract',
      before: 'Invented text number 0.',
      after: 'METHODS: Forty apples.\nRESULTS: They stayed.',
    });
    expect((await must(lead, 'get', `${record}/edits`)).edits).toEqual([]);
  });

  it('says who changed what from what, is found by its new words, and goes out with them', async () => {
    const fields = {
      abstract: 'METHODS: Forty apples.\nRESULTS: They stayed.',
      authors: 'Roe, Bea; Doe, Al',
      year: '2003',
    };
    await must(lead, 'post', `${record}/edits`, { fields, origin: 'pubmed' });
    await must(lead, 'post', `${record}/edits`, { fields, origin: 'pubmed' });
    const { edits } = await must(ann, 'get', `${record}/edits`);
    expect(edits).toHaveLength(3);
    expect(edits).toContainEqual(
      expect.objectContaining({
        field: 'year',
        before: '2001',
        after: '2003',
        origin: 'pubmed',
        personName: 'Lena Lead',
      }),
    );
    const read = await must(ann, 'get', record);
    expect(read).toMatchObject({ year: 2003, authorsText: 'Roe B; Doe A' });
    expect(read.abstract).toEqual([
      { label: 'METHODS', text: 'Forty apples.' },
      { label: 'RESULTS', text: 'They stayed.' },
    ]);
    expect((await must(ann, 'get', `${at}/records?text=forty`)).total).toBe(1);
    const out = await lead.agent
      .post(`${at}/record-exports`)
      .send({ format: 'csv', selection: { filters: { text: 'forty' } } });
    expect(out.text).toContain('Roe, Bea; Doe, Al');
  });

  it.each([
    ['year', 'soon'],
    ['doi', 'no doi'],
    ['pmid', 'x'],
  ])('refuses a %s that is none, at its field', async (field, text) => {
    const reply = await lead.agent.post(`${record}/edits`).send({ fields: { [field]: text } });
    expect(reply.status).toBe(422);
    expect(JSON.stringify(reply.body)).toContain(`/body/fields/${field}`);
  });

  it('is not for screeners to change', async () => {
    expect((await ann.agent.post(`${record}/edits`).send({ fields: { title: 'x' } })).status).toBe(403);
  });
});
