import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMeshIndex } from '#core/protocol/meshIndex';
import { createPubmed, type Pubmed } from '#gateways/pubmed';
import { type EutilsStub, startEutilsStub } from '../support/eutilsStub/startEutilsStub.js';
import { describeShared, sharedFile, sharedFolder } from '../support/shared.js';

/** What an independent parser read from the same files (data/pubmed/expected). */
interface Expected {
  readonly record_type: string;
  readonly pmid: string;
  readonly title: string | null;
  readonly abstract_text: string | null;
  readonly languages: readonly string[];
  readonly publication_types: ReadonlyArray<{ readonly name: string }>;
  readonly mesh: ReadonlyArray<{
    readonly name: string;
    readonly major_any: boolean;
    readonly qualifiers: ReadonlyArray<{ readonly name: string }>;
  }>;
  readonly authors: ReadonlyArray<{ readonly last: string | null; readonly initials: string | null }>;
  readonly keywords: ReadonlyArray<{ readonly text: string }>;
}

describeShared('pubmed', 'the stub of PubMed over real records', () => {
  const named = readdirSync(sharedFolder('pubmed')).filter(name => /^metapub_\d+\.xml$/.test(name));
  const read = (name: string): readonly Expected[] =>
    JSON.parse(sharedFile(`pubmed/expected/${name}.json`)).records ?? [];
  const records = named.flatMap(read).filter(({ record_type }) => record_type === 'article');
  let stub: EutilsStub;
  let pubmed: Pubmed;

  beforeAll(async () => {
    const [, ...lines] = sharedFile('mesh/mesh2024_descriptors.tsv.gz').trimEnd().split('\n');
    const rows = lines.map(line => {
      const [ui = '', name = '', , trees = ''] = line.split('\t');
      return { ui, name, treeNumbers: trees.split('|').filter(number => number !== ''), terms: [] };
    });
    stub = await startEutilsStub({
      articlesXml: named.map(name => sharedFile(`pubmed/${name}`)),
      perSecond: Number.POSITIVE_INFINITY,
      mesh: createMeshIndex(rows),
    });
    pubmed = createPubmed({
      baseUrl: stub.url,
      email: 'ops@example.org',
      tool: 'pooled',
      limiter: { acquire: async () => {}, defer: async () => {} },
    });
  });
  afterAll(() => stub.close());

  const found = async (query: string) => new Set((await pubmed.searchIds(query)).pmids);
  /** Where an independent parser reads it; somewhere it must, or nothing would be compared. */
  const expected = (holds: (record: Expected) => boolean) => {
    const pmids = new Set(records.filter(holds).map(({ pmid }) => pmid));
    expect(pmids.size).toBeGreaterThan(0);
    return pmids;
  };
  const hasWord = (text: string | null, word: string) =>
    new RegExp(`(^|[^\\p{L}\\p{N}])${word}([^\\p{L}\\p{N}]|$)`, 'iu').test(text ?? '');

  it('finds words of titles where an independent parser reads them', async () => {
    for (const word of ['patients', 'disease', 'management', 'review', 'brain']) {
      expect(await found(`${word}[ti]`), word).toEqual(expected(({ title }) => hasWord(title, word)));
    }
  });

  it('finds words of title, abstract and keywords', async () => {
    const inAll = (word: string) =>
      expected(({ title, abstract_text, keywords }) =>
        [title, abstract_text, ...keywords.map(({ text }) => text)].some(text => hasWord(text, word)),
      );
    for (const word of ['patients', 'treatment', 'cohort'])
      expect(await found(`${word}[tiab]`), word).toEqual(inAll(word));
  });

  it('finds publication types, languages, authors and headings', async () => {
    expect(await found('"Case Reports"[pt]')).toEqual(
      expected(({ publication_types }) => publication_types.some(({ name }) => name === 'Case Reports')),
    );
    expect(await found('norwegian[la]')).toEqual(expected(({ languages }) => languages.includes('nor')));
    expect(await found('Wang Y[au]')).toEqual(
      expected(({ authors }) =>
        authors.some(({ last, initials }) => last === 'Wang' && (initials ?? '').startsWith('Y')),
      ),
    );
    expect(await found('Humans[mh:noexp]')).toEqual(expected(({ mesh }) => mesh.some(({ name }) => name === 'Humans')));
    expect(await found('genetics[sh]')).toEqual(
      expected(({ mesh }) => mesh.some(({ qualifiers }) => qualifiers.some(({ name }) => name === 'genetics'))),
    );
    expect(await found('HIV Infections[majr:noexp]')).toEqual(
      expected(({ mesh }) => mesh.some(({ name, major_any }) => name === 'HIV Infections' && major_any)),
    );
  });

  it('finds by an exploded heading what is indexed under narrower ones', async () => {
    const narrow = await found('"Nervous System Diseases"[mh:noexp]');
    const wide = await found('"Nervous System Diseases"[mh]');
    expect(wide.size).toBeGreaterThan(narrow.size);
    expect(new Set([...wide, ...narrow])).toEqual(wide);
  });

  it('sends the articles as they stood in their files', async () => {
    const pmids = records.slice(0, 5).map(({ pmid }) => pmid);
    for await (const { xml, missing } of pubmed.fetchXml(pmids)) {
      expect(missing).toEqual([]);
      for (const pmid of pmids) expect(xml).toContain(`>${pmid}</PMID>`);
    }
  });
});

