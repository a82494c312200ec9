import { standing } from '#core/screening/standing';
import { type StoppingReport, stoppingReport } from '#core/screening/stoppingReport';
import type { RandomSample } from '#core/screening/stoppingRules';
import { ruleSentences, type StoppingFacts, stoppingSentences } from '#core/screening/stoppingSentences';
import { teamMisses } from '#core/screening/teamMisses';
import { Ranking } from '#entities/Ranking';
import type { RankingSample } from '#entities/RankingSample';
import { RankingTurn } from '#entities/RankingTurn';
import { ScreeningStop } from '#entities/ScreeningStop';
import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import { maySeeOutcomes } from '#policies/visibility';
import type { Actor, Context } from '#services/context';
import { namesOf } from '#services/projects/readProjects';
import { loadRecordsToRead } from '#services/records/readRecords';
import type { StageKey } from '#services/screening/assignmentBoard';
import { findLastSample } from '#services/screening/drawSample';
import { loadProgress } from '#services/screening/loadProgress';
import { type RankingSettings, UNRANKED } from '#services/screening/setRanking';
import type { Situations } from '#services/screening/situations';
import { standInReview } from '#services/standing';

/** How a stage is ranked, and for those who may see outcomes how far it is and whether it may end. */
export async function readRanking(ctx: Context, actor: Actor, key: StageKey) {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  const settings: RankingSettings = (await ctx.db.findOneBy(Ranking, keyOf(key))) ?? UNRANKED;
  const whyNot = whyNotAct(viewer, 'assign');
  return {
    settings,
    stop: await readStop(ctx, key),
    outcome: maySeeOutcomes(viewer, key.stage) ? (await loadOutcome(ctx, viewer, key, settings)).outcome : null,
    may: { change: whyNot, sample: whyNot, stop: whyNot },
  };
}

async function readStop(ctx: Context, key: StageKey) {
  const stop = await ctx.db.findOneBy(ScreeningStop, keyOf(key));
  if (!stop) return null;
  const names = await namesOf(ctx, [stop.stoppedBy]);
  return {
    ...{ reason: stop.reason, methods: stop.methods, notScreened: stop.recordIds.length, at: stop.stoppedAt },
    by: names.get(stop.stoppedBy) ?? 'former member',
  };
}

/** The outcome as a page shows it, for those who may see it: ask `maySeeOutcomes` first. */
export async function loadOutcome(ctx: Context, viewer: ReviewStanding, key: StageKey, settings: RankingSettings) {
  const { progress, situations } = await loadProgress(ctx, viewer, key);
  const drawn = await findLastSample(ctx, key);
  const reading = drawn && readSample(drawn, situations);
  const report = stoppingReport(progress, reading?.sample ?? null, settings);
  const misses = teamMisses(situations.values());
  const sampledRelevant = reading?.sample?.relevantDrawn ?? 0;
  const facts: StoppingFacts = {
    ...{ records: progress.records, screened: progress.screened.length, learnsFrom: settings.learnsFrom },
    isRanked: settings.isOn || (await ctx.db.existsBy(RankingTurn, keyOf(key))),
    ...{ seed: settings.seed, rule: settings.stoppingRule, aims: settings, report, misses },
    ...{ sampled: drawn?.recordIds.length ?? 0, sampledRelevant },
  };
  const outcome = {
    ...{ records: progress.records, screened: progress.screened.length, partly: progress.partly },
    ...{ found: report.found, misses, methods: stoppingSentences(facts) },
    foundAt: progress.screened.flatMap((isRelevant, place) => (isRelevant ? [place + 1] : [])),
    rules: presentRules(report, ruleSentences(facts)),
    sample: reading && { ...reading.counts, drawnAt: drawn.drawnAt },
  };
  return { outcome, progress };
}

function presentRules({ test, run, sample }: StoppingReport, sentences: ReturnType<typeof ruleSentences>) {
  const { isMet, needed, recall } = sample;
  return {
    test: { ...test, sentence: sentences.test },
    run: { ...run, sentence: sentences.run },
    sample: { isMet, needed, recall: recall.estimable ? recall.value : null, sentence: sentences.sample },
  };
}

/** A sample says something when all of it is read: before, those read first could be the likelier ones. */
function readSample(drawn: RankingSample, situations: Situations) {
  const verdicts = drawn.recordIds.map(recordId => {
    const situation = situations.get(recordId);
    return situation ? standing(situation).verdict : 'pending';
  });
  const read = verdicts.filter(verdict => verdict !== 'pending').length;
  const relevantDrawn = verdicts.filter(verdict => verdict !== 'pending' && verdict !== 'excluded').length;
  const { foundBefore, pool, recordIds } = drawn;
  const sample: RandomSample | null =
    read === recordIds.length ? { foundBefore, pool, drawn: recordIds.length, relevantDrawn } : null;
  return { sample, counts: { drawn: recordIds.length, read, pool, relevant: sample ? relevantDrawn : null } };
}

/** Why the first records of my own order stand there: only words of what I may know taught it. */
export async function readMyReasons(ctx: Context, actor: Actor, key: StageKey) {
  await standInReview(ctx, actor, key.reviewId);
  const ranking = await ctx.db.findOneBy(Ranking, { ...keyOf(key), isOn: true });
  if (!ranking) return { learnsFrom: null, number: null, next: null, reasons: [] };
  const turn = await ctx.db.findOne(RankingTurn, {
    where: { ...keyOf(key), personId: actor.personId },
    order: { number: 'DESC' },
  });
  const reasons = turn?.reasons ?? [];
  const [next] = await loadRecordsToRead(ctx, key.reviewId, turn?.recordIds.slice(0, 1) ?? []);
  return {
    ...{ learnsFrom: ranking.learnsFrom, number: turn?.number ?? null, reasons },
    next: next ? { recordId: next.recordId, title: next.title } : null,
  };
}

function keyOf({ reviewId, stage }: StageKey) {
  return { reviewId, stage };
}
