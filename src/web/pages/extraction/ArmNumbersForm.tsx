import { useState } from 'react';
import { studyNumbers } from '#core/extraction/studyNumbers';
import { isByArm } from '#core/extraction/vocabulary';
import styles from './ArmNumbersForm.module.css';
import { ArmRow } from './ArmRow.tsx';
import { armQuestions } from './armQuestions.ts';
import { type ArmText, armFields, armTexts, numbersOf, storedResult } from './armText.ts';
import { EffectPreview } from './EffectPreview.tsx';
import type { Outcome, Study } from './extraction.ts';
import type { TellTrouble } from './StudyPage.tsx';

/** What each arm of a study reported on an outcome. Saved on leaving a field; the effect is drawn while typing. */
export function ArmNumbersForm({
  reviewId,
  study,
  studies,
  outcome,
  because,
  tellTrouble,
}: {
  reviewId: string;
  study: Study;
  /** All studies: what is unusual is seen beside the others. */
  studies: readonly Study[];
  outcome: Outcome;
  because: string | null;
  tellTrouble: TellTrouble;
}) {
  const [texts, setTexts] = useState<Record<string, ArmText>>(() => armTexts(study, outcome.outcomeId));
  if (!isByArm(outcome.kind)) return null;
  const stored = armTexts(study, outcome.outcomeId);
  const textOf = (armId: string) => texts[armId] ?? stored[armId];
  const fields = armFields(outcome);
  const arms = study.arms.map(({ armId, kind }) => {
    const text = textOf(armId);
    return { kind, numbers: text ? numbersOf(text, storedResult(study, armId, outcome.outcomeId)) : null };
  });
  // An arm without any number doesn't stand in the way of the others of its kind, as on the server.
  const filled = arms.filter(({ numbers }) => numbers && Object.values(numbers).some(value => value !== null));
  return (
    <div className={styles.form}>
      <table className={styles.table} data-columns={fields.length}>
        <thead>
          <tr>
            <th scope="col">Arm</th>
            {fields.map(field => (
              <th key={field.name} scope="col" className={styles.number}>
                {field.head}
              </th>
            ))}
            <th scope="col">Found at</th>
          </tr>
        </thead>
        <tbody>
          {study.arms.map(arm => {
            const text = textOf(arm.armId);
            const result = storedResult(study, arm.armId, outcome.outcomeId);
            return (
              text && (
                <ArmRow
                  key={arm.armId}
                  reviewId={reviewId}
                  study={study}
                  outcome={outcome}
                  arm={arm}
                  fields={fields}
                  text={text}
                  stored={stored[arm.armId] ?? text}
                  result={result}
                  questions={armQuestions(study, studies, outcome, result)}
                  because={because}
                  onText={next => setTexts(before => ({ ...before, [arm.armId]: next }))}
                  tellTrouble={tellTrouble}
                />
              )
            );
          })}
        </tbody>
      </table>
      <EffectPreview outcome={outcome} numbers={studyNumbers(outcome.kind, { arms: filled, estimate: null })} />
    </div>
  );
}
