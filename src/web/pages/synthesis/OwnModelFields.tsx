import { NumberInput } from '@mantine/core';
import type { AccuracyChoices } from '#core/synthesis/diagnostic/accuracyAnalysis';
import type { DoseChoices } from '#core/synthesis/doseResponse/doseAnalysis';
import type { Specification } from '#core/synthesis/specification';
import {
  ACCURACY_CHOICES,
  DOSE_CURVE_CHOICES,
  DOSE_METHOD_CHOICES,
  KNOT_CHOICES,
  LIKELIHOOD_CHOICES,
} from './choices.ts';
import { LevelField } from './LevelField.tsx';
import { Pick } from './Pick.tsx';

interface OwnModelFieldsProps {
  readonly specification: Specification;
  readonly unit: string;
  readonly onSet: (part: Partial<Specification>) => void;
}

/** Choices of the outcomes with a model of their own: accuracy of a test, dose and response. */
export function OwnModelFields({ specification, unit, onSet }: OwnModelFieldsProps) {
  const { accuracy, doseResponse } = specification;
  return (
    <>
      {accuracy && <AccuracyFields choices={accuracy} onSet={next => onSet({ accuracy: next })} />}
      {doseResponse && <DoseFields choices={doseResponse} unit={unit} onSet={next => onSet({ doseResponse: next })} />}
      <LevelField specification={specification} onSet={onSet} />
    </>
  );
}

function AccuracyFields({ choices, onSet }: { choices: AccuracyChoices; onSet: (next: AccuracyChoices) => void }) {
  return (
    <>
      <Pick
        label="Model"
        description={
          choices.model === 'normal'
            ? 'Logits with their variances, correlated between studies (Reitsma).'
            : 'The counts themselves, nothing added to zeros (Chu and Cole); maximum likelihood.'
        }
        choices={ACCURACY_CHOICES}
        value={choices.model}
        onPick={model => onSet({ ...choices, model })}
      />
      {choices.model === 'normal' && (
        <Pick
          label="Fitted by"
          choices={LIKELIHOOD_CHOICES}
          value={choices.method}
          onPick={method => onSet({ ...choices, method })}
        />
      )}
    </>
  );
}

function DoseFields({
  choices,
  unit,
  onSet,
}: {
  choices: DoseChoices;
  unit: string;
  onSet: (next: DoseChoices) => void;
}) {
  const isSpline = choices.curve === 'spline';
  return (
    <>
      <Pick
        label="Curve"
        choices={DOSE_CURVE_CHOICES}
        value={choices.curve}
        onPick={curve => onSet({ ...choices, curve })}
      />
      {isSpline && (
        <Pick
          label="Knots"
          choices={KNOT_CHOICES}
          value={`${choices.knots}`}
          onPick={word => onSet({ ...choices, knots: word === '5' ? 5 : word === '4' ? 4 : 3 })}
        />
      )}
      <Pick
        label="Between studies"
        choices={DOSE_METHOD_CHOICES}
        value={choices.method}
        onPick={method => onSet({ ...choices, method })}
      />
      <NumberInput
        label={unit === '' ? 'Reference dose' : `Reference dose, ${unit}`}
        description="Empty: the lowest dose of all studies."
        value={choices.reference ?? ''}
        onChange={next => onSet({ ...choices, reference: typeof next === 'number' ? next : null })}
      />
      <NumberInput
        label={unit === '' ? 'Step of slopes' : `Step of slopes, ${unit}`}
        description="Slopes are told for so much more of the exposure."
        min={0}
        value={choices.per}
        onChange={next => typeof next === 'number' && next > 0 && onSet({ ...choices, per: next })}
      />
    </>
  );
}
