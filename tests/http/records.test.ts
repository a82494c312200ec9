import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, importText, join, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

interface Made {
  readonly title: string;
  readonly author: string;
  readonly year: number;
  readonly abstract?: string;
  readonly doi?: string;
}

function ris(records: readonly Made[]): string {
  return records
    .map(({ title, author, year, abstract, doi }) =>
      [
        'TY  - JOUR',
        `TI  - ${title}`,
        `AU  - ${author}`,
        `PY  - ${year}`,
        ...(abstract ? [`AB  - ${abstract}`] : []),
        ...(doi ? [`DO  - ${doi}`] : []),
        'T2  - Annals of Invention',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
    .join('\r\n');
}

const PUBMED = ris([
  {
    title: 'A randomized trial of reminders',
    author: 'Okeke, Ada',
    year: 2022,
    abstract: 'Adherence to tablets.',
    doi: '10.5555/a.1',
  },
  {
    title: 'Randomised follow-up of tumours in mice',
    author: 'Müller, Eva',
    year: 2015,
    abstract: 'Tumor growth.',
    doi: '10.5555/a.2',
  },
  { title: 'Pill boxes, a cohort', author: 'Brown, Tom', year: 2019 },
]);
const EMBASE = ris([
  {
    title: 'A randomized trial of reminders',
    author: 'Okeke, Ada',
    year: 2022,
    abstract: 'Adherence to tablets.',
    doi: '10.5555/a.1',
  },
  {
    title: 'Reminders by pharmacists',
    author: 'Kowalski, Jan',
    year: 2018,
    abstract: 'A protocol.',
    doi: '10.5555/a.4',
  },
]);

describe('a list of records', () => {
  let world: World;
  let lead: Somebody;
  let ann: Somebody;
  let ben: Somebody;
  let at: string;

  beforeAll(async () => {
    world = await createWorld();
    await world.person('Root Account');
    [lead, ann, ben] = [await world.person('Lena Lead'), await world.person('Ann'), await world.person('Ben')];
    const { projectId, reviewId } = await beginReview(lead);
    await join(lead, projectId, ann, ['screener']);
    await join(lead, projectId, ben, ['screener']);
    at = `/api/reviews/${reviewId}`;
    await importText(world, lead, reviewId, PUBMED, 'pubmed.ris', '&sourceName=PubMed');
    await importText(world, lead, reviewId, EMBASE, 'embase.ris', '&sourceName=Embase');
    await must(lead, 'post', `${at}/duplicate-runs`);
    await world.runJobs();
  });
  afterAll(() => world.close());

  const list = (query: string, person = lead) => must(person, 'get', `${at}/records?${query}`);
  const authors = async (query: string) =>
    (await list(query)).records.map((record: Body) => record.authorsText.split(' ')[0]).sort();
  const find = (text: string) => authors(`text=${encodeURIComponent(text)}`);

  it.each([
    ['reminders', ['Kowalski', 'Okeke']],
    ['reminder', ['Kowalski', 'Okeke']],
    ['title:randomi*', ['Müller', 'Okeke']],
    ['randomised', ['Müller', 'Okeke']],
    ['"randomised"', ['Müller']],
    ['tumor', ['Müller']],
    ['"follow-up of tumours"', ['Müller']],
    ['title:randomi* AND (remind* OR adheren*) NOT mice', ['Okeke']],
    ['abstract:adherence', ['Okeke']],
    ['title:adherence', []],
    ['author:müller', ['Müller']],
    ['year:2016-2020', ['Brown', 'Kowalski']],
    ['year:2022 OR mice', ['Müller', 'Okeke']],
    ['10.5555/a.4', ['Kowalski']],
    ['NOT reminders', ['Brown', 'Müller']],
    ['10.5555/a.4 OR mice', ['Kowalski', 'Müller']],
    ['year:2015-2019 NOT (mice OR boxes)', ['Kowalski']],
    ['(year:2022 OR mice) AND NOT (10.5555/a.1 OR boxes)', ['Müller']],
    ['title:"reminders by"', ['Kowalski']],
    ['title:"by reminders"', []],
    ['author:kowal* OR title:mous*', ['Kowalski']],
    ['journal:invention -reminders', ['Brown', 'Müller']],
    ["it's 100% (odd", []],
    ["'; drop table persons --", []],
  ])('is searched for %s', async (text, expected) => {
    expect(await find(text)).toEqual(expected);
  });

  it('names what is wrong with a search by its place, and searches all the same', async () => {
    const { mistakes, total } = await list(`text=${encodeURIComponent('(reminders')}`);
    expect(mistakes).toEqual([{ message: 'This parenthesis is never closed.', start: 0, end: 1 }]);
    expect(total).toBe(2);
  });

  it('filters by source with the copies’ sources, years, and what is missing', async () => {
    expect(await authors('source=Embase')).toEqual(['Kowalski', 'Okeke']);
    expect(await authors('source=Embase&source=PubMed')).toEqual(['Brown', 'Kowalski', 'Müller', 'Okeke']);
    expect(await authors('yearFrom=2018&yearTo=2019')).toEqual(['Brown', 'Kowalski']);
    expect(await authors('missing=abstract')).toEqual(['Brown']);
    expect(await authors('missing=identifier')).toEqual(['Brown']);
    const [first] = (await list('text=okeke')).records;
    expect(first).toMatchObject({ copies: 2, sourceNames: expect.arrayContaining(['PubMed', 'Embase']) });
  });

  it('counts what each filter would leave', async () => {
    const counts = await must(lead, 'get', `${at}/record-counts?text=reminders`);
    expect(counts).toMatchObject({
      source: [
        { name: 'Embase', count: 2 },
        { name: 'PubMed', count: 1 },
      ],
      year: [
        { year: 2022, count: 1 },
        { year: 2018, count: 1 },
      ],
      missing: [
        { name: 'abstract', count: 0 },
        { name: 'identifier', count: 0 },
      ],
    });
  });

  it('is put in the order asked for, page by page without a gap', async () => {
    const years = async (sort: string) => (await list(`sort=${sort}`)).records.map((record: Body) => record.year);
    expect(await years('newest')).toEqual([2022, 2019, 2018, 2015]);
    expect(await years('oldest')).toEqual([2015, 2018, 2019, 2022]);
    const titles: string[] = [];
    for (let cursor: string | null = '0'; cursor !== null; ) {
      const page: Body = await list(`sort=title&limit=1&cursor=${encodeURIComponent(cursor)}`);
      titles.push(...page.records.map((record: Body) => record.title.slice(0, 5)));
      cursor = page.next;
    }
    expect(titles).toEqual(['A ran', 'Pill ', 'Rando', 'Remin']);
  });

  it.each(['newest', 'oldest', 'title', 'import', 'match'])(
    'goes on behind the last record shown, by %s',
    async sort => {
      for (const text of ['', 'reminders OR boxes OR mice']) {
        const asked = `sort=${sort}&text=${encodeURIComponent(text)}`;
        const whole = (await list(asked)).records.map((record: Body) => record.recordId);
        expect(whole.length).toBe(4);
        for (const limit of [1, 2, 3]) {
          const seen: string[] = [];
          for (let page = await list(`${asked}&limit=${limit}`); ; ) {
            seen.push(...page.records.map((record: Body) => record.recordId));
            if (page.next === null) break;
            page = await list(`${asked}&limit=${limit}&cursor=${encodeURIComponent(page.next)}`);
          }
          expect(seen, `${limit} at a time`).toEqual(whole);
        }
      }
    },
  );

  it('puts a label on all that a search finds, and filters by it', async () => {
    const { id: labelId } = await must(lead, 'post', `${at}/labels`, { name: 'Trial' });
    const selection = { filters: { text: 'title:randomi*' } };
    expect(await must(lead, 'post', `${at}/labels/${labelId}/selections`, { selection, isOn: true })).toEqual({
      count: 2,
    });
    expect(await authors(`label=${labelId}`)).toEqual(['Müller', 'Okeke']);
    expect((await must(lead, 'get', `${at}/record-counts`)).label).toEqual([{ labelId, count: 2 }]);
    expect((await list(`label=${labelId}`, ann)).total, 'a label of somebody else, while screening is blind').toBe(0);
    expect((await must(ann, 'get', `${at}/record-counts`)).label).toEqual([{ labelId, count: 0 }]);
  });

  it.each(['ris', 'nbib', 'bibtex', 'csv'])('goes out as %s and comes back as the same records', async format => {
    const reply = await lead.agent
      .post(`${at}/record-exports`)
      .send({ format, selection: { filters: {} } })
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', part => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    const again = await beginReview(lead, `Back from ${format}`);
    await importText(world, lead, again.reviewId, reply.body, `records.${format === 'bibtex' ? 'bib' : format}`);
    const told = (page: Body) =>
      page.records.map(({ title, authorsText, year, journal, doi, hasAbstract }: Body) => {
        return { title, authorsText, year, journal, doi, hasAbstract };
      });
    const back = await must(lead, 'get', `/api/reviews/${again.reviewId}/records?sort=title`);
    expect(told(back)).toEqual(told(await list('sort=title')));
  });

  it('takes along a selection by ids, and nothing of another review', async () => {
    const [first] = (await list('text=mice')).records;
    const ask = (recordIds: string[]) =>
      lead.agent.post(`${at}/record-exports`).send({ format: 'csv', selection: { recordIds } });
    expect((await ask([first.recordId])).text).toContain('tumours in mice');
    expect((await ask(['00000000-0000-7000-8000-000000000000'])).status).toBe(404);
  });

  it('is found by verdict by the lead once both have decided, and refused to a blind screener', async () => {
    await must(lead, 'post', `${at}/assignments/title-and-abstract`, { personIds: [ann.personId, ben.personId] });
    const [first, second] = (await list('sort=newest')).records;
    const decide = (person: Somebody, { recordId }: Body, choice: string) =>
      must(person, 'put', `${at}/screening/title-and-abstract/records/${recordId}/decision`, { choice });
    await decide(ann, first, 'include');
    await decide(ben, second, 'include');
    expect((await list('verdict=included')).total).toBe(0);
    expect((await list('verdict=pending')).total).toBe(4);
    expect((await list('mine=include', ann)).records).toMatchObject([{ recordId: first.recordId }]);
    expect((await list('mine=include', ben)).records).toMatchObject([{ recordId: second.recordId }]);
    await decide(ben, first, 'include');
    expect((await list('verdict=included')).records).toMatchObject([{ recordId: first.recordId }]);
    expect((await list('verdict=pending')).total).toBe(3);
    expect((await must(lead, 'get', `${at}/record-counts`)).verdict).toContainEqual({ name: 'included', count: 1 });
    expect((await ann.agent.get(`${at}/records?verdict=included`)).status).toBe(403);
    expect((await must(ann, 'get', `${at}/record-counts`)).verdict).toBeNull();
  });

  it.each(['', 'text=reminders', 'text=NOT%20mice', 'source=Embase', 'verdict=included', 'mine=include&yearFrom=2016'])(
    'counts beside the filters of "%s" what the list then shows',
    async asked => {
      const counts = await must(lead, 'get', `${at}/record-counts?${asked}`);
      for (const facet of ['verdict', 'mine', 'source', 'missing']) {
        const others = asked.split('&').filter(part => part !== '' && !part.startsWith(`${facet}=`));
        for (const { name, count } of counts[facet]) {
          const { total } = await list([...others, `${facet}=${name}`].join('&'));
          expect({ facet, name, total }).toEqual({ facet, name, total: count });
        }
      }
    },
  );

  it('is given out as it is found, and what is picked from it is opened in screening', async () => {
    const give = (filters: object, isPreview: boolean) =>
      must(lead, 'post', `${at}/assignments/title-and-abstract`, {
        personIds: [lead.personId, ann.personId, ben.personId],
        which: { kind: 'selected', filters },
        isPreview,
      });
    // Each has two screeners since the test before: nothing is left to give out, and a preview says so.
    expect(await give({ text: 'reminders' }, true)).toMatchObject({ given: 0 });
    const queue = (query: string) => must(ann, 'get', `${at}/screening/title-and-abstract/records?${query}`);
    const all = (await queue('show=all')).records.map((record: Body) => record.recordId);
    const { records } = await queue(`show=all&only=${all[2]},${all[0]}`);
    expect(records.map((record: Body) => record.recordId)).toEqual([all[0], all[2]]);
    expect((await queue('show=all&only=00000000-0000-7000-8000-000000000000')).records).toEqual([]);
    expect((await ann.agent.get(`${at}/screening/title-and-abstract/records?only=x`)).status).toBe(422);
  });
});
