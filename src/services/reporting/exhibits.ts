import { findingsTable, type TextTable } from '#core/certainty/findingsTable';
import type { DocumentBlock } from '#core/reporting/document/writtenDocument';
import { PALETTES, type PaletteName } from '#core/reporting/palette';
import { prismaFigure } from '#core/reporting/prismaFigure';
import type { ReferenceStyle } from '#core/reporting/references/referenceText';
import { trafficLightFigure } from '#core/reporting/trafficLightFigure';
import { settledOf } from '#services/appraisal/readAppraisals';
import { loadAppraisalData } from '#services/appraisal/robvisFiles';
import { buildFindings } from '#services/certainty/readFindings';
import type { Context } from '#services/context';
import { appraisalSets } from '#services/reporting/appraisalFacts';
import type { ReportGround } from '#services/reporting/manuscriptFacts';
import { buildCharacteristics, buildExcluded, buildSearches, loadReferences } from '#services/reporting/reportTables';
import { outcomeDataOf } from '#services/synthesis/outcomeData';
import { drawForestOf } from '#services/synthesis/readAnalyses';

function table({ title, head, rows, below }: TextTable): DocumentBlock {
  return { kind: 'table', caption: title, head, rows, below };
}

function figure(caption: string, svg: string): DocumentBlock {
  return { kind: 'figure', name: 'figure', caption, svg };
}

/** Every figure and table of the report by the id under which the draft names it, and the references. */
export async function loadExhibits(
  ctx: Context,
  report: ReportGround,
  {
    palette,
    style,
    onForest,
  }: {
    readonly palette: PaletteName;
    readonly style: ReferenceStyle;
    /** Hears before each forest plot how many are drawn, and whose comes. */
    readonly onForest?: (drawn: number, name: string) => Promise<void>;
  },
) {
  const { reviewId } = report.review;
  const references = await loadReferences(ctx, report, style);
  const exhibits = new Map<string, readonly DocumentBlock[]>([
    ['searches', [table(await buildSearches(ctx, report))]],
    ['flow', [figure('PRISMA 2020 flow diagram', prismaFigure(report.flow, { palette: PALETTES[palette] }))]],
    ['excluded', [table(await buildExcluded(ctx, report, style))]],
    ['characteristics', [table(buildCharacteristics(report, references))]],
    ['findings', [table(findingsTable((await buildFindings(ctx, reviewId, { known: report.ground })).findings))]],
    ['bias', await biasFigures(ctx, report, palette)],
  ]);
  for (const [drawn, analysis] of report.analyses.entries()) {
    await onForest?.(drawn, analysis.name);
    const outcome = report.ground.all.outcomes.find(one => one.outcomeId === analysis.outcomeId);
    if (!analysis.result || !outcome) continue;
    const svg = drawForestOf(ctx, analysis, outcomeDataOf(report.ground.all, outcome), palette);
    exhibits.set(`forest-${analysis.analysisId}`, [figure(analysis.name, svg)]);
  }
  return { exhibits, references: references.map(one => one.text) };
}

async function biasFigures(ctx: Context, { review, ground }: ReportGround, palette: PaletteName) {
  const figures: DocumentBlock[] = [];
  for (const set of appraisalSets(ground.appraisals)) {
    if (!set.listed.some(one => settledOf(one) !== null)) continue;
    const data = await loadAppraisalData(ctx, review.reviewId, set);
    const options = { palette: PALETTES[palette], isColourBlindSet: palette === 'black-and-white' };
    figures.push(figure('Risk of bias', trafficLightFigure(data, options)));
  }
  return figures;
}
