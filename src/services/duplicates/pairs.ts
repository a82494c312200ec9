import { In } from 'typeorm';
import { Problem } from '#core/problem';
import type { PairState } from '#core/vocabulary';
import { DuplicateCluster } from '#entities/DuplicateCluster';
import { DuplicateMember } from '#entities/DuplicateMember';
import { DuplicatePair } from '#entities/DuplicatePair';
import { insist } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import type { Actor, Context } from '#services/context';
import { joinRecords, leaveCluster } from '#services/duplicates/clusters';
import { loadComparedRecords } from '#services/duplicates/comparedRecords';
import { type DeedContext, perform } from '#services/perform';
import { namesOf } from '#services/projects/readProjects';
import { standInReview } from '#services/standing';

/** Pairs in one state, likeliest first, each side with the fields that a person compares. */
export async function listPairs(
  ctx: Context,
  actor: Actor,
  reviewId: string,
  query: { state: PairState; limit: number },
) {
  const standing = await standInReview(ctx, actor, reviewId);
  const pairs = await ctx.db.find(DuplicatePair, {
    where: { reviewId, state: query.state },
    order: { probability: 'DESC', pairId: 'ASC' },
    take: query.limit,
  });
  const records = await loadComparedRecords(
    ctx,
    reviewId,
    pairs.flatMap(pair => [pair.recordA, pair.recordB]),
  );
  const names = await namesOf(
    ctx,
    pairs.flatMap(pair => pair.decidedBy ?? []),
  );
  const shown = pairs.flatMap(pair => {
    const a = records.get(pair.recordA);
    const b = records.get(pair.recordB);
    if (!a || !b) return [];
    return [
      {
        ...pair,
        a,
        b,
        differs: differingFields(a, b),
        decidedByName: pair.decidedBy ? (names.get(pair.decidedBy) ?? 'former member') : null,
      },
    ];
  });
  return {
    pairs: shown,
    counts: await countPairs(ctx, reviewId),
    may: { decide: whyNotAct(standing, 'decidePairs'), find: whyNotAct(standing, 'findDuplicates') },
  };
}

const COMPARED = [
  'title',
  'authorsText',
  'year',
  'journal',
  'volume',
  'issue',
  'pages',
  'doi',
  'pmid',
  'abstractText',
] as const;

function differingFields(
  a: Readonly<Record<(typeof COMPARED)[number], unknown>>,
  b: Readonly<Record<(typeof COMPARED)[number], unknown>>,
): string[] {
  return COMPARED.filter(field => a[field] !== b[field]);
}

async function countPairs(ctx: Context, reviewId: string) {
  const count = (state: PairState) => ctx.db.countBy(DuplicatePair, { reviewId, state });
  const clusters = await ctx.db.countBy(DuplicateCluster, { reviewId });
  const members = await ctx.db.countBy(DuplicateMember, { reviewId });
  return {
    doubtful: await count('doubtful'),
    same: await count('same'),
    different: await count('different'),
    related: await count('related'),
    clusters,
    removed: members - clusters,
  };
}

/** A person's word on two records: merges them, keeps them apart, or takes the word back. Decisions on either stay. */
export async function decidePair(
  ctx: Context,
  actor: Actor,
  input: { reviewId: string; pairId: string; state: PairState },
): Promise<void> {
  const { reviewId, pairId, state } = input;
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'decidePairs'));
  const deed = { same: 'merge-pair', different: 'part-pair', related: 'relate-pair', doubtful: 'reopen-pair' }[state];
  await perform(ctx, actor, deed, async tx => {
    const pair = await tx.db.findOne(DuplicatePair, {
      where: { reviewId, pairId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!pair) throw new Problem('not-found', 'There is no such pair. Duplicates may have been looked for again.');
    if (pair.state === state) return tx.changedNothing();
    if (state === 'same') await joinRecords(tx, reviewId, [pair.recordA, pair.recordB], await choosePrimary(tx, pair));
    else if (pair.state === 'same') await leaveCluster(tx, reviewId, pair.recordB);
    await tx.db.update(DuplicatePair, { reviewId, pairId }, { state, decidedBy: actor.personId, decidedAt: tx.now() });
    tx.witness({
      reviewId,
      subjectKind: 'pair',
      subjectId: pairId,
      facts: { recordA: pair.recordA, recordB: pair.recordB, state },
    });
  });
}

/** Of all copies that come together, the one that people have decided on stands for the others; else the one that did so before. */
async function choosePrimary(tx: DeedContext, pair: DuplicatePair): Promise<string> {
  const { reviewId, recordA, recordB } = pair;
  const here = await tx.db.findBy(DuplicateMember, { reviewId, recordId: In([recordA, recordB]) });
  const clusterIds = In(here.map(member => member.clusterId));
  const members = await tx.db.findBy(DuplicateMember, { reviewId, clusterId: clusterIds });
  const decided: { record_id: string }[] = await tx.db.query(
    `select record_id, count(*) as n from screening_decisions where review_id = $1 and record_id = any($2)
     group by record_id order by n desc, record_id`,
    [reviewId, [recordA, recordB, ...members.map(member => member.recordId)]],
  );
  if (decided[0]) return decided[0].record_id;
  const [cluster] = await tx.db.find(DuplicateCluster, { where: { reviewId, clusterId: clusterIds }, take: 1 });
  return cluster?.primaryRecordId ?? recordA;
}

/** Takes a record out of its cluster, and remembers that a person said so, against every record it was merged with. */
export async function unmergeRecord(
  ctx: Context,
  actor: Actor,
  key: { reviewId: string; clusterId: string; recordId: string },
): Promise<void> {
  const { reviewId, recordId } = key;
  insist(whyNotAct(await standInReview(ctx, actor, reviewId), 'decidePairs'));
  await perform(ctx, actor, 'unmerge-record', async tx => {
    if (!(await tx.db.existsBy(DuplicateMember, key)))
      throw new Problem('not-found', 'This record is in no such cluster.');
    const others = await leaveCluster(tx, reviewId, recordId);
    for (const other of others) {
      const [recordA, recordB] = recordId < other ? [recordId, other] : [other, recordId];
      const verdict = { state: 'different' as const, decidedBy: actor.personId, decidedAt: tx.now() };
      const { affected } = await tx.db.update(DuplicatePair, { reviewId, recordA, recordB }, verdict);
      if (!affected) {
        await tx.db.insert(DuplicatePair, {
          reviewId,
          pairId: tx.newId(),
          recordA,
          recordB,
          probability: 0,
          reasons: [],
          ...verdict,
        });
      }
    }
    tx.witness({ reviewId, subjectKind: 'record', subjectId: recordId, facts: { from: others } });
  });
}
