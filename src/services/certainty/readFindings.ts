import { absoluteLines, baselinesFromStudies, differenceWords, relativeWords } from '#core/certainty/findings';
import { evidenceProfile, type Findings, type FoundOutcome, findingsTable } from '#core/certainty/findingsTable';
import { CERTAINTY_REASONS, certaintyOf } from '#core/certainty/grading';
import { plainSentence } from '#core/certainty/plainSentence';
import { tableHtml } from '#core/certainty/tableHtml';
import { comparesSides } from '#core/extraction/kinds/outcomeKinds';
import { csvText } from '#core/reporting/csvText';
import { Analysis } from '#entities/Analysis';
import { CertaintyGrading } from '#entities/CertaintyGrading';
import { Review } from '#entities/Review';
import { whyNotAct } from '#policies/reviews';
import { outcomeName } from '#services/appraisal/readAppraisals';
import { type FindingInput, loadFindingRows } from '#services/certainty/findings';
import { type Gathered, type Ground, gatherEvidence, loadGround } from '#services/certainty/gatherEvidence';
import { staleReasons } from '#services/certainty/staleReasons';
import type { Actor, Context } from '#services/context';
import { standInReview } from '#services/standing';
import { loadSynthesisData, outcomeDataOf, type SynthesisData } from '#services/synthesis/outcomeData';

interface Found {
  readonly row: FindingInput;
  readonly analysis: Analysis | null;
  readonly gathered: Gathered | null;
  readonly grading: CertaintyGrading | null;
}

/** The whole summary of findings, worked out from today's data, and what of it is out of date. */
export async function buildFindings(
  ctx: Context,
  reviewId: string,
  {
    swap = analysis => analysis,
    known,
  }: {
    /** Another analysis in place of a stored one: what would be. */
    readonly swap?: (analysis: Analysis) => Analysis;
    /** The data, where they are at hand already. */
    readonly known?: Ground;
  } = {},
) {
  const { rows, isArranged } = await loadFindingRows(ctx, reviewId);
  const ground = known ?? (await loadGround(ctx, reviewId, await loadSynthesisData(ctx, reviewId)));
  const { all } = ground;
  const analyses = new Map((await ctx.db.findBy(Analysis, { reviewId })).map(one => [one.analysisId, swap(one)]));
  const gradings = new Map((await ctx.db.findBy(CertaintyGrading, { reviewId })).map(one => [one.analysisId, one]));
  const found = rows.map((row): Found => {
    const analysis = analyses.get(row.analysisId ?? '') ?? null;
    const gathered = analysis && gatherEvidence(ctx, analysis, ground);
    return { row, analysis, gathered, grading: gradings.get(row.analysisId ?? '') ?? null };
  });
  const texts = [...new Set(found.flatMap(({ grading }) => footnotesOf(grading)))];
  const letterOf = (text: string) => String.fromCharCode(97 + (texts.indexOf(text) % 26));
  const review = await ctx.db.findOneByOrFail(Review, { reviewId });
  const arms = found.find(({ gathered }) => gathered && comparesSides(gathered.data.outcome.kind))?.gathered?.data
    .armNames;
  const names = {
    intervention: inSentence(arms?.first ?? 'intervention'),
    comparator: inSentence(arms?.second ?? 'comparator'),
  };
  const appraisalNotes = ground.appraisals.map(one => one.appraisal.note);
  const notes = [...found.map(({ grading }) => grading?.note ?? ''), ...appraisalNotes];
  const findings: Findings = {
    title: review.title,
    ...names,
    outcomes: found.map(one => present(one, all, names.intervention, letterOf)),
    footnotes: texts.map(text => ({ letter: letterOf(text), text })),
    notes: [...new Set(notes)].filter(note => note !== ''),
  };
  return { findings, found, isArranged };
}

