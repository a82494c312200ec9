import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_ANALYSIS } from '#core/synthesis/analysisSpec';
import { NOTHING_FURTHER } from '#core/synthesis/specification';
import { Appraisal } from '#entities/Appraisal';
import { Arm } from '#entities/Arm';
import { ArmResult } from '#entities/ArmResult';
import { Assessment } from '#entities/Assessment';
import { Outcome } from '#entities/Outcome';
import { Study } from '#entities/Study';
import { fillReview } from '#scripts/bench/records/fillReview';
import { withDatabase } from '#scripts/withDatabase';
import { planAppraisals } from '#services/appraisal/planAppraisals';
import { listAppraisals } from '#services/appraisal/readAppraisals';
import { listGradings } from '#services/certainty/readCertainty';
import { readFindings } from '#services/certainty/readFindings';
import type { Actor, Context } from '#services/context';
import { readForm } from '#services/extraction/extractionForm';
import { readExtraction } from '#services/extraction/readExtraction';
import { readChecklist, readManuscript } from '#services/reporting/manuscript';
import { readProtocolFields } from '#services/reporting/protocolFields';
import { readFlow } from '#services/reporting/readFlow';
import { readReportTables } from '#services/reporting/reportFiles';
import { compareWithout } from '#services/reporting/whatIf';
import { saveAnalysis } from '#services/synthesis/analyses';
import { listAnalyses } from '#services/synthesis/readAnalyses';

/**
 * How long the pages of the report take to answer in a review of 300 included studies with 10 outcomes (or the numbers
 * given): the median of three answers after one to warm up, and the processor's time, which a busy machine doesn't
 * stretch. The database is thrown away.
 *
 *     node dist/scripts/bench/reporting.js [STUDIES] [OUTCOMES] [RECORDS]
 */
const TIMES = 3;

async function fillStudies(ctx: Context, { personId }: Actor, reviewId: string, studies: number, outcomes: number) {
  const now = ctx.now();
  const outcomeIds = Array.from({ length: outcomes }, () => ctx.newId());
  await ctx.db.insert(
    Outcome,
    outcomeIds.map((outcomeId, position) => ({
      ...{ reviewId, outcomeId, name: `Outcome ${position + 1}`, timepoint: '', kind: 'dichotomous' as const },
      ...{ unit: '', isLowerBetter: true, position },
    })),
  );
  for (let n = 0; n < studies; n++) {
    const studyId = ctx.newId();
    const label = `Invented ${n + 1}`;
    const year = 1980 + (n % 45);
    await ctx.db.insert(Study, { reviewId, studyId, label, year, notes: '', createdBy: personId, createdAt: now });
    const arms = (['intervention', 'comparator'] as const).map((kind, position) => ({
      ...{ reviewId, armId: ctx.newId(), studyId, name: position === 0 ? 'Remedy' : 'Placebo', kind, position },
      randomised: null,
    }));
    await ctx.db.insert(Arm, arms);
    await ctx.db.insert(
      ArmResult,
      outcomeIds.flatMap((outcomeId, place) =>
        arms.map(({ armId, kind }, position) => ({
          ...{ reviewId, armResultId: ctx.newId(), armId, outcomeId, mean: null, standardDeviation: null, foundAt: '' },
          events: 5 + ((n * 7 + place * 3 + position * 11) % 23) + (kind === 'comparator' ? 4 : 0),
          ...{ total: 100 + (n % 50), conversion: null, answered: [], extractedBy: personId, extractedAt: now },
        })),
      ),
    );
  }
  return outcomeIds;
}

const DOMAINS = ['D1', 'D2', 'D3', 'D4', 'D5', 'overall'];
const WORDS = ['low', 'some-concerns', 'high'] as const;

/** Every result judged by one person: what tables and figures read of it is what was judged. */
async function fillAppraisals(ctx: Context, actor: Actor, reviewId: string) {
  const plan = {
    tool: 'rob2',
    variant: 'assignment',
    assessorsNeeded: 1,
    note: '',
    outcomeIds: [],
    studyIds: [],
  } as const;
  await planAppraisals(ctx, actor, reviewId, plan);
  const now = ctx.now();
  const appraisals = await ctx.db.find(Appraisal, { where: { reviewId }, order: { appraisalId: 'ASC' } });
  const rows = appraisals.map(({ appraisalId }, place) => {
    const judgement = WORDS[place % WORDS.length] ?? 'low';
    const judged = Object.fromEntries(DOMAINS.map(id => [id, { judgement, suggested: judgement, stars: null }]));
    const written = { answers: {}, ownJudgements: {}, judged, startedAt: now, changedAt: now, finishedAt: now };
    return { reviewId, assessmentId: ctx.newId(), appraisalId, personId: actor.personId, ...written };
  });
  for (let from = 0; from < rows.length; from += 500) await ctx.db.insert(Assessment, rows.slice(from, from + 500));
}

async function main(): Promise<void> {
  const [studies = 300, outcomes = 10, records = 3000] = process.argv.slice(2).map(Number);
  const folder = await mkdtemp(join(tmpdir(), 'pooled-bench-'));
  // The database runs as another user where this one is root.
  await chmod(folder, 0o755);
  process.env.POOLED_DATA = folder;
  try {
    await withDatabase(async ctx => {
      const { actor, reviewId } = await fillReview(ctx, records);
      const outcomeIds = await ctx.db.transaction(db =>
        fillStudies({ ...ctx, db }, actor, reviewId, studies, outcomes),
      );
      await fillAppraisals(ctx, actor, reviewId);
      for (const [place, outcomeId] of outcomeIds.entries()) {
        const specification = { ...DEFAULT_ANALYSIS, ...NOTHING_FURTHER, measure: 'RR' as const };
        await saveAnalysis(ctx, actor, reviewId, {
          name: `Analysis ${place + 1}`,
          outcomeId,
          specification,
          leftOut: [],
        });
      }
      const pages: Readonly<Record<string, () => Promise<unknown>>> = {
        flow: () => readFlow(ctx, actor, reviewId),
        manuscript: () => readManuscript(ctx, actor, reviewId),
        tables: () => readReportTables(ctx, actor, reviewId, 'vancouver'),
        checklist: () => readChecklist(ctx, actor, reviewId),
        protocol: () => readProtocolFields(ctx, actor, reviewId),
        extraction: () => readExtraction(ctx, actor, reviewId),
        'extraction form': () => readForm(ctx, actor, reviewId),
        'risk of bias': () => listAppraisals(ctx, actor, reviewId),
        certainty: () => listGradings(ctx, actor, reviewId),
        findings: () => readFindings(ctx, actor, reviewId),
        'without some studies': () => compareWithout(ctx, actor, reviewId, { highRisk: true, studyIds: [] }, 'light'),
        analyses: () => listAnalyses(ctx, actor, reviewId),
      };
      for (const [name, read] of Object.entries(pages)) {
        await read();
        const times: { wall: number; cpu: number }[] = [];
        for (let n = 0; n < TIMES; n++) {
          const [from, used] = [process.hrtime.bigint(), process.cpuUsage()];
          await read();
          const { user, system } = process.cpuUsage(used);
          times.push({ wall: Number(process.hrtime.bigint() - from) / 1e6, cpu: (user + system) / 1000 });
        }
        const median = (of: (time: { wall: number; cpu: number }) => number) =>
          Math.round(times.map(of).sort((a, b) => a - b)[1] ?? 0);
        console.log(`${name.padEnd(24)} ${median(time => time.wall)} ms, processor ${median(time => time.cpu)} ms`);
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
