import type { Block, DraftSection } from '#core/reporting/manuscript/draft';
import type { AnalysisFact, AppraisalFact, ManuscriptFacts } from '#core/reporting/manuscript/facts';
import { bound, counted, gap, inList, mark, paragraphs, say, sentenceOf } from '#core/reporting/manuscript/sentences';
import { methodsSentenceList } from '#core/reporting/methodsSentences';

export function extractionSection({ extraction }: ManuscriptFacts): DraftSection {
  const { people, outcomes, characteristics, convertedStudies, conversions } = extraction;
  const page = 'extraction';
  return {
    id: 'extraction',
    part: 'Methods',
    title: 'Extraction',
    paragraphs: paragraphs([
      people > 0
        ? say('extractors', [
            'Results were extracted by ',
            ...counted(people, 'person', 'people', { from: 'Extraction', page }),
            '.',
          ])
        : gap('extractors', 'No results are extracted yet.', 'Go to extraction', page),
      outcomes.length > 0
        ? say('outcomes', [
            'Outcomes were ',
            ...inList(outcomes.map(name => bound(name, 'Extraction: outcomes', page))),
            '.',
          ])
        : null,
      characteristics.length > 0
        ? say('characteristics-sought', [
            'Of each study we also noted ',
            ...inList(characteristics.map(name => bound(name, 'Characteristics', 'characteristics'))),
            '.',
          ])
        : null,
      convertedStudies > 0
        ? say('conversions', [
            'Numbers of ',
            ...counted(convertedStudies, 'study', 'studies', { from: 'Extraction: conversions', page }),
            ' were converted from what the reports give: ',
            ...inList(conversions.map(text => bound(text, 'Extraction: conversions', page))),
            '.',
          ])
        : null,
    ]),
  };
}

function appraisalSentence({ key, toolName, variant, ofResults, outcomeName, assessorsNeeded }: AppraisalFact): Block {
  const page = 'risk-of-bias';
  return say(`tool-${key}`, [
    `Risk of bias of ${ofResults ? 'results' : 'studies'}${outcomeName ? ` (${outcomeName})` : ''} was judged by `,
    bound(`${toolName}${variant ? `, ${variant}` : ''}`, 'Risk of bias: plan', page),
    ', by ',
    bound(
      assessorsNeeded === 2 ? 'two people, blind to each other, then in consensus' : 'one person',
      'Risk of bias: plan',
      page,
    ),
    '.',
  ]);
}

export function biasMethodSection({ appraisals }: ManuscriptFacts): DraftSection {
  return {
    id: 'bias-methods',
    part: 'Methods',
    title: 'Risk of bias',
    paragraphs: paragraphs(
      appraisals.length > 0
        ? appraisals.map(appraisalSentence)
        : [gap('tool', 'No tool for risk of bias is chosen.', 'Plan appraisals', 'risk-of-bias')],
    ),
  };
}

const addressOf = ({ analysisId }: AnalysisFact) => `synthesis?analysis=${analysisId}`;

/** Analyses made alike are told of once: choices that differ stand in a paragraph of their own. */
export function synthesisSection({ analyses }: ManuscriptFacts): DraftSection {
  const told = new Map<string, { readonly names: AnalysisFact[]; readonly lines: readonly string[] }>();
  for (const analysis of analyses) {
    const lines = methodsSentenceList(analysis.specification, analysis.words, mark);
    const same = told.get(lines.join(' '));
    if (same) same.names.push(analysis);
    else told.set(lines.join(' '), { names: [analysis], lines });
  }
  const groups = [...told.values()];
  const all = groups.map(({ names: [first, ...rest], lines }) => {
    if (!first) return [];
    const page = addressOf(first);
    const which = [first, ...rest].map(one => bound(one.name, 'Analyses', addressOf(one)));
    const head = groups.length > 1 ? [say(`analyses-${first.analysisId}`, [...inList(which), ':'])] : [];
    return [
      ...head,
      ...lines.map((text, place) =>
        sentenceOf(`synthesis-${first.analysisId}-${place}`, text, { from: `Analysis: ${first.name}`, page }),
      ),
    ];
  });
  const exploratory = analyses.filter(one => !one.isLocked);
  return {
    id: 'synthesis',
    part: 'Methods',
    title: 'Synthesis',
    paragraphs: paragraphs(
      ...(analyses.length > 0
        ? all
        : [[gap('synthesis', 'No analysis is saved yet.', 'Go to synthesis', 'synthesis')]]),
      [
        exploratory.length > 0
          ? say('exploratory', [
              'Not of the protocol, and so exploratory: ',
              ...inList(exploratory.map(one => bound(one.name, 'Analyses: not locked', addressOf(one)))),
              '.',
            ])
          : null,
      ],
    ),
  };
}

export function certaintyMethodSection({ analyses, thresholds }: ManuscriptFacts): DraftSection {
  const graded = analyses.filter(one => one.certainty !== null);
  return {
    id: 'certainty-methods',
    part: 'Methods',
    title: 'Certainty',
    paragraphs: paragraphs([
      graded.length > 0
        ? say('grade', [
            'Certainty was graded by GRADE: five reasons to rate down and three to rate up, each rating with its reason.',
          ])
        : gap('grade', 'Certainty has not been graded.', 'Grade certainty', 'certainty'),
      ...thresholds.map(({ outcome, value }) =>
        say(`threshold-${outcome}`, [
          `The smallest difference that matters in ${outcome} was set at `,
          bound(value, 'Certainty: threshold', 'certainty'),
          '.',
        ]),
      ),
    ]),
  };
}
