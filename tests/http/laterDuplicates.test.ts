import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Body, beginReview, importText, must } from '../support/reviewWorld.ts';
import { createWorld, type Somebody, type World } from '../support/world.ts';

const FIRST = ris('JOUR', 'Protection by an invented vaccine in hospital staff: a controlled trial', '1966', '218-227');
const COPY = ris('JOUR', 'Protection by an invented vaccine in hospital staff: a controlled trial', '1966', '218-227');
const ABSTRACT = ris(
  'CONF',
  'Protection by an invented vaccine in hospital staff: a controlled trial',
  '1965',
  'S14',
  'Congress Abstracts',
);

function ris(type: string, title: string, year: string, pages: string, journal = 'Annals of Invention'): string {
  const authors = ['Moreno, L', 'Vidal, P', 'Castro, J'].map(name => `AU  - ${name}`);
  return [
    `TY  - ${type}`,
    `TI  - ${title}`,
    ...authors,
    `PY  - ${year}`,
    `T2  - ${journal}`,
    'VL  - 41',
    `SP  - ${pages}`,
    'ER  - ',
    '',
  ].join('\r\n');
}

describe('records that come later', () => {
  let world: World;
  let lead: Somebody;
  let reviewId: string;
  let at: string;

  beforeAll(async () => {
    world = await createWorld();
    lead = await world.person('Lena Lead');
    ({ reviewId } = await beginReview(lead));
    at = `/api/reviews/${reviewId}`;
    await importText(world, lead, reviewId, FIRST);
    await must(lead, 'post', `${at}/duplicate-runs`);
    await world.runJobs();
  });
  afterAll(() => world.close());
  // The index of the records must say what the clusters say, whatever was done.
  afterEach(async () => {
    const [wrong] = await world.database.query(
      `select count(*)::int as n from record_index record where is_copy <> exists (select 1 from duplicate_members member
         join duplicate_clusters cluster on cluster.review_id = member.review_id and cluster.cluster_id = member.cluster_id
         where member.record_id = record.record_id and member.record_id <> cluster.primary_record_id)`,
    );
    expect(wrong.n).toBe(0);
  });

  const pairs = (state: string) => must(lead, 'get', `${at}/duplicate-pairs?state=${state}`);

  it('are compared with all that is there, without anybody asking for it', async () => {
    await importText(world, lead, reviewId, COPY, 'copy.ris', '&sourceName=Embase');
    await world.runJobs();
    expect((await pairs('same')).counts).toMatchObject({ removed: 1, clusters: 1 });
    await importText(world, lead, reviewId, ABSTRACT, 'abstract.ris', '&sourceName=Meetings');
    await world.runJobs();
    const { counts, pairs: doubtful } = await pairs('doubtful');
    expect(counts.removed, 'a conference abstract is never merged with its paper').toBe(1);
    expect(doubtful.length).toBeGreaterThan(0);
  });

  it('stay apart from the report of the same study that a person has kept beside them', async () => {
    for (const { pairId } of (await pairs('doubtful')).pairs) {
      await must(lead, 'put', `${at}/duplicate-pairs/${pairId}/state`, { state: 'related' });
    }
    expect((await pairs('related')).counts).toMatchObject({ doubtful: 0 });
    await must(lead, 'post', `${at}/duplicate-runs`);
    await world.runJobs();
    const { counts, pairs: related } = await pairs('related');
    expect(counts).toMatchObject({ doubtful: 0, removed: 1 });
    expect(related.every((pair: Body) => pair.decidedByName === 'Lena Lead')).toBe(true);
  });

  it('stand for themselves again when a merge is taken back, and are counted once more', async () => {
    expect((await must(lead, 'get', `${at}/records`)).total).toBe(2);
    const { clusters } = await must(lead, 'get', `${at}/duplicate-clusters`);
    const [{ clusterId, primaryRecordId, records }] = clusters;
    const copy = records.find((record: Body) => record.recordId !== primaryRecordId);
    await must(lead, 'delete', `${at}/duplicate-clusters/${clusterId}/records/${copy.recordId}`);
    expect((await must(lead, 'get', `${at}/records`)).total).toBe(3);
    const { pairs: parted } = await pairs('different');
    await must(lead, 'put', `${at}/duplicate-pairs/${parted[0].pairId}/state`, { state: 'same' });
    expect((await must(lead, 'get', `${at}/records`)).total).toBe(2);
  });

  it('are gone with their import, and the copy that is left stands for itself', async () => {
    const { imports } = await must(lead, 'get', `${at}/imports`);
    const copies = imports.find((one: Body) => one.source.name === 'Embase');
    await must(lead, 'delete', `${at}/imports/${copies.importId}`);
    await world.runJobs();
    expect((await must(lead, 'get', `${at}/records`)).total).toBe(2);
    expect((await pairs('same')).counts).toMatchObject({ removed: 0, clusters: 0 });
  });
});
