import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { usualZeroCells } from '#core/synthesis/analysisSpec';
import type { Specification } from '#core/synthesis/specification';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { ComparisonFields } from './ComparisonFields.tsx';
import { measureName, suits } from './choices.ts';
import { ModelFields } from './ModelFields.tsx';
import { OwnModelFields } from './OwnModelFields.tsx';
import { Pick } from './Pick.tsx';
import type { OutcomeData, Plan } from './plan.ts';
import styles from './SettingsPanel.module.css';
import { StudyFields } from './StudyFields.tsx';
import { TabFields } from './TabFields.tsx';
import { ZeroCells } from './ZeroCells.tsx';

export interface SettingsPanelProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly data: OutcomeData;
  readonly plan: Plan;
  readonly tab: string;
  readonly hasBias: boolean;
  readonly onBias: (hasBias: boolean) => void;
  readonly onChange: (plan: Plan) => void;
  /** What is analysed: the outcomes of a review; none for a pasted table. */
  readonly head?: ReactNode;
  readonly foot: ReactNode;
}

const COUNTED = [
  ...['RR', 'OR', 'RD', 'AS', 'IRR', 'IRD', 'IRSD'],
  ...['PLO', 'PLN', 'PR', 'PAS', 'PFT', 'IRLN', 'IR', 'IRS'],
];

/** Every choice that a protocol would name. The figure follows at once; nothing is stored before somebody saves. */
export function SettingsPanel(props: SettingsPanelProps) {
  const { data, plan, tab, onChange } = props;
  const spec = plan.specification;
  // The first tab of such outcomes shows their own model; the others pool odds ratios or slopes as any effects.
  const isOwnModel = tab === 'forest' && Boolean(spec.accuracy ?? spec.doseResponse);
  const set = (part: Partial<Specification>) => {
    const isOther = part.measure !== undefined && part.measure !== spec.measure;
    // What zero cells need goes with the measure.
    const next = { ...spec, ...(isOther ? { zeroCells: usualZeroCells(part.measure ?? spec.measure) } : {}), ...part };
    // A method that isn't made for the measure gives way to the one that always fits.
    onChange({
      ...plan,
      specification: {
        ...next,
        fixedMethod: suits(next.fixedMethod, next.measure) ? next.fixedMethod : 'inverse-variance',
        generalised: isOther ? null : (next.generalised ?? null),
      },
    });
  };
  return (
    <SidePanel title="Settings" isOpen={props.isOpen} onClose={props.onClose} foot={props.foot}>
      <div className={styles.fields}>
        <TabFields tab={tab} data={data} specification={spec} onSet={set} />
        {props.head}
        {data.measures.length > 1 && (
          <Pick
            label="Measure"
            choices={data.measures.map(value => ({ value, label: measureName(value) }))}
            value={spec.measure}
            onPick={measure => set({ measure })}
          />
        )}
        {tab !== 'network' && data.treatments.length > 2 && (
          <ComparisonFields data={data} comparison={spec.comparison} onChange={comparison => set({ comparison })} />
        )}
        {isOwnModel ? (
          <OwnModelFields specification={spec} unit={data.outcome.unit} onSet={set} />
        ) : (
          <ModelFields specification={spec} onSet={set} />
        )}
        {COUNTED.includes(spec.measure) &&
          !spec.generalised &&
          !(isOwnModel && spec.accuracy?.model === 'binomial') && (
            <ZeroCells spec={spec} onChange={zeroCells => set({ zeroCells })} />
          )}
        <StudyFields data={data} plan={plan} hasBias={props.hasBias} onBias={props.onBias} onChange={onChange} />
      </div>
    </SidePanel>
  );
}

/** Which outcome of the review is analysed. */
export function OutcomeField({
  outcomes,
  outcomeId,
  onOpen,
}: {
  outcomes: readonly { readonly outcomeId: string; readonly name: string; readonly timepoint: string }[];
  outcomeId: string;
  onOpen: (outcomeId: string) => void;
}) {
  return (
    <Select
      label="Outcome"
      data={outcomes.map(({ outcomeId: value, name, timepoint }) => ({
        value,
        label: [name, timepoint].filter(part => part !== '').join(', '),
      }))}
      value={outcomeId}
      onChange={next => next && next !== outcomeId && onOpen(next)}
    />
  );
}
