import type { RankingDesk, RankingTexts } from '#core/screening/rankingDesk';

/** Hands all texts to a desk at once: for whoever has nothing else to do in between. */
export async function takeIn(desk: RankingDesk, basis: string, seed: number, texts: RankingTexts): Promise<void> {
  const intake = desk.take(basis, seed, texts.question, texts.count);
  intake.add(await texts.read(0, texts.count));
  const steps = intake.finish();
  while (!steps.next().done);
}
