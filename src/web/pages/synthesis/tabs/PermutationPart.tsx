import { useMemo, useState } from 'react';
import { pText } from '#core/reporting/numbers';
import type { ModeratorValues, RegressionCoefficient } from '#core/synthesis/moderatorAnalysis';
import type { ModeratorTerm } from '#core/synthesis/moderatorTerms';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Section } from '../../../parts/Section.tsx';
import { count } from '../../../words/count.ts';
import { HeavyState } from '../heavy/HeavyState.tsx';
import { useHeavy } from '../heavy/useHeavy.ts';
import type { Result } from '../liveAnalysis.ts';

/** Would chance alone give a slope like this? Asked by shuffling, in a thread of its own. */
export function PermutationPart({
  result,
  terms,
  values,
  names,
}: {
  result: Result;
  terms: readonly ModeratorTerm[];
  values: ModeratorValues;
  names: readonly RegressionCoefficient[];
}) {
  const [isAsked, setIsAsked] = useState(false);
  const input = useMemo(
    () => (isAsked ? { analysis: result, terms, values: Object.fromEntries(values) } : null),
    [isAsked, result, terms, values],
  );
  const { value, progress, problem } = useHeavy('permutation', input);
  return (
    <Section
      title="Permutation test"
      hint="Shuffles which study has which value, and looks how often chance does as well."
    >
      {!isAsked && <ActionButton onClick={() => setIsAsked(true)}>Run the permutation test</ActionButton>}
      {isAsked && !value && <HeavyState word="The permutation test" progress={progress} problem={problem} />}
      {value && (
        <p>
          {names.slice(1).map((coefficient, place) => (
            <span key={coefficient.name}>
              {coefficient.name}: <b>{pText(value.p[place + 1] ?? 1)}</b>.{' '}
            </span>
          ))}
          {value.testP !== null && names.length > 2 && <>All together: {pText(value.testP)}. </>}
          <span className="muted">
            {value.isExact ? 'All' : 'Drawn by lot:'} {count(value.permutations)} orders of the studies. With few
            studies this is safer than the t distribution.
          </span>
        </p>
      )}
    </Section>
  );
}