/** "No vaccine" within a sentence: "no vaccine". "BCG" stays. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function footnotesOf(grading: CertaintyGrading | null): string[] {
  return CERTAINTY_REASONS.flatMap(reason => {
    const answer = grading?.reasons[reason];
    return answer && answer.levels !== 0 && answer.footnote !== '' ? [answer.footnote] : [];
  });
}

function present(
  { row, gathered, grading }: Found,
  all: SynthesisData,
  intervention: string,
  letterOf: (text: string) => string,
): FoundOutcome {
  const outcome = all.outcomes.find(one => one.outcomeId === row.outcomeId);
  const name = { outcomeName: (outcome && outcomeName(outcome)) ?? '', remark: row.comment };
  const nothing = {
    absolute: [],
    difference: null,
    relative: null,
    people: null,
    studies: 0,
    certainty: null,
    isAgreed: false,
    levels: {},
    letters: [],
    stale: [],
  };
  if (!gathered || gathered.evidence.effect === null) {
    const studies = outcome ? outcomeDataOf(all, outcome).studies.length : 0;
    const because = gathered
      ? 'Not estimable: no study with an effect.'
      : studies > 0
        ? `Not pooled yet: ${studies} ${studies === 1 ? 'study has' : 'studies have'} numbers.`
        : 'Not pooled: no study reports it.';
    return { ...name, ...nothing, because, words: '' };
  }
  const { evidence } = gathered;
  const certainty = grading ? certaintyOf(grading) : null;
  const baselines = row.baselines.length > 0 ? row.baselines : baselinesFromStudies(evidence);
  return {
    ...name,
    absolute: absoluteLines(evidence, baselines),
    difference: differenceWords(evidence),
    relative: relativeWords(evidence),
    people: evidence.people,
    studies: evidence.k,
    because: null,
    certainty,
    isAgreed: grading?.agreedAt != null,
    levels: Object.fromEntries(
      Object.entries(grading?.reasons ?? {}).map(([reason, answer]) => [reason, answer.levels]),
    ),
    letters: footnotesOf(grading).map(letterOf),
    words:
      grading?.plainWords ||
      (certainty ? plainSentence(evidence, certainty, { intervention, outcome: outcome?.name ?? '' }) : ''),
    stale: staleReasons(grading, gathered.grounds, gathered.isStale),
  };
}

export async function readFindings(ctx: Context, actor: Actor, reviewId: string) {
  const viewer = await standInReview(ctx, actor, reviewId);
  const { findings, found, isArranged } = await buildFindings(ctx, reviewId);
  return {
    ...findings,
    isArranged,
    outcomes: findings.outcomes.map((outcome, place) => ({
      ...outcome,
      outcomeId: found[place]?.row.outcomeId ?? '',
      analysisId: found[place]?.row.analysisId ?? null,
      analysisName: found[place]?.analysis?.name ?? null,
      baselines: found[place]?.row.baselines ?? [],
    })),
    may: { arrange: whyNotAct(viewer, 'gradeCertainty') },
  };
}

export type FindingsFile = `${'summary-of-findings' | 'evidence-profile'}.${'html' | 'docx' | 'csv'}`;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The summary of findings or the evidence profile as a file. */
export async function exportFindings(ctx: Context, actor: Actor, reviewId: string, file: FindingsFile) {
  await standInReview(ctx, actor, reviewId);
  const { findings } = await buildFindings(ctx, reviewId);
  const table = file.startsWith('evidence') ? evidenceProfile(findings) : findingsTable(findings);
  if (file.endsWith('.docx')) return { fileName: file, contentType: WORD, content: await ctx.documents.table(table) };
  if (file.endsWith('.html'))
    return { fileName: file, contentType: 'text/html; charset=utf-8', content: tableHtml(table) };
  const rows = [table.head, ...table.rows, ...table.below.map(text => [text])];
  return {
    fileName: file,
    contentType: 'text/csv',
    content: csvText(rows.map(row => row.map(text => text.replaceAll('\n', '; ')))),
  };
}
