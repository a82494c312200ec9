import { resultsSentenceList } from '#core/reporting/analysisSentences';
import type { Block, DraftSection } from '#core/reporting/manuscript/draft';
import type { AnalysisFact, ManuscriptFacts } from '#core/reporting/manuscript/facts';
import {
  bound,
  exhibit,
  gap,
  inList,
  lowerFirst,
  paragraphs,
  say,
  sentenceOf,
} from '#core/reporting/manuscript/sentences';

const addressOf = ({ analysisId }: AnalysisFact) => `synthesis?analysis=${analysisId}`;

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function effectBlocks(analysis: AnalysisFact): Block[] {
  const { analysisId, name, result, words, isStale } = analysis;
  const page = addressOf(analysis);
  if (!result) return [gap(`effect-${analysisId}`, `${name}: not computed yet.`, 'Compute it', page)];
  const stale = isStale
    ? ({
        kind: 'stale',
        text: 'Out of date: the extracted data changed since this was computed',
        mend: 'Compute again',
        page,
      } as const)
    : null;
  return resultsSentenceList(result, words).map((text, place) =>
    sentenceOf(`effect-${analysisId}-${place}`, upperFirst(text), { from: `Analysis: ${name}`, page }, stale),
  );
}

export function effectSection({ analyses, notPooled }: ManuscriptFacts): DraftSection {
  const all = analyses.flatMap(analysis => [
    effectBlocks(analysis),
    ...(analysis.result ? [[exhibit(`forest-${analysis.analysisId}`, 'figure', `Forest plot: ${analysis.name}`)]] : []),
  ]);
  return {
    id: 'effect',
    part: 'Results',
    title: 'Effects',
    paragraphs: paragraphs(
      ...all,
      ...notPooled.map(({ outcomeId, outcome, studies }) => [
        gap(
          `not-pooled-${outcomeId}`,
          studies === 0
            ? `${outcome}: no study’s numbers are extracted.`
            : `${outcome}: not pooled. ${studies} ${studies === 1 ? 'study has' : 'studies have'} numbers.`,
          studies === 0 ? 'Go to extraction' : 'Go to synthesis',
          studies === 0 ? 'extraction' : 'synthesis',
        ),
      ]),
      analyses.length + notPooled.length === 0
        ? [gap('effect', 'No outcome is named yet.', 'Go to extraction', 'extraction')]
        : [],
    ),
  };
}

function certaintyBlock({ analysisId, name, certainty, outcomeName }: AnalysisFact): Block {
  const page = 'certainty';
  if (!certainty) return gap(`certainty-${analysisId}`, `${name}: certainty is not graded.`, 'Grade it', page);
  const { level, downFor, upFor, isAgreed, stale } = certainty;
  const reasons = (words: readonly string[]) =>
    inList(words.map(word => bound(lowerFirst(word), 'Certainty: reasons', page)));
  const remark =
    stale.length > 0
      ? ({ kind: 'stale', text: `Out of date: ${stale.join(' ')}`, mend: 'Look at it again', page } as const)
      : isAgreed
        ? null
        : ({ kind: 'stale', text: 'This certainty is not agreed yet', mend: 'Agree on it', page } as const);
  return say(
    `certainty-${analysisId}`,
    [
      `Certainty of the evidence on ${outcomeName} was `,
      bound(level.toLowerCase(), `Certainty: ${name}`, page),
      ...(downFor.length > 0 ? [', rated down for ', ...reasons(downFor)] : []),
      ...(upFor.length > 0 ? [', rated up for ', ...reasons(upFor)] : []),
      '.',
    ],
    remark,
  );
}

export function certaintySection({ analyses }: ManuscriptFacts): DraftSection {
  const isGraded = analyses.some(one => one.certainty !== null);
  return {
    id: 'certainty',
    part: 'Results',
    title: 'Certainty',
    paragraphs: paragraphs(
      analyses.length > 0
        ? analyses.map(certaintyBlock)
        : [gap('certainty', 'Nothing is pooled, so nothing is graded.', 'Go to synthesis', 'synthesis')],
      [isGraded ? exhibit('findings', 'table', 'Summary of findings') : null],
    ),
  };
}
