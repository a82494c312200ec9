import { useMemo } from 'react';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { answerOf } from '../answer.ts';
import { fourNumbers } from '../fourNumbers.ts';
import { forestOf } from '../liveAnalysis.ts';
import { ForestFigure } from './ForestFigure.tsx';
import { NumbersOfNote } from './NumbersOfNote.tsx';
import type { TabProps } from './TabProps.ts';

/** The answer, the figure, then four numbers with one plain sentence each. */
export function ForestTab({ result, data, name, isStale, hasBias }: TabProps) {
  const forest = useMemo(() => forestOf(result, data, isStale, hasBias), [result, data, isStale, hasBias]);
  const { claim, rest } = answerOf(result, data);
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      <ForestFigure
        data={forest}
        caption={`Forest plot of ${name}: ${forest.measure.toLowerCase()}, ${result.k} studies`}
      />
      <NumbersOfNote numbers={fourNumbers(result, data)} isRuled />
    </>
  );
}
