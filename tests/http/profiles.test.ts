import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const article = (
  pmid: string,
  title: string,
  author: string,
  extra = '',
) => `<PubmedArticle><MedlineCitation><PMID>${pmid}</PMID>
<Article><Journal><JournalIssue><PubDate><Year>2022</Year></PubDate></JournalIssue><Title>Invented Medicine</Title></Journal>
<ArticleTitle>${title}</ArticleTitle><AuthorList CompleteYN="Y">${author}</AuthorList></Article>${extra}</MedlineCitation></PubmedArticle>`;
const OKAFOR = `<Author><LastName>Okafor</LastName><ForeName>Amara</ForeName><Initials>A</Initials>
<AffiliationInfo><Affiliation>Ward 3, Ibadan</Affiliation></AffiliationInfo></Author>`;
const OTHER = '<Author><LastName>Lindqvist</LastName><ForeName>Bo</ForeName></Author>';
const MARQUEZ = '<Author><LastName>Marquez</LastName><Initials>Z</Initials></Author>';
const MESH =
  '<MeshHeadingList><MeshHeading><DescriptorName UI="D014376">Tuberculosis</DescriptorName></MeshHeading></MeshHeadingList>';
const ARTICLES: Readonly<Record<string, string>> = {
  '11': article('11', 'Delay to treatment', OKAFOR, MESH),
  '12': article('12', 'Somebody else’s work', OTHER),
  '13': article('13', 'A second audit', OKAFOR, MESH),
  '14': article('14', 'Sutures of the cornea', `${MARQUEZ}${OTHER}`),
  '15': article('15', 'Keratitis after lenses', `${MARQUEZ}${OTHER}`),
};
const RIS = 'TY  - JOUR\nTI  - Audit of a ward\nAU  - Okafor, Amara\nPY  - 2020\nKW  - audit\nER  - \n';

