import type { ReplyOf } from '#contract/endpoint';
import type { getMyScreening, listMyQueue } from '#contract/screening';
import { amendKeptReplies } from '../../queries/keptReply.ts';
import { deskName, type Wish } from './wish.ts';

/** What is kept for the time without a network knows the decision too: nobody is to decide twice. */
export async function noteInKept(personId: string, wish: Wish): Promise<void> {
  const { recordId, decision, before } = wish;
  const desk = deskName(wish);
  const now = decision
    ? {
        ...{ choice: decision.choice, criterionId: decision.criterionId ?? null, note: decision.note ?? '' },
        ...{ quote: decision.quote ?? '', page: decision.page ?? null },
        decidedAt: new Date(wish.wantedAt).toISOString(),
      }
    : null;
  await amendKeptReplies(personId, ['own-queue', desk], reply => {
    const queue = reply as ReplyOf<typeof listMyQueue>; // kept by useQueue and usePracticeRecords alone
    const records = queue.records.map(one => (one.recordId === recordId ? { ...one, decision: now } : one));
    return { ...queue, records };
  });
  const more = Number(decision !== null) - Number(before !== null);
  if (more === 0) return;
  await amendKeptReplies(personId, ['own-screening', desk], reply => {
    const mine = reply as ReplyOf<typeof getMyScreening>; // kept by useMyScreening alone
    return { ...mine, decided: mine.decided + more };
  });
}
