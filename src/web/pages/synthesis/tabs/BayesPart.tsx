import { Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMemo } from 'react';
import { shareText } from '#core/reporting/numbers';
import { bayesScript } from '#core/reporting/rScript/bayesScript';
import { analysedEffects } from '#core/synthesis/analysedEffects';
import { bayesianMeta } from '#core/synthesis/bayes/bayesianMeta';
import type { TauPrior } from '#core/synthesis/bayes/tauPrior';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { saveFile } from '../../../parts/saveFile.ts';
import { useAddress } from '../../../parts/useAddress.ts';
import type { NumberOfNote } from '../fourNumbers.ts';
import { measureOf } from '../liveAnalysis.ts';
import { rangeText, varianceText, writerOf } from '../resultNumbers.ts';
import { useEmpiricalPrior } from './EmpiricalPrior.tsx';
import { NumbersOfNote } from './NumbersOfNote.tsx';
import type { TabProps } from './TabProps.ts';

const PRIORS: readonly { readonly value: string; readonly label: string; readonly prior: TauPrior }[] = [
  { value: 'half-normal-0.5', label: 'Half-normal, scale 0.5', prior: { family: 'half-normal', scale: 0.5 } },
  { value: 'half-normal-1', label: 'Half-normal, scale 1', prior: { family: 'half-normal', scale: 1 } },
  { value: 'half-cauchy-0.5', label: 'Half-Cauchy, scale 0.5', prior: { family: 'half-cauchy', scale: 0.5 } },
];

/** A probability is never written as certainty. */
function probabilityText(probability: number): string {
  if (probability > 0.999) return 'more than 99.9 %';
  return shareText(probability);
}

/** What one may believe of effect and scatter after these studies, with a stated belief about the scatter beforehand. */
export function BayesPart({ result, data, name }: TabProps) {
  const [word, setWord] = useAddress('prior', 'half-normal-0.5');
  const empirical = useEmpiricalPrior(result.spec.measure);
  const choices = empirical ? [...PRIORS, empirical.choice] : PRIORS;
  const chosen = choices.find(({ value }) => value === word) ?? choices[0];
  const measure = measureOf(result, data);
  const write = writerOf(result, data);
  const { level } = result.spec;
  const found = useMemo(() => {
    const effects = analysedEffects(result);
    return chosen && effects.yi.length > 1 ? bayesianMeta(effects, { tau: chosen.prior, mean: null }, level) : null;
  }, [result, chosen, level]);
  if (!found || !chosen) return null;
  const { mean, tau, predictive } = found;
  const isDown = mean.median < 0;
  const sure = isDown ? mean.probabilityBelowZero : 1 - mean.probabilityBelowZero;
  const next = isDown ? predictive.probabilityBelowZero : 1 - predictive.probabilityBelowZero;
  const side = isDown ? 'below' : 'above';
  const none = measure.scale === 'log' ? '1' : '0';
  const numbers: readonly NumberOfNote[] = [
    {
      name: `${measure.title}, ${level} % credible interval`,
      value: write(mean.median),
      beside: rangeText(mean.interval, write),
      sentence: 'Given these studies and this prior, the average effect lies in here with that probability.',
    },
    {
      name: 'In a new study',
      value: rangeText(predictive.interval, write),
      beside: '',
      sentence: 'Where the true effect of the next study lies with that probability.',
    },
    {
      name: 'τ, scatter between studies',
      value: varianceText(tau.median),
      beside: `${varianceText(tau.interval.lower)} to ${varianceText(tau.interval.upper)}`,
      sentence: 'With few studies this leans on the prior: try another one.',
    },
  ];
  return (
    <>
      <Select
        label="Belief about τ beforehand"
        description="On the analysis scale; nothing is believed beforehand about the effect."
        maw={360}
        mb={16}
        data={choices.map(({ value, label }) => ({ value, label }))}
        value={chosen.value}
        onChange={next => next && setWord(next)}
      />
      {empirical && chosen.value === 'empirical' && empirical.fields}
      <AnswerSentence
        claim={
          measure.noEffect === null
            ? `The average is ${write(mean.median)}.`
            : `With a probability of ${probabilityText(sure)} the average effect is ${side} ${none}.`
        }
      >
        {measure.noEffect !== null && `In a new study it would be ${side} ${none} with ${probabilityText(next)}. `}
        Computed by numerical integration: the same data give the same digits.
      </AnswerSentence>
      <NumbersOfNote numbers={numbers} />
      <ActionButton
        size="small"
        icon={<IconDownload stroke={1.75} />}
        onClick={() => saveFile(new Blob([bayesScript(result, found, chosen.prior)]), `${name}, Bayesian.R`)}
      >
        Script for R
      </ActionButton>
    </>
  );
}
