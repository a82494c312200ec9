import { useMemo, useState } from 'react';
import { becauseWords } from '#core/reporting/becauseWords';
import { bubbleFigure } from '#core/reporting/bubbleFigure';
import type { FigureOptions } from '#core/reporting/figure';
import { decimalText } from '#core/reporting/numbers';
import { moderatorAnalysis } from '#core/synthesis/moderatorAnalysis';
import type { Moderator, ModeratorRow } from '#core/synthesis/moderatorDesign';
import { moderatorTerms } from '#core/synthesis/moderatorTerms';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { Note } from '../../../parts/Note.tsx';
import { Section } from '../../../parts/Section.tsx';
import { withUnit } from '../../../words/withUnit.ts';
import { bubbleOf, othersOf, type Regressed } from '../regressionData.ts';
import { regressionAnswer, regressionNumbers } from '../regressionWords.ts';
import { ChooseInSettings } from './ChooseInSettings.tsx';
import { CoefficientTable } from './CoefficientTable.tsx';
import { Drawn } from './Drawn.tsx';
import { ExpectedPart } from './ExpectedPart.tsx';
import { NoCharacteristic } from './NoCharacteristic.tsx';
import { PermutationPart } from './PermutationPart.tsx';
import styles from './RegressionTab.module.css';
import type { TabProps } from './TabProps.ts';

/** So many studies should stand behind each moderator. */
const STUDIES_EACH = 10;

/** Does a property of studies go with the effect? */
export function RegressionTab(props: TabProps & { reviewId: string | null }) {
  const { result, data, plan, reviewId } = props;
  const terms = useMemo(() => moderatorTerms(plan.specification.moderators, data.characteristics), [data, plan]);
  const values = useMemo(
    () => new Map(data.studies.map(({ studyId, characteristics }) => [studyId, characteristics] as const)),
    [data],
  );
  const found = useMemo(() => moderatorAnalysis(result, terms, values), [result, terms, values]);
  const regressed = useMemo(
    () => (found.estimable ? { result, data, terms, values, analysis: found.value } : null),
    [found, result, data, terms, values],
  );
  if (data.characteristics.length === 0) return <NoCharacteristic reviewId={reviewId} use="explain the effect" />;
  if (terms.length === 0) {
    return (
      <ChooseInSettings what="Choose a moderator" onSettings={props.onSettings}>
        Meta-regression asks whether effects go with a property of the studies, such as a dose or a year.
      </ChooseInSettings>
    );
  }
  if (!found.estimable || !regressed) {
    return (
      <Note kind="info" claim="There is no meta-regression.">
        {found.estimable ? '' : becauseWords(found.because)}.
      </Note>
    );
  }
  return <RegressionFound {...props} regressed={regressed} />;
}

function RegressionFound({ result, data, name, regressed }: TabProps & { regressed: Regressed }) {
  const { terms, values, analysis } = regressed;
  // Where the others stay while figure and table run along the first one.
  const [chosen, setChosen] = useState<ModeratorRow>({});
  const others = useMemo(() => othersOf(regressed), [regressed]);
  const bubble = useMemo(() => bubbleOf(regressed, chosen), [regressed, chosen]);
  const draw = useMemo(() => (bubble ? (options: FigureOptions) => bubbleFigure(bubble, options) : null), [bubble]);
  const { claim, rest } = regressionAnswer(result, data, terms, analysis);
  const most = Math.floor(analysis.k / STUDIES_EACH);
  const held = others.map(({ moderator, usual }) => heldText(moderator, chosen[moderator.id] ?? usual)).join(', ');
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      <div className={styles.columns}>
        <div>
          {draw && bubble ? (
            <>
              <Drawn
                draw={draw}
                caption={`${name}: effect by ${bubble.moderator}; area of a bubble is the study’s weight${held ? `; line at ${held}` : ''}`}
                fileName={`${name} by ${bubble.moderator}`}
              />
              {held && <p className="muted">The line is drawn at {held}; points are all studies.</p>}
            </>
          ) : (
            <CoefficientTable result={result} data={data} analysis={analysis} />
          )}
        </div>
        <div>
          <dl className={styles.list}>
            {regressionNumbers(analysis).map(number => (
              <div key={number.name}>
                <dt>{number.name}</dt>
                <dd>{number.value}</dd>
                <dd className={styles.sentence}>{number.sentence}</dd>
              </div>
            ))}
          </dl>
          <ExpectedPart
            regressed={regressed}
            others={others}
            chosen={chosen}
            onChoose={(id, value) => setChosen(before => ({ ...before, [id]: value }))}
          />
        </div>
      </div>
      <div className={styles.notes}>
        {analysis.unknown.length > 0 && (
          <Note kind="warn" claim={`${analysis.k} of ${analysis.k + analysis.unknown.length} known.`}>
            Not in the regression:{' '}
            {result.studies
              .filter(({ studyId }) => analysis.unknown.includes(studyId))
              .map(({ label }) => label)
              .join(', ')}
            .
          </Note>
        )}
        {terms.length > most && (
          <Note
            kind="warn"
            claim={`${analysis.k} studies carry ${most === 0 ? 'no moderator' : most === 1 ? 'one moderator' : `${most} moderators`} well.`}
          >
            {terms.length} would need at least {terms.length * STUDIES_EACH}: a line through few studies finds patterns
            that aren’t there.
          </Note>
        )}
      </div>
      {bubble && (
        <Section title="Coefficients">
          <CoefficientTable result={result} data={data} analysis={analysis} />
        </Section>
      )}
      <PermutationPart result={result} terms={terms} values={values} names={analysis.coefficients} />
    </>
  );
}

function heldText({ name, unit, kind }: Moderator, value: number | string): string {
  const shown = kind === 'number' ? decimalText(Number(value), Number.isInteger(Number(value)) ? 0 : 1) : value;
  return `${name.toLowerCase()} ${withUnit(shown, unit)}`;
}
