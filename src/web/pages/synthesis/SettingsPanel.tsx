import { SegmentedControl, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { Measure } from '#core/vocabulary';
import { SidePanel } from '../../parts/SidePanel.tsx';
import {
  FIXED_CHOICES,
  FIXED_METHOD_SUITS,
  INTERVAL_CHOICES,
  LEVELS,
  MEASURE_CHOICES,
  PREDICTION_CHOICES,
  TAU_CHOICES,
} from './choices.ts';
import { Pick } from './Pick.tsx';
import type { AnalysisList, OutcomeData, Plan } from './plan.ts';
import styles from './SettingsPanel.module.css';
import { ZeroCells } from './ZeroCells.tsx';

export interface SettingsPanelProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly list: AnalysisList;
  readonly outcomeId: string;
  readonly data: OutcomeData;
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
  readonly foot: ReactNode;
}

/** Every choice that a protocol would name. The figure follows at once; nothing is stored before somebody saves. */
export function SettingsPanel(props: SettingsPanelProps) {
  const { list, outcomeId, data, plan, onChange } = props;
  const spec = plan.specification;
  const navigate = useNavigate();
  const modelId = useId();
  const set = (part: Partial<AnalysisSpec> & { measure?: Measure }) => {
    const next = { ...spec, ...part };
    // A method that isn't made for the measure gives way to the one that always fits.
    const fits = FIXED_METHOD_SUITS[next.fixedMethod].includes(next.measure);
    onChange({ ...plan, specification: fits ? next : { ...next, fixedMethod: 'inverse-variance' } });
  };
  const openOutcome = (next: string) => {
    const saved = list.analyses.find(one => one.outcomeId === next);
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, analysis: saved?.analysisId ?? 'new', outcome: next }),
    });
  };
  const isCounted = data.outcome.kind === 'dichotomous';
  return (
    <SidePanel title="Settings" isOpen={props.isOpen} onClose={props.onClose} foot={props.foot}>
      <div className={styles.fields}>
        <Select
          label="Outcome"
          data={list.outcomes.map(({ outcomeId: value, name, timepoint }) => ({
            value,
            label: [name, timepoint].filter(part => part !== '').join(', '),
          }))}
          value={outcomeId}
          onChange={next => next && next !== outcomeId && openOutcome(next)}
        />
        {data.measures.length > 1 && (
          <Pick
            label="Measure"
            choices={data.measures.map(value => ({ value, label: MEASURE_CHOICES[value] }))}
            value={spec.measure}
            onPick={measure => set({ measure })}
          />
        )}
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
            onChange={model => set({ model: model === 'fixed' ? 'fixed' : 'random' })}
          />
        </div>
        {spec.model === 'random' ? (
          <>
            <Pick
              label="Between-study variance"
              choices={TAU_CHOICES}
              value={spec.tauSquared}
              onPick={tauSquared => set({ tauSquared })}
            />
            <Pick
              label="Interval"
              choices={INTERVAL_CHOICES}
              value={spec.interval}
              onPick={interval => set({ interval })}
            />
            <Pick
              label="Prediction interval"
              choices={PREDICTION_CHOICES}
              value={spec.predictionInterval}
              onPick={predictionInterval => set({ predictionInterval })}
            />
          </>
        ) : (
          <Pick
            label="Method"
            choices={FIXED_CHOICES.filter(({ value }) => FIXED_METHOD_SUITS[value].includes(spec.measure))}
            value={spec.fixedMethod}
            onPick={fixedMethod => set({ fixedMethod })}
          />
        )}
        <Pick
          label="Confidence level"
          choices={LEVELS.map(value => ({ value, label: `${value} %` }))}
          value={String(spec.level) as (typeof LEVELS)[number]} // another level, set elsewhere, shows as an empty field
          onPick={level => set({ level: Number(level) })}
        />
        {isCounted && <ZeroCells spec={spec} onChange={zeroCells => set({ zeroCells })} />}
      </div>
    </SidePanel>
  );
}