describe('a profile', () => {
  let world: World;
  let amara: Somebody;
  let helen: Somebody;
  let asked: string[];

  beforeAll(async () => {
    asked = [];
    world = await createWorld({
      pubmed: {
        count: async () => ({ count: 0, queryTranslation: '', warnings: [] }),
        searchIds: async query => {
          asked.push(query);
          return query.includes('Marquez') ? ['14', '15'] : ['11', '13'];
        },
        fetchXml: async function* (pmids) {
          const known = pmids.flatMap(pmid => ARTICLES[pmid] ?? []);
          yield { xml: `<PubmedArticleSet>${known.join('')}</PubmedArticleSet>`, asked: pmids.length };
        },
      },
    });
    amara = await world.person('Amara Okafor');
    helen = await world.person('Helen Marsh', 'faculty');
  });
  afterAll(() => world.close());

  it('claims PMIDs that name the person, and asks about those that do not', async () => {
    const found = await must(amara, 'post', '/api/profile/publications/pmids', { pmids: '11, PMID:12 99' });
    expect(found).toEqual({ claimed: 1, proposed: 1, known: 0, problems: ['PubMed knows no PMID 99.'] });
    const again = await must(amara, 'post', '/api/profile/publications/pmids', { pmids: '11' });
    expect(again).toMatchObject({ claimed: 0, known: 1 });
    const wrong = await amara.agent.post('/api/profile/publications/pmids').send({ pmids: '11 eleven' });
    expect(wrong.status).toBe(422);
    expect(wrong.body.detail).toContain('eleven');
  });

  it('takes the publications of a file, once', async () => {
    const send = () =>
      amara.agent.post('/api/profile/publications/file?fileName=mine.ris').set('Content-Type', 'text/plain').send(RIS);
    expect((await send()).body).toMatchObject({ claimed: 1, known: 0 });
    expect((await send()).body).toMatchObject({ claimed: 0, known: 1 });
  });

  it('proposes what PubMed finds under a name, with what speaks for it, and waits for the person’s word', async () => {
    const found = await must(amara, 'post', '/api/profile/publications/search', {});
    expect(asked.at(-1)).toBe('Okafor A[Author] OR "Okafor, Amara"[Full Author Name]');
    expect(found).toMatchObject({ proposed: 1, known: 1 });
    const { publications } = await must(amara, 'get', '/api/profile/publications');
    const second = publications.find((one: { pmid: string }) => one.pmid === '13');
    expect(second).toMatchObject({ state: 'proposed', origin: 'name' });
    expect(second.evidence).toContain('full given name');
    const publicationIds = [second.publicationId];
    await must(amara, 'put', '/api/profile/publications/state', { publicationIds, state: 'refused' });
    // Who said no once is not asked again.
    expect(await must(amara, 'post', '/api/profile/publications/search', {})).toMatchObject({ proposed: 0, known: 2 });
    const foreign = await helen.agent.put('/api/profile/publications/state').send({ publicationIds, state: 'claimed' });
    expect(foreign.status).toBe(404);
  });

  it('weighs what waits anew with each publication that is the person’s', async () => {
    const zoe = await world.person('Zoe Marquez');
    const waiting = async () =>
      (await must(zoe, 'get', '/api/profile/publications')).publications.filter(
        (one: { state: string }) => one.state === 'proposed',
      );
    expect(await must(zoe, 'post', '/api/profile/publications/search', {})).toMatchObject({ proposed: 2 });
    for (const one of await waiting()) expect(one.evidence).not.toContain('same co-author: Lindqvist');
    // A PMID that waited is theirs when they write it themselves.
    const claimed = await must(zoe, 'post', '/api/profile/publications/pmids', { pmids: '14' });
    expect(claimed).toMatchObject({ claimed: 1, known: 0 });
    const [other, ...more] = await waiting();
    expect([other.pmid, more]).toEqual(['15', []]);
    expect(other.evidence).toContain('same co-author: Lindqvist');
    expect(other.score).toBeGreaterThanOrEqual(2);
  });

  it('has topics that follow from publications and words, and are corrected', async () => {
    await must(amara, 'patch', '/api/profile', { interests: 'latent infection' });
    await must(amara, 'put', '/api/profile/topics', { topic: 'audit', change: 'removed' });
    const { topics } = await must(amara, 'get', '/api/profile');
    expect(topics.map((one: { topic: string; change: string | null }) => [one.topic, one.change])).toEqual([
      ['latent infection', null],
      ['Tuberculosis', null],
      ['audit', 'removed'],
    ]);
  });

  it('is private until it is shared, line by line; the preview is the answer that others get', async () => {
    const at = `/api/people/${amara.personId}`;
    await must(amara, 'patch', '/api/profile', { hoursPerWeek: 6, medicalSchool: 'Ibadan', visaNeed: 'j-1' });
    const unseen = await must(helen, 'get', at);
    expect(unseen).toMatchObject({ name: 'Amara Okafor', topics: [], publications: [], hoursPerWeek: null });
    expect(JSON.stringify(unseen)).not.toMatch(/Ibadan|j-1|latent|@example/);

    await must(amara, 'patch', '/api/profile', { audiences: { topics: 'everybody', hoursPerWeek: 'applied' } });
    const seen = await must(helen, 'get', at);
    expect(seen).toMatchObject({ interests: 'latent infection', hoursPerWeek: null });
    const { hidden, ...preview } = await must(amara, 'get', '/api/profile/as-seen?by=stranger');
    expect(preview).toEqual(seen);
    expect(hidden).toEqual(['publications', 'hoursPerWeek', 'school', 'visa']);
    expect((await must(amara, 'get', '/api/profile/as-seen?by=lead')).hoursPerWeek).toBe(6);
  });

  it('shows a lead what an applicant shares where they apply, and the team the address', async () => {
    const { id: projectId } = await must(helen, 'post', '/api/projects', { title: 'Latent infection in adults' });
    const { id: openingId } = await must(helen, 'post', `/api/projects/${projectId}/openings`, {
      role: 'screener',
      title: 'Screener',
    });
    const at = `/api/people/${amara.personId}`;
    await must(amara, 'post', `/api/openings/${openingId}/applications`, { note: 'x', shares: true });
    const toLead = await must(helen, 'get', at);
    expect(toLead).toMatchObject({ hoursPerWeek: 6, email: null, medicalSchool: '', visaNeed: null });
    expect(toLead.publications).toHaveLength(2);
    await join(helen, projectId, amara, ['screener']);
    expect((await must(helen, 'get', at)).email).toBe(amara.email);
  });

  it('names no reason to a lead from a line that is not shared with them', async () => {
    const bo = await world.person('Bo Lindqvist');
    await must(bo, 'patch', '/api/profile', { interests: 'remarkable kidney stones', skills: ['screening'] });
    const { id: projectId } = await must(helen, 'post', '/api/projects', { title: 'Remarkable kidney stones' });
    const { id: openingId } = await must(helen, 'post', `/api/projects/${projectId}/openings`, {
      role: 'screener',
      title: 'Screener of kidney stones',
    });
    const suggested = async () => (await must(helen, 'get', `/api/openings/${openingId}/suggestions`)).people;
    expect(JSON.stringify(await suggested())).not.toContain('Lindqvist');
    await must(bo, 'post', `/api/openings/${openingId}/applications`, { note: '' });
    const { applicants } = await must(helen, 'get', `/api/openings/${openingId}/applications`);
    expect(JSON.stringify(applicants)).not.toContain('kidney');
    await must(bo, 'patch', '/api/profile', { audiences: { topics: 'everybody' } });
    expect(JSON.stringify(await suggested())).toContain('Lindqvist');
  });
});
