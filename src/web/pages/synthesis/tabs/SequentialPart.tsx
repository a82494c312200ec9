import { useMemo, useState } from 'react';
import type { Estimable } from '#core/estimable';
import { becauseWords } from '#core/reporting/becauseWords';
import type { FigureOptions } from '#core/reporting/figure';
import { sequentialFigure } from '#core/reporting/sequentialFigure';
import { boundariesNamed, percentText } from '#core/reporting/sequentialSentences';
import {
  type SequentialAnalysis,
  type SequentialKind,
  sequentialKindOf,
} from '#core/synthesis/sequential/sequentialAnalysis';
import type { SequentialChoices } from '#core/synthesis/sequential/sequentialChoices';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { LinkButton } from '../../../parts/LinkButton.tsx';
import { Note } from '../../../parts/Note.tsx';
import { HeavyState } from '../heavy/HeavyState.tsx';
import { useHeavy } from '../heavy/useHeavy.ts';
import { wordsOf } from '../liveAnalysis.ts';
import { writerOf } from '../resultNumbers.ts';
import { choicesOf, type TypedPlan, typedOf, usualPlan } from '../sequentialPlan.ts';
import { sequentialAnswer, sequentialNumbers } from '../sequentialWords.ts';
import { Drawn } from './Drawn.tsx';
import { NumbersOfNote } from './NumbersOfNote.tsx';
import { SequentialFields } from './SequentialFields.tsx';
import type { TabProps } from './TabProps.ts';

/** Is there enough evidence, given that somebody looked after every trial? */
export function SequentialPart(props: TabProps) {
  const kind = sequentialKindOf(props.result.spec.measure);
  if (kind) return <PlannedLooks key={kind} {...props} kind={kind} />;
  return (
    <Note kind="info" claim="There is no trial sequential analysis.">
      It needs odds ratios, risk ratios, risk differences or mean differences of two groups.
    </Note>
  );
}

function PlannedLooks({ kind, ...props }: TabProps & { kind: SequentialKind }) {
  const { data, result, plan, onChange } = props;
  const { isLowerBetter } = data.outcome;
  const stored = plan.specification.sequential;
  const isFixed = result.spec.model === 'fixed';
  // What is being typed and makes no plan yet; a plan that it does make goes to the analysis at once.
  const [typing, setTyping] = useState<TypedPlan | null>(null);
  const typed = typing ?? (stored ? typedOf(stored, data) : usualPlan(kind, isFixed));
  const found = useMemo(
    () => choicesOf(typed, kind, { isLowerBetter, isFixed: stored ? stored.model === 'EE' : isFixed }),
    [typed, kind, isLowerBetter, isFixed, stored],
  );
  const keep = (sequential: SequentialChoices | null) =>
    onChange({ ...plan, specification: { ...plan.specification, sequential } });
  const type = (part: Partial<TypedPlan>) => {
    const next = { ...typed, ...part };
    const choices = choicesOf(next, kind, { isLowerBetter, isFixed });
    setTyping(next);
    if (choices.estimable) keep(choices.value);
  };
  return (
    <>
      <SequentialFields kind={kind} data={data} typed={typed} onType={type} />
      {found.estimable ? (
        <>
          <p className="muted" style={{ marginBottom: 16 }}>
            {stored ? 'This plan is part of the analysis and is saved with it. ' : 'What most protocols name. '}
            {stored ? (
              <LinkButton
                onClick={() => {
                  setTyping(null);
                  keep(null);
                }}
              >
                Take it out of the analysis
              </LinkButton>
            ) : (
              <LinkButton onClick={() => keep(found.value)}>Make this plan part of the analysis</LinkButton>
            )}
          </p>
          <Looks {...props} choices={stored ?? found.value} isStored={stored !== null} />
        </>
      ) : (
        <Note kind="info" claim="No size yet.">
          {found.because}
        </Note>
      )}
    </>
  );
}

interface LooksProps extends TabProps {
  readonly choices: SequentialChoices;
  readonly isStored: boolean;
}

/** The result that the analysis carries; where the plan is only tried, it is computed apart. */
function Looks({ choices, isStored, ...props }: LooksProps) {
  const { result, data, isStale } = props;
  const own = isStored ? result.sequential : null;
  const input = useMemo(
    () =>
      own || isStale
        ? null
        : {
            spec: result.spec,
            studies: result.studies,
            used: data.studies.map(({ studyId, numbers, characteristics }) => ({ studyId, numbers, characteristics })),
            choices,
          },
    [own, isStale, result, data, choices],
  );
  const { value, progress, problem } = useHeavy('sequential', input);
  const found: Estimable<SequentialAnalysis> | null = own ?? value;
  if (!found && isStale) {
    return (
      <Note kind="info" claim="The data changed since this was computed.">
        Compute the analysis again to judge repeated looks.
      </Note>
    );
  }
  if (!found) return <HeavyState word="The trial sequential analysis" progress={progress} problem={problem} />;
  if (!found.estimable) {
    return (
      <Note kind="info" claim="There is no trial sequential analysis.">
        {found.because === 'numbers-missing'
          ? 'At least one study does not say how many people were in its groups, or the risk in the data is not known: type it.'
          : `${becauseWords(found.because)}.`}
      </Note>
    );
  }
  return <Judged {...props} analysis={found.value} choices={choices} />;
}

function Judged({
  analysis,
  choices,
  result,
  data,
  name,
  isStale,
}: TabProps & { analysis: SequentialAnalysis; choices: SequentialChoices }) {
  const drawing = useMemo(() => {
    const { favours } = wordsOf(result, data, isStale);
    return {
      labels: analysis.trials.map(({ label }) => label),
      analysis,
      sides: choices.sides,
      alpha: choices.alpha,
      ...(favours ? { favours: { below: favours.left, above: favours.right } } : {}),
    };
  }, [analysis, choices, result, data, isStale]);
  const draw = useMemo(() => (options: FigureOptions) => sequentialFigure(drawing, options), [drawing]);
  const { claim, rest } = sequentialAnswer(analysis, choices);
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      <Drawn draw={draw} caption={`${name}: trial sequential analysis. ${claim}`} fileName={`${name}, sequential`} />
      <NumbersOfNote numbers={sequentialNumbers(analysis, choices, writerOf(result, data))} isRuled />
      <p className="muted">
        Boundaries after {boundariesNamed(choices.spending)} (Lan and DeMets),{' '}
        {choices.model === 'EE' ? 'one common effect' : 'random effects after DerSimonian and Laird'}, also where the
        forest plot uses another model.{' '}
        {analysis.hasYears ? 'Trials come by year.' : 'No study has a year: trials come as listed.'}
      </p>
      {analysis.futility && (
        <p className="muted" style={{ marginTop: 8 }}>
          {analysis.futility.estimable
            ? `Boundaries for giving up spend beta as the others spend alpha, and bind nobody: who goes on keeps alpha. To keep the power with both, ${percentText(analysis.futility.value.inflation - 1)} more people would be needed.`
            : `No boundaries for giving up: ${becauseWords(analysis.futility.because)}.`}
        </p>
      )}
      <p className="muted" style={{ marginTop: 8 }}>
        What this doesn’t show: whether trials are biased or missing, whether the effect matters, and that there is none
        {analysis.futility ? '' : '; boundaries for giving up are not asked for'}. Chosen after seeing the data, the
        effect to find can be chosen to please: name it in the protocol.
      </p>
    </>
  );
}
