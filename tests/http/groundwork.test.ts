import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMesh } from '#services/protocol/loadMesh';
import { beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const FILLERS = Array.from({ length: 12 }, (_, place) => `D9${place}\tFiller ${place}\tZ${place}\t`);
const MESH = [
  'ui\tname\ttree_numbers\tentry_terms',
  'D1\tAsthma\tC08.1\tBronchial Asthma|Asthma, Bronchial',
  'D2\tAsthma, Exercise-Induced\tC08.1.2\tExercise Asthma',
  'D3\tTuberculosis\tC01\tKoch Disease',
  ...FILLERS,
].join('\n');

async function* once(text: string) {
  yield text.slice(0, 40);
  yield text.slice(40);
}

const RECORDS = [
  'Exercise and asthma: a systematic review',
  'Exercise-induced asthma, a trial',
  'Peak flow and dust',
  'Cats',
]
  .map((title, place) => `TY  - JOUR\r\nTI  - ${title}\r\nAU  - Name, A\r\nPY  - ${2000 + place}\r\nER  - \r\n`)
  .join('\r\n');

const PUBMED_XML = `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>77</PMID><Article><Journal><JournalIssue>
<PubDate><Year>2020</Year></PubDate></JournalIssue></Journal><ArticleTitle>Dust: what is known</ArticleTitle><AuthorList>
<Author><LastName>Roe</LastName><Initials>B</Initials></Author></AuthorList><PublicationTypeList>
<PublicationType UI="D078182">Systematic Review</PublicationType></PublicationTypeList></Article></MedlineCitation>
</PubmedArticle></PubmedArticleSet>`;

describe('what a question is built from', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let at: string;
  let asked: string[];

  beforeAll(async () => {
    asked = [];
    world = await createWorld({
      pubmed: {
        count: async query => {
          asked.push(query);
          return { count: 1, queryTranslation: '', warnings: [] };
        },
        searchIds: async () => ['77'],
        fetchXml: async function* () {
          yield { xml: PUBMED_XML, asked: 1 };
        },
      },
    });
    lead = await world.person('Lena Lead');
    ann = await world.person('Ann');
    const { projectId, reviewId } = await beginReview(lead);
    await join(lead, projectId, ann, ['screener']);
    at = `/api/reviews/${reviewId}`;
    await importText(world, lead, reviewId, RECORDS);
  });
  afterAll(() => world.close());

  const suggest = async (text: string) => {
    const reply = await must(lead, 'get', `/api/mesh-headings?text=${encodeURIComponent(text)}`);
    return reply.headings.map((heading: { name: string }) => heading.name);
  };

  it('suggests no MeSH before it is loaded, and headings by name, other terms, words and misspellings after', async () => {
    expect(await must(lead, 'get', '/api/mesh-headings?text=asthma')).toEqual({ isLoaded: false, headings: [] });
    const counts = await loadMesh(world.context(), { name: 'mesh.tsv', text: once(MESH) });
    expect(counts).toEqual({ headings: 15, terms: 19 });
    expect(await suggest('asth')).toEqual(['Asthma', 'Asthma, Exercise-Induced']);
    expect(await suggest('koch')).toEqual(['Tuberculosis']);
    expect(await suggest('exercise asthma')).toContain('Asthma, Exercise-Induced');
    expect((await suggest('tuberculossis'))[0]).toBe('Tuberculosis');
    expect((await suggest('ashtma'))[0]).toBe('Asthma');
    expect(await suggest("'); drop table --")).toEqual([]);
  });

  it('keeps the MeSH that is there when another file turns out to be none', async () => {
    await expect(
      loadMesh(world.context(), { name: 'x', text: once('title,year\nno mesh at all,1999\n'.repeat(3)) }),
    ).rejects.toThrow('This is no list of MeSH headings');
    expect(await suggest('asth')).toContain('Asthma');
  });

  it('answers “has this been done?” with reviews among the records, and with those that PubMed has', async () => {
    const { reviews, registerAddress } = await must(lead, 'get', `${at}/prior-reviews`);
    expect(reviews).toMatchObject([{ title: 'Exercise and asthma: a systematic review', kind: 'systematic-review' }]);
    expect(registerAddress).toContain('PROSPERO');
    const found = await must(lead, 'post', `${at}/prior-review-searches`, { query: 'dust OR cats' });
    expect(asked).toEqual(['(dust OR cats) AND systematic[sb]']);
    expect(found).toMatchObject({
      count: 1,
      reviews: [{ pmid: '77', authorsText: 'Roe B', kind: 'systematic-review' }],
    });
  });

  it('says what included records carry: everybody’s to the lead, their own to a blind screener', async () => {
    expect(await must(ann, 'get', `${at}/term-suggestions`)).toMatchObject({ basis: 'all', includedCount: 4 });
    await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [ann.personId, lead.personId] });
    const { records } = await must(ann, 'get', `${at}/records?text=asthma`);
    for (const { recordId } of records) {
      await must(ann, 'put', `${at}/screening/title-and-abstract/records/${recordId}/decision`, { choice: 'include' });
    }
    expect(await must(ann, 'get', `${at}/term-suggestions`)).toMatchObject({ basis: 'own', includedCount: 2 });
    expect(await must(lead, 'get', `${at}/term-suggestions`), 'the lead has yet to decide').toMatchObject({
      basis: 'all',
    });
  });

  it('keeps all that a slot says, and asks why once screening has begun', async () => {
    const slot = {
      ...{ slot: 'population', text: 'adults with asthma', synonyms: [], meshHeadings: ['Asthma'], explode: false },
      ...{ majorOnly: true, proximity: 3, truncate: false, includeWords: ['wheeze'], excludeWords: ['horses'] },
      inSearch: true,
    };
    const save = (basedOn: number, reason?: string) =>
      lead.agent
        .post(`${at}/question-versions`)
        .send({ frame: 'PICO', slots: [slot], basedOn, ...(reason ? { reason } : {}) });
    expect((await save(0)).status).toBe(201);
    expect((await save(1)).status).toBe(422);
    expect((await save(1, 'Horses came in')).status).toBe(201);
    const { current, needsReason } = await must(lead, 'get', `${at}/question`);
    expect(current.slots).toEqual([slot]);
    expect(current.searchString).toContain('"Asthma"[majr:noexp]');
    expect(needsReason).toBe(true);
    const { highlights } = await must(ann, 'get', `${at}/screening/title-and-abstract`);
    expect(highlights).toMatchObject({ include: expect.arrayContaining(['wheeze']), exclude: ['horses'] });
  });
});
