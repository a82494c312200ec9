import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  type NamedTauPrior,
  namedTauPrior,
  PRIOR_COMPARISON_WORDS,
  PRIOR_COMPARISONS,
  RHODES_OUTCOMES,
  TURNER_OUTCOMES,
} from '#core/synthesis/bayes/empiricalPriors';
import type { TauPrior } from '#core/synthesis/bayes/tauPrior';
import type { EffectMeasure } from '#core/synthesis/effects/measures';
import { useAddress } from '../../../parts/useAddress.ts';
import styles from './OwnModel.module.css';

export interface EmpiricalPrior {
  readonly choice: { readonly value: string; readonly label: string; readonly prior: TauPrior };
  readonly fields: ReactNode;
}

const SOURCES = {
  turner: { label: 'Empirical, Turner 2015', words: TURNER_OUTCOMES, of: 'odds ratios' },
  rhodes: { label: 'Empirical, Rhodes 2015', words: RHODES_OUTCOMES, of: 'standardised mean differences' },
} as const;

/** What heterogeneity was like in Cochrane reviews of such outcomes; null for measures that nobody tabulated. */
export function useEmpiricalPrior(measure: EffectMeasure): EmpiricalPrior | null {
  const [outcomeWord, setOutcome] = useAddress('priorOutcome', 'any');
  const [comparisonWord, setComparison] = useAddress('priorFor', 'drug-placebo');
  const family =
    measure === 'OR' || measure === 'PETO' ? 'turner' : measure === 'SMD' || measure === 'SMDH' ? 'rhodes' : null;
  if (!family) return null;
  const { label, words, of } = SOURCES[family];
  const outcomes = Object.entries(words).map(([value, { name }]) => ({ value, label: name }));
  const outcome = outcomes.some(({ value }) => value === outcomeWord) ? outcomeWord : 'any';
  const comparison = PRIOR_COMPARISONS.find(one => one === comparisonWord) ?? 'drug-placebo';
  // The outcome is one of the family's own words, as was checked above.
  const prior = namedTauPrior({ family, outcome, comparison } as NamedTauPrior);
  return {
    choice: { value: 'empirical', label, prior },
    fields: (
      <div className={styles.people}>
        <Select
          label="Kind of outcome"
          description={`From Cochrane reviews, for ${of}.`}
          w={360}
          data={outcomes}
          value={outcome}
          onChange={next => next && setOutcome(next)}
        />
        <Select
          label="What is compared"
          description={`log τ² around ${'mean' in prior ? prior.mean : 'location' in prior ? prior.location : ''}`}
          w={320}
          data={PRIOR_COMPARISONS.map(value => ({ value, label: PRIOR_COMPARISON_WORDS[value] }))}
          value={comparison}
          onChange={next => next && setComparison(next)}
        />
      </div>
    ),
  };
}
