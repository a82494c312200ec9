import { dependenceParts } from '#core/reporting/rScript/dependencePart';
import { metaforScript } from '#core/reporting/rScript/metaforScript';
import type { SpecifiedAnalysis } from '#core/synthesis/analyseSpecification';
import { moderatorTerms } from '#core/synthesis/moderatorTerms';
import { Analysis } from '#entities/Analysis';
import { Search } from '#entities/Search';
import type { Context } from '#services/context';
import { moderatorsOf, studiesUsed } from '#services/synthesis/computeAnalysis';
import { loadSynthesisData, type OutcomeData, outcomeDataOf } from '#services/synthesis/outcomeData';
import { choicesOf, isOlderThan } from '#services/synthesis/readAnalyses';

/** A script for R with metafor that computes a saved analysis anew and compares every number. */
function scriptOf(row: Analysis, data: OutcomeData): string {
  const { specification, leftOut } = choicesOf(row);
  const out = new Set(leftOut.map(one => one.studyId));
  const studies = studiesUsed(data, { specification, leftOut }).filter(study => !out.has(study.studyId));
  const valuesOf = new Map(studies.map(({ studyId, characteristics }) => [studyId, characteristics] as const));
  const moderators = moderatorsOf(data);
  const by = moderators.find(({ id }) => id === specification.subgroups?.by);
  const groupOf = new Map(
    studies.flatMap(({ studyId, characteristics }): [string, string][] => {
      const value = by ? characteristics[by.id] : undefined;
      return value === undefined ? [] : [[studyId, String(value)]];
    }),
  );
  const result = row.result as SpecifiedAnalysis; // written by computeAnalysis
  return metaforScript({
    analysis: result,
    studies,
    name: row.name,
    converted: data.conversions,
    ...(by && result.subgroups ? { subgroups: { name: by.name, groupOf, result: result.subgroups } } : {}),
    ...(result.dependence?.estimable
      ? { further: dependenceParts(result.dependence.value, result.spec.tauSquared !== 'ML') }
      : {}),
    ...(result.regression
      ? {
          regression: {
            terms: moderatorTerms(specification.moderators, moderators),
            valuesOf,
            result: result.regression,
          },
        }
      : {}),
  });
}

const READ_ME = [
  'What this archive holds, and how to check it',
  '',
  'review.json, tables/   every table of the review; "pooled import-review <file>" reads them into another Pooled',
  'records.ris, .csv      records with what became of each',
  'extraction.csv         every extracted number and where it was found',
  'analyses.json          the choices and results of every analysis at full precision',
  'scripts/               one script for R with metafor an analysis: "Rscript scripts/<file>.R" computes it anew and',
  '                       stops with an error where a number differs from Pooled’s',
  'searches.txt           every search as it was run',
  'figures/               the flow diagram and the forest plots as SVG',
  'tables/auditEvents, tables/auditSeals   the audit chain; "pooled audit" verifies it',
  '',
].join('\n');

/** What somebody needs to compute the review’s results anew, beside its tables: scripts, searches and a word on both. */
export async function reproductionEntries(ctx: Context, reviewId: string): Promise<{ name: string; text: string }[]> {
  const all = await loadSynthesisData(ctx, reviewId);
  const rows = await ctx.db.find(Analysis, { where: { reviewId }, order: { createdAt: 'ASC', analysisId: 'ASC' } });
  const scripts: { name: string; text: string }[] = [];
  const stale: string[] = [];
  for (const row of rows) {
    const outcome = all.outcomes.find(one => one.outcomeId === row.outcomeId);
    if (!row.result || !outcome) continue;
    const data = outcomeDataOf(all, outcome);
    // A script computes from the data in it: a result that is older than they are would differ.
    if (isOlderThan(ctx, row, data)) stale.push(row.name);
    else scripts.push({ name: `scripts/analysis-${row.analysisId}.R`, text: scriptOf(row, data) });
  }
  const notes = stale.map(name => `No script: "${name}" was computed from other data than those of today.\n`).join('');
  return [
    { name: 'README.txt', text: READ_ME + notes },
    ...scripts,
    { name: 'searches.txt', text: await searchesText(ctx, reviewId) },
  ];
}

async function searchesText(ctx: Context, reviewId: string): Promise<string> {
  const rows = await ctx.db.find(Search, {
    where: { reviewId },
    order: { ranOn: 'ASC', createdAt: 'ASC', searchId: 'ASC' },
  });
  const parts = rows.map(row =>
    [
      `${row.sourceName}${row.platform ? ` (${row.platform})` : ''}, ${row.ranOn}`,
      ...(row.countFound === null ? [] : [`Found: ${row.countFound}`]),
      ...(row.limits ? [`Limits: ${row.limits}`] : []),
      ...(row.filters ? [`Filters: ${row.filters}`] : []),
      ...(row.peerReview ? [`Peer review: ${row.peerReview}`] : []),
      `Strategy: ${row.strategy || 'not recorded'}`,
      ...(row.translatedStrategy ? [`As the source read it: ${row.translatedStrategy}`] : []),
    ].join('\n'),
  );
  return parts.length === 0 ? 'No search is recorded.\n' : `${parts.join('\n\n')}\n`;
}
