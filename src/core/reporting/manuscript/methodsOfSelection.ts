import type { Block, DraftSection } from '#core/reporting/manuscript/draft';
import type { ManuscriptFacts, StageFact } from '#core/reporting/manuscript/facts';
import { bound, counted, gap, paragraphs, say, sentenceOf } from '#core/reporting/manuscript/sentences';
import { countText, decimalText } from '#core/reporting/numbers';
import type { Stage } from '#core/vocabulary';

const WHAT: Readonly<Record<Stage, readonly [one: string, by: string, page: string]>> = {
  'title-and-abstract': ['record', 'title and abstract', 'team'],
  'full-text': ['report', 'full text', 'team'],
};

function modeSentence({ stage, mode, sharePercent }: StageFact): Block {
  const [one, by, page] = WHAT[stage];
  const from = `Settings: screening of ${by}`;
  const whole = {
    single: [`Each ${one} was screened by ${by} by `, bound('one person', from, page), '.'],
    double: [`Each ${one} was screened by ${by} by `, bound('two people, blind to each other', from, page), '.'],
    share: [
      `Each ${one} was screened by ${by} by one person; a second one, blind to the first, screened a random `,
      bound(`${sharePercent} %`, from, page),
      '.',
    ],
  } as const;
  return say(`mode-${stage}`, whole[mode]);
}

function stageBlocks(fact: StageFact): (Block | null)[] {
  const { stage, screeners, settledByOthers, kappa, recordsOfKappa, pilotRecords, ranking, stop, mode } = fact;
  const [one, by, page] = WHAT[stage];
  const many = `${one}s`;
  if (screeners === 0) {
    return [
      modeSentence(fact),
      gap(`screened-${stage}`, `Nobody has screened by ${by} yet.`, 'Give out records', 'team'),
    ];
  }
  return [
    modeSentence(fact),
    say(`screeners-${stage}`, [
      ...counted(screeners, 'person', 'people', { from: `Decisions: ${by}`, page }),
      ' took part.',
    ]),
    pilotRecords > 0
      ? say(`pilot-${stage}`, [
          'A pilot round on ',
          ...counted(pilotRecords, one, many, { from: 'Pilot rounds', page: 'pilot' }),
          ' came first.',
        ])
      : null,
    kappa
      ? sentenceOf(
          `kappa-${stage}`,
          `Before any discussion, agreement on ${countText(recordsOfKappa)} ${recordsOfKappa === 1 ? one : many} was κ ${decimalText(kappa.value, 2)} (95 % CI ${decimalText(kappa.lower, 2)} to ${decimalText(kappa.upper, 2)}).`,
          { from: `Agreement: ${by}`, page },
        )
      : mode === 'single'
        ? null
        : gap(`kappa-${stage}`, `Agreement by ${by}: not computable.`, 'Look at agreement', 'team'),
    settledByOthers > 0
      ? say(`settled-${stage}`, [
          ...counted(settledByOthers, 'conflict was', 'conflicts were', {
            from: 'Conflicts settled',
            page: 'conflicts',
          }),
          ' settled by adjudication or consensus.',
        ])
      : null,
    ranking ? sentenceOf(`ranking-${stage}`, ranking, { from: 'Ranking', page: 'ranking' }) : null,
    stop ? sentenceOf(`stop-${stage}`, stop, { from: 'Ranking: end of screening', page: 'ranking' }) : null,
  ];
}

export function selectionSection({ stages }: ManuscriptFacts): DraftSection {
  return {
    id: 'selection',
    part: 'Methods',
    title: 'Selection',
    paragraphs: paragraphs(...stages.map(stageBlocks)),
  };
}
