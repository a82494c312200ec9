import { findingsTable } from '#core/certainty/findingsTable';
import { Problem } from '#core/problem';
import { resultsSentenceList } from '#core/reporting/analysisSentences';
import { csvText } from '#core/reporting/csvText';
import { sumOf } from '#core/reporting/flowCounts';
import type { AnalysisFact } from '#core/reporting/manuscript/facts';
import type { PublishedFigure, PublishedReview } from '#core/reporting/publishedReview';
import type { ReviewStanding } from '#policies/standing';
import { readBlindingProof } from '#services/audit/readBlindingProof';
import { verifyReview } from '#services/audit/verifyAudit';
import { buildFindings } from '#services/certainty/readFindings';
import type { Actor, Context } from '#services/context';
import { printedCredit } from '#services/credit/printedCredit';
import { loadExhibits } from '#services/reporting/exhibits';
import { extractionAsCsv } from '#services/reporting/exportTables';
import { loadManuscriptFacts, loadReportGround, type ReportGround } from '#services/reporting/manuscriptFacts';
import { buildCharacteristics, buildExcluded, buildSearches, loadReferences } from '#services/reporting/reportTables';
import { reproductionEntries } from '#services/reporting/reproduction';

/** The copy of a review that becomes public. Refuses one that is not finished, or whose audit chain doesn't hold. */
export async function buildPublishedReview(
  ctx: Context,
  actor: Actor,
  viewer: ReviewStanding,
): Promise<PublishedReview> {
  const { reviewId } = viewer;
  const report = await loadReportGround(ctx, viewer);
  if (!report.flow.isFinal) {
    throw new Problem('conflict', 'The flow diagram is not finished: finish selection, and see that its sums hold.');
  }
  const facts = await loadManuscriptFacts(ctx, actor, viewer, report);
  const references = await loadReferences(ctx, report, 'vancouver');
  const characteristics = buildCharacteristics(report, references);
  const { sentence } = await readBlindingProof(ctx, actor, reviewId);
  const { chain } = await verifyReview(ctx, reviewId);
  if (!chain.holds)
    throw new Problem('conflict', 'The audit chain does not hold. Have it looked at before publishing.');
  const { people } = await printedCredit(ctx, viewer);
  return {
    title: facts.title,
    slots: (facts.question?.slots ?? []).filter(({ text }) => text !== '').map(({ slot, text }) => ({ slot, text })),
    answer: facts.analyses.filter(one => one.isLocked).flatMap(answerOf),
    steps: stepsOf(report),
    figures: await figuresOf(ctx, report),
    findings: findingsTable((await buildFindings(ctx, reviewId)).findings),
    characteristics,
    excluded: await buildExcluded(ctx, report, 'vancouver'),
    searches: await buildSearches(ctx, report),
    references: references.map(one => one.text),
    deviations: facts.deviations.map(({ on, what, reason }) => ({ on, what, reason })),
    people,
    chain: { events: chain.length, fingerprint: chain.fingerprint, sentence },
    files: [
      { name: 'extraction.csv', text: await extractionAsCsv(ctx, reviewId) },
      { name: 'characteristics.csv', text: csvText([characteristics.head, ...characteristics.rows]) },
      ...(await reproductionEntries(ctx, reviewId)).filter(({ name }) => name !== 'README.txt'),
    ],
  };
}

/** The effect in its first sentence, and how sure one is. */
function answerOf({ result, words, certainty, isStale }: AnalysisFact): string[] {
  if (!result || isStale) return [];
  const [effect] = resultsSentenceList(result, words);
  if (!effect) return [];
  return [
    effect.charAt(0).toUpperCase() + effect.slice(1),
    ...(certainty?.isAgreed ? [`Certainty: ${certainty.level.toLowerCase()}.`] : []),
  ];
}

function stepsOf({ counts, searches }: ReportGround): PublishedReview['steps'] {
  const { databases, registers, screening, reports, included, other } = counts;
  const found = sumOf(databases) + sumOf(registers) + sumOf(other?.identified ?? []);
  const sources = new Set(searches.map(one => one.source)).size;
  const excluded = sumOf(reports.excluded) + sumOf(other?.reports.excluded ?? []);
  return [
    { n: found, what: 'records found', more: sources === 1 ? '1 source' : `${sources} sources` },
    { n: screening.screened, what: 'screened', more: `${screening.excluded} excluded` },
    { n: reports.assessed + (other?.reports.assessed ?? 0), what: 'reports read', more: `${excluded} excluded` },
    { n: included.studies, what: 'studies included', more: `${included.reports} reports` },
  ];
}

async function figuresOf(ctx: Context, report: ReportGround): Promise<PublishedFigure[]> {
  const { exhibits } = await loadExhibits(ctx, report, { palette: 'print', style: 'vancouver' });
  return [...exhibits].flatMap(([id, blocks]) =>
    blocks.flatMap((block, place) =>
      block.kind === 'figure'
        ? [{ name: place === 0 ? id : `${id}-${place + 1}`, caption: block.caption, svg: block.svg }]
        : [],
    ),
  );
}
