import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { Figure } from '../../../parts/Figure.tsx';
import { LinkButton } from '../../../parts/LinkButton.tsx';
import { useFigurePalette } from '../../../parts/useFigurePalette.ts';
import { usePhone } from '../../../parts/usePhone.ts';
import { count } from '../../../words/count.ts';
import { HeavyState } from '../heavy/HeavyState.tsx';
import { useHeavy } from '../heavy/useHeavy.ts';
import { measureOf } from '../liveAnalysis.ts';
import { writerOf } from '../resultNumbers.ts';
import type { TabProps } from './TabProps.ts';

/** A hundred thousand subsets show the shape of the cloud at once; a million are drawn for whoever asks. */
const USUAL_SUBSETS = 100_000;
const A_MILLION = 1_000_000;

/** Pools every subset of the studies (or very many of them), in a thread of its own. */
export function GoshPart({ result, data, name }: TabProps) {
  const palette = useFigurePalette();
  const isNarrow = usePhone();
  const [markedId, setMarkedId] = useState<string | null>(null);
  const [most, setMost] = useState(USUAL_SUBSETS);
  const input = useMemo(
    () => ({ analysis: result, words: measureOf(result, data), markedId, palette, isNarrow, most }),
    [result, data, markedId, palette, isNarrow, most],
  );
  const { value, progress, problem } = useHeavy('gosh', input);
  const write = writerOf(result, data);
  const inPool = result.studies.filter(({ effect }) => effect.estimable);
  return (
    <>
      <Select
        label="Show the subsets with one study apart"
        placeholder="No study marked"
        clearable
        maw={360}
        mb={16}
        data={inPool.map(({ studyId, label }) => ({ value: studyId, label }))}
        value={markedId}
        onChange={setMarkedId}
      />
      {!value && <HeavyState word="The plot of all subsets" progress={progress} problem={problem} />}
      {value && (
        <>
          <AnswerSentence
            claim={`${value.isComplete ? 'All' : 'Drawn by lot,'} ${count(value.count)} subsets of the studies give ${write(value.least)} to ${write(value.most)}.`}
          >
            One cloud: the studies tell one story. Two clouds: some studies tell another one; mark a study to see
            whether it is the cause.
          </AnswerSentence>
          {!value.isComplete && most < A_MILLION && (
            <LinkButton onClick={() => setMost(A_MILLION)}>
              Go through {2 ** inPool.length - 1 <= A_MILLION ? 'all of them' : 'a million'}
            </LinkButton>
          )}
          <Figure
            svg={value.svg}
            print={value.print}
            caption={`${name}: pooled effect and I² of subsets of the studies`}
            fileName={`${name}, GOSH`}
          />
        </>
      )}
    </>
  );
}