describe('the stub of PubMed keeps the contract of E-utilities', () => {
  const one =
    '<PubmedArticle><MedlineCitation><PMID>7</PMID><Article><ArticleTitle>Asthma</ArticleTitle></Article></MedlineCitation></PubmedArticle>';
  const ask = async (stub: EutilsStub, utility: string, parameters: Record<string, string>) => {
    const response = await fetch(`${stub.url}${utility}.fcgi`, {
      method: 'POST',
      body: new URLSearchParams(parameters),
    });
    return { status: response.status, body: await response.text(), headers: response.headers };
  };
  const withStub = async (
    options: Parameters<typeof startEutilsStub>[0],
    test: (stub: EutilsStub) => Promise<void>,
  ) => {
    const stub = await startEutilsStub(options);
    await test(stub).finally(() => stub.close());
  };

  it('refuses the fourth request within a second without a key, and says when to come back', () =>
    withStub({ articlesXml: [one] }, async stub => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => ask(stub, 'esearch', { term: 'asthma' })));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(1);
      expect(refused[0]?.headers.get('retry-after')).toBe('2');
      expect(JSON.parse(refused[0]?.body ?? '')).toMatchObject({ error: 'API rate limit exceeded', limit: '3' });
    }));

  it('cuts a window at the cap, refuses one past it, and counts truly all the same', () =>
    withStub(
      { articlesXml: ['8', '9', '10', '11', '12'].map(pmid => one.replace('>7<', `>${pmid}<`)), cap: 3, perSecond: 99 },
      async stub => {
        const cut = JSON.parse(
          (await ask(stub, 'esearch', { term: 'asthma', retmode: 'json', retmax: '10' })).body,
        ).esearchresult;
        expect(cut).toMatchObject({
          count: '5',
          idlist: ['12', '11', '10'],
          warninglist: { outputmessages: ['Restrictions achieved. start and count adjusted to 0, 3'] },
        });
        const past = await ask(stub, 'esearch', { term: 'asthma', retmode: 'json', retstart: '3' });
        expect(past.status).toBe(200);
        expect(past.body).toContain("Exception:\n'retstart' cannot be larger than 2");
      },
    ));

  it('keeps searches in a history that they can be combined in, until it expires', () =>
    withStub({ articlesXml: [one, one.replace('>7<', '>8<').replace('Asthma', 'Gout')], perSecond: 99 }, async stub => {
      const search = async (more: Record<string, string>) =>
        JSON.parse((await ask(stub, 'esearch', { retmode: 'json', usehistory: 'y', ...more })).body).esearchresult;
      const { webenv } = await search({ term: 'asthma' });
      await search({ term: 'gout', WebEnv: webenv });
      expect((await search({ term: '#1 OR #2', WebEnv: webenv })).count).toBe('2');
      expect((await search({ term: 'gout', WebEnv: webenv, query_key: '1' })).count).toBe('0');
      expect((await ask(stub, 'efetch', { WebEnv: webenv, query_key: '2', rettype: 'uilist' })).body).toBe('8\n');
      stub.expireHistory();
      expect(await ask(stub, 'efetch', { WebEnv: webenv, query_key: '2' })).toMatchObject({
        status: 400,
        body: expect.stringContaining('Cannot retrieve history data'),
      });
    }));

  it('leaves out what it does not have, and refuses a list without any id', () =>
    withStub({ articlesXml: [one], perSecond: 99 }, async stub => {
      const some = await ask(stub, 'efetch', { id: '7,99' });
      expect(some.body.match(/<PubmedArticle>/g)).toHaveLength(1);
      expect(await ask(stub, 'efetch', { id: 'x' })).toMatchObject({
        status: 400,
        body: expect.stringContaining('ID list is empty!'),
      });
    }));
});
