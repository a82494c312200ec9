import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { GENERALISED_FOR } from '#core/synthesis/poolGeneralised';
import type { Specification } from '#core/synthesis/specification';
import {
  FIXED_CHOICES,
  generalisedChoices,
  INTERVAL_CHOICES,
  PREDICTION_CHOICES,
  suits,
  TAU_CHOICES,
} from './choices.ts';
import { LevelField } from './LevelField.tsx';
import { Pick } from './Pick.tsx';
import styles from './SettingsPanel.module.css';

/** How the effects are pooled. */
export function ModelFields({
  specification: spec,
  onSet,
}: {
  specification: Specification;
  onSet: (part: Partial<Specification>) => void;
}) {
  const modelId = useId();
  const generalised = GENERALISED_FOR[spec.measure] ?? [];
  const isCounts = Boolean(spec.generalised);
  return (
    <>
      <div>
        <p id={modelId} className={styles.label}>
          Model
        </p>
        <SegmentedControl
          fullWidth
          aria-labelledby={modelId}
          data={[
            { value: 'random', label: 'Random' },
            { value: 'fixed', label: 'Fixed' },
          ]}
          value={spec.model}
          onChange={model => onSet({ model: model === 'fixed' ? 'fixed' : 'random' })}
        />
      </div>
      {spec.model === 'random' ? (
        <>
          {generalised.length > 0 && (
            <Pick
              label="Pooled from"
              choices={generalisedChoices(generalised)}
              value={spec.generalised ?? 'none'}
              onPick={value => onSet({ generalised: value === 'none' ? null : value })}
            />
          )}
          {!isCounts && (
            <>
              <Pick
                label="Between-study variance"
                choices={TAU_CHOICES}
                value={spec.tauSquared}
                onPick={tauSquared => onSet({ tauSquared })}
              />
              <Pick
                label="Interval"
                choices={INTERVAL_CHOICES}
                value={spec.interval}
                onPick={interval => onSet({ interval })}
              />
            </>
          )}
          <Pick
            label="Prediction interval"
            choices={PREDICTION_CHOICES}
            value={spec.predictionInterval}
            onPick={predictionInterval => onSet({ predictionInterval })}
          />
        </>
      ) : (
        <Pick
          label="Method"
          choices={FIXED_CHOICES.filter(({ value }) => suits(value, spec.measure))}
          value={spec.fixedMethod}
          onPick={fixedMethod => onSet({ fixedMethod })}
        />
      )}
      <LevelField specification={spec} onSet={onSet} />
    </>
  );
}
