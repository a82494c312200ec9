import { useMemo } from 'react';
import { forestOfCumulative, forestOfLeaveOneOut } from '#core/reporting/forestOfSensitivity';
import { cumulativeOf, leaveOneOutOf } from '#core/synthesis/sensitivityOfAnalysis';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { numbersOf, wordsOf } from '../liveAnalysis.ts';
import { cumulativeAnswer, leaveOneOutAnswer } from '../sensitivityWords.ts';
import { BayesPart } from './BayesPart.tsx';
import { BiasPart } from './BiasPart.tsx';
import { Choice, useChoice } from './Choice.tsx';
import { DependentPart } from './DependentPart.tsx';
import { ForestFigure } from './ForestFigure.tsx';
import { GoshPart } from './GoshPart.tsx';
import { InfluencePart } from './InfluencePart.tsx';
import { SequentialPart } from './SequentialPart.tsx';
import type { TabProps } from './TabProps.ts';

const PARTS = [
  { value: 'leave-one-out', label: 'Leave one out' },
  { value: 'cumulative', label: 'Cumulative' },
  { value: 'influence', label: 'Influence' },
  { value: 'gosh', label: 'GOSH' },
  { value: 'bias', label: 'Risk of bias' },
  { value: 'dependent', label: 'Dependent effects' },
  { value: 'bayes', label: 'Bayesian' },
  { value: 'sequential', label: 'Trial sequential' },
] as const;
type Word = (typeof PARTS)[number]['value'];

/** Is the result sturdy? */
export function SensitivityTab(props: TabProps & { readonly reviewId: string | null }) {
  const isJudged = props.data.studies.some(({ riskOfBias }) => riskOfBias !== null);
  const parts = PARTS.filter(({ value }) => value !== 'bias' || isJudged);
  const [part, setPart] = useChoice<Word>('part', parts, 'leave-one-out');
  if (props.result.k < 2) return <p className="muted">There must be two studies with an effect for this.</p>;
  return (
    <>
      <Choice label="Kind of sensitivity analysis" parts={parts} value={part} onChoose={setPart} />
      {part === 'leave-one-out' && <LeaveOneOut {...props} />}
      {part === 'cumulative' && <CumulativePart {...props} />}
      {part === 'influence' && <InfluencePart {...props} />}
      {part === 'gosh' && <GoshPart {...props} />}
      {part === 'bias' && <BiasPart {...props} />}
      {part === 'dependent' && <DependentPart {...props} />}
      {part === 'bayes' && <BayesPart {...props} />}
      {part === 'sequential' && <SequentialPart {...props} />}
    </>
  );
}

function LeaveOneOut({ result, data, name, isStale }: TabProps) {
  const parts = useMemo(() => leaveOneOutOf(result, numbersOf(data)), [result, data]);
  const forest = useMemo(
    () => forestOfLeaveOneOut(result, parts, wordsOf(result, data, isStale)),
    [result, parts, data, isStale],
  );
  const { claim, rest } = leaveOneOutAnswer(result, parts, data);
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      <ForestFigure
        data={forest}
        caption={`${name}, pooled without each study in turn`}
        fileName={`${name}, leave one out`}
      />
    </>
  );
}

function CumulativePart({ result, data, name, isStale }: TabProps) {
  const parts = useMemo(() => {
    const years = data.studies.flatMap(({ studyId, characteristics }): [string, number][] =>
      typeof characteristics.year === 'number' ? [[studyId, characteristics.year]] : [],
    );
    return cumulativeOf(result, new Map(years), numbersOf(data));
  }, [result, data]);
  const forest = useMemo(
    () => forestOfCumulative(result, parts, wordsOf(result, data, isStale)),
    [result, parts, data, isStale],
  );
  const { claim, rest } = cumulativeAnswer(result, parts, data);
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      <ForestFigure data={forest} caption={`${name}, studies added by year`} fileName={`${name}, cumulative`} />
    </>
  );
}
