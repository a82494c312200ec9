import type { RankingAnswer, RankingRequest, RankingTexts } from '#core/screening/rankingDesk';
import { createStayingThread } from '#gateways/thinking/createStayingThread';
import type { RankingOrder } from '#gateways/thinking/rankingThread';

const LIMITS = { maxOldGenerationSizeMb: 900, maxYoungGenerationSizeMb: 64 };
/** Texts travel in portions, so that they are never all in memory, nor twice. */
const RECORDS_A_PORTION = 1_000;

/**
 * Orders records in a thread that stays, since it keeps what it has read: only the first order of a review takes seconds, and
 * others are given meanwhile. Texts of one review are taken in at a time.
 */
export function createRankingThread() {
  const ask = createStayingThread<RankingOrder, RankingAnswer>(
    new URL('./rankingThread.js', import.meta.url),
    'that ranks records',
    LIMITS,
  );
  const preparing = new Map<string, Promise<void>>();
  let lastPrepared: Promise<void> = Promise.resolve();

  const prepare = async ({ basis, seed }: RankingRequest, loadTexts: () => Promise<RankingTexts>): Promise<void> => {
    const { question, count, read } = await loadTexts();
    await ask({ basis, seed, question, count });
    for (let from = 0; from < count; from += RECORDS_A_PORTION) {
      await ask({ basis, records: await read(from, Math.min(count, from + RECORDS_A_PORTION)) });
    }
    await ask({ finished: basis });
  };
  return async (request: RankingRequest, loadTexts: () => Promise<RankingTexts>): Promise<RankingAnswer> => {
    const known = await ask({ request });
    if (known) return known;
    const name = `${request.basis} ${request.seed}`;
    const begun =
      preparing.get(name) ??
      lastPrepared
        .catch(() => undefined)
        .then(() => prepare(request, loadTexts))
        .finally(() => preparing.delete(name));
    preparing.set(name, begun);
    lastPrepared = begun;
    await begun;
    const answered = await ask({ request });
    if (!answered) throw new RangeError('createRankingThread: the thread lost the texts that it was just given');
    return answered;
  };
}
