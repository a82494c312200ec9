import { useMemo } from 'react';
import { backText } from '#core/reporting/accuracySentences';
import { becauseWords } from '#core/reporting/becauseWords';
import { doseResponseFigure } from '#core/reporting/doseResponseFigure';
import { doseText } from '#core/reporting/doseSentences';
import type { FigureOptions } from '#core/reporting/figure';
import type { DoseAnalysis } from '#core/synthesis/doseResponse/doseAnalysis';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { Note } from '../../../parts/Note.tsx';
import { Section } from '../../../parts/Section.tsx';
import { doseAnswer, doseLeftOut, doseNumbersOfNote } from '../doseWords.ts';
import { Drawn } from './Drawn.tsx';
import { NumberList } from './NumberList.tsx';
import styles from './OwnModel.module.css';
import type { TabProps } from './TabProps.ts';

/** How the response follows the dose: the curve with its band, tests, and what it expects at round doses. */
export function DoseTab({ result, data, name }: TabProps) {
  const { doseResponse } = result;
  if (!doseResponse?.estimable) {
    const because = doseResponse ? becauseWords(doseResponse.because) : 'this result was computed before';
    return <AnswerSentence claim="There is no curve.">Not estimable: {because}.</AnswerSentence>;
  }
  return <Curve analysis={doseResponse.value} unit={data.outcome.unit} name={name} />;
}

function Curve({ analysis, unit, name }: { analysis: DoseAnalysis; unit: string; name: string }) {
  const { claim, rest } = doseAnswer(analysis, unit);
  const leftOut = doseLeftOut(analysis);
  const { reference, level, fit, studies, labels, predicted } = analysis;
  const draw = useMemo(() => {
    const named = studies.map(study => ({ ...study, studyId: labels[study.studyId] ?? study.studyId }));
    const dose = unit === '' ? 'Dose' : `Dose, ${unit}`;
    return (options: FigureOptions) =>
      doseResponseFigure({ dose, measure: 'Ratio', reference, level, fit, studies: named }, options);
  }, [studies, labels, unit, reference, level, fit]);
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      <div className={styles.columns}>
        <Drawn
          draw={draw}
          caption={`Dose–response curve of ${name}, ${fit.k} studies`}
          fileName={`${name}, dose–response`}
        />
        <NumberList numbers={doseNumbersOfNote(analysis)} />
      </div>
      {leftOut.length > 0 && (
        <div className={styles.note}>
          <Note kind="warn" claim="Not in the curve:">
            {leftOut.join('; ')}.
          </Note>
        </div>
      )}
      <Section title="What the curve expects" hint={`Against ${doseText(reference, unit)}.`}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                {unit === '' ? 'Dose' : `Dose, ${unit}`}
              </th>
              <th scope="col" className={styles.number}>
                Ratio
              </th>
              <th scope="col">{level} % CI</th>
            </tr>
          </thead>
          <tbody>
            {predicted.map(one => (
              <tr key={one.dose}>
                <td className={styles.number}>{doseText(one.dose, '')}</td>
                <td className={styles.number}>
                  <b>{backText(one.logRatio)}</b>
                </td>
                <td>{one.dose === reference ? 'the reference' : `${backText(one.lower)} to ${backText(one.upper)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </>
  );
}
