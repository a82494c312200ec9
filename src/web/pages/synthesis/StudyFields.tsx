import { Checkbox } from '@mantine/core';
import type { OutcomeData, Plan } from './plan.ts';
import styles from './SettingsPanel.module.css';

const HIGH_RISK = 'High risk of bias';

/** Which studies are in, and whether their risk of bias stands beside them. */
export function StudyFields({
  data,
  plan,
  hasBias,
  onBias,
  onChange,
}: {
  data: OutcomeData;
  plan: Plan;
  hasBias: boolean;
  onBias: (hasBias: boolean) => void;
  onChange: (plan: Plan) => void;
}) {
  const out = new Set(plan.leftOut.map(one => one.studyId));
  const high = data.studies.filter(study => study.isHighRisk);
  const isWithout = high.length > 0 && high.every(study => out.has(study.studyId));
  const setWithout = (wanted: boolean) => {
    const others = plan.leftOut.filter(one => one.reason !== HIGH_RISK);
    const added = high
      .filter(study => !others.some(one => one.studyId === study.studyId))
      .map(({ studyId }) => ({ studyId, reason: HIGH_RISK }));
    onChange({ ...plan, leftOut: wanted ? [...others, ...added] : others });
  };
  const isJudged = data.studies.some(({ riskOfBias }) => riskOfBias !== null);
  const usable = data.studies.filter(study => study.because === null);
  return (
    <>
      <hr className={styles.rule} />
      <p className={styles.label}>
        Studies{' '}
        <span className={styles.beside}>
          {usable.filter(({ studyId }) => !out.has(studyId)).length} of {usable.length}
        </span>
      </p>
      {isJudged && (
        <>
          <Checkbox
            label="Risk of bias beside studies"
            checked={hasBias}
            onChange={event => onBias(event.currentTarget.checked)}
          />
          <Checkbox
            label={`Leave out high risk of bias (${high.length})`}
            disabled={high.length === 0}
            checked={isWithout}
            onChange={event => setWithout(event.currentTarget.checked)}
          />
        </>
      )}
      <p className={styles.hint}>Single studies are left out, with a reason, in the tab Studies.</p>
    </>
  );
}
