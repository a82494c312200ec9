import { useMemo } from 'react';
import { becauseWords } from '#core/reporting/becauseWords';
import { bubbleFigure } from '#core/reporting/bubbleFigure';
import { decimalText } from '#core/reporting/numbers';
import type { Palette } from '#core/reporting/palette';
import { moderatorAnalysis } from '#core/synthesis/moderatorAnalysis';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { Note } from '../../../parts/Note.tsx';
import { Section } from '../../../parts/Section.tsx';
import { usePhone } from '../../../parts/usePhone.ts';
import { bubbleOf, expectedAt } from '../regressionData.ts';
import { regressionAnswer, regressionNumbers } from '../regressionWords.ts';
import { rangeText, writerOf } from '../resultNumbers.ts';
import { CoefficientTable } from './CoefficientTable.tsx';
import { Drawn } from './Drawn.tsx';
import { NoCharacteristic } from './NoCharacteristic.tsx';
import { PermutationPart } from './PermutationPart.tsx';
import styles from './RegressionTab.module.css';
import type { TabProps } from './TabProps.ts';

/** So many studies should stand behind each moderator. */
const STUDIES_EACH = 10;

/** Does a property of studies go with the effect? */
export function RegressionTab({ result, data, plan, name, reviewId }: TabProps & { reviewId: string | null }) {
  const isPhone = usePhone();
  const moderators = useMemo(
    () => data.characteristics.filter(({ id }) => plan.specification.moderators.includes(id)),
    [data, plan],
  );
  const values = useMemo(
    () => new Map(data.studies.map(({ studyId, characteristics }) => [studyId, characteristics] as const)),
    [data],
  );
  const found = useMemo(() => moderatorAnalysis(result, moderators, values), [result, moderators, values]);
  const bubble = useMemo(
    () => (found.estimable ? bubbleOf(result, data, moderators, values, found.value) : null),
    [result, data, moderators, values, found],
  );
  const expected = useMemo(
    () => (found.estimable ? expectedAt(result, moderators, values) : null),
    [result, moderators, values, found],
  );
  const draw = useMemo(() => (bubble ? (palette: Palette) => bubbleFigure(bubble, { palette }) : null), [bubble]);
  const write = writerOf(result, data);
  if (data.characteristics.length === 0) return <NoCharacteristic reviewId={reviewId} use="explain the effect" />;
  if (moderators.length === 0) {
    return (
      <Note kind="info" claim="Choose a moderator in Settings.">
        Meta-regression asks whether effects go with a property of the studies, such as a dose or a year.
      </Note>
    );
  }
  if (!found.estimable) {
    return (
      <Note kind="info" claim="There is no meta-regression.">
        {becauseWords(found.because)}.
      </Note>
    );
  }
  const { claim, rest } = regressionAnswer(result, data, moderators, found.value);
  const most = Math.floor(found.value.k / STUDIES_EACH);
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      <div className={styles.columns}>
        <div>
          {draw && bubble ? (
            <Drawn
              draw={draw}
              caption={`${name}: effect by ${bubble.moderator}; area of a bubble is the study’s weight`}
              fileName={`${name} by ${bubble.moderator}`}
            />
          ) : (
            <CoefficientTable result={result} data={data} analysis={found.value} />
          )}
        </div>
        <div>
          <dl className={styles.list}>
            {regressionNumbers(found.value).map(number => (
              <div key={number.name}>
                <dt>{number.name}</dt>
                <dd>{number.value}</dd>
                <dd className={styles.sentence}>{number.sentence}</dd>
              </div>
            ))}
          </dl>
          {expected && (
            <table className={styles.expected}>
              <caption>What the model expects</caption>
              <thead>
                <tr>
                  <th scope="col">{expected.moderator.name}</th>
                  <th scope="col">Effect</th>
                  <th scope="col">{result.spec.level} % CI</th>
                  {!isPhone && <th scope="col">new place</th>}
                </tr>
              </thead>
              <tbody>
                {expected.effects.map(one => (
                  <tr key={String(one.at)}>
                    <td>
                      {typeof one.at === 'number'
                        ? decimalText(one.at, Number.isInteger(one.at) ? 0 : 2).replace(',', '')
                        : one.at}
                      {expected.moderator.unit}
                    </td>
                    <td>
                      <b>{write(one.estimate)}</b>
                    </td>
                    <td>{rangeText(one, write)}</td>
                    {!isPhone && (
                      <td>{rangeText({ lower: one.predictionLower, upper: one.predictionUpper }, write)}</td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </div>
      {found.value.unknown.length > 0 && (
        <Note kind="warn" claim={`${found.value.k} of ${found.value.k + found.value.unknown.length} known.`}>
          Not in the regression:{' '}
          {result.studies
            .filter(({ studyId }) => found.value.unknown.includes(studyId))
            .map(({ label }) => label)
            .join(', ')}
          .
        </Note>
      )}
      {moderators.length > most && (
        <Note
          kind="warn"
          claim={`${found.value.k} studies carry ${most === 0 ? 'no moderator' : most === 1 ? 'one moderator' : `${most} moderators`} well.`}
        >
          {moderators.length} would need at least {moderators.length * STUDIES_EACH}: a line through few studies finds
          patterns that aren’t there.
        </Note>
      )}
      {bubble && (
        <Section title="Coefficients">
          <CoefficientTable result={result} data={data} analysis={found.value} />
        </Section>
      )}
      <PermutationPart result={result} moderators={moderators} values={values} names={found.value.coefficients} />
    </>
  );
}
