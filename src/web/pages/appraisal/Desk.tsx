import { IconFileText } from '@tabler/icons-react';
import { lazy, type ReactNode, useState } from 'react';
import { OVERALL } from '#core/appraisal/assess';
import type { AppraisalTool } from '#core/appraisal/tool';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { BlindBadge } from '../../parts/BlindBadge.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { HeldQuote } from '../../parts/reading/HeldQuote.tsx';
import { ReadingPage } from '../../parts/reading/ReadingPage.tsx';
import { useReading } from '../../parts/reading/useReading.ts';
import { SaveState } from '../../parts/SaveState.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { usePhone } from '../../parts/usePhone.ts';
import { counted } from '../../words/counted.ts';
import {
  type AnswerGiven,
  type Appraisal,
  type AppraisalList,
  type AssessmentOf,
  assessDraft,
  type Draft,
  type JudgementGiven,
  lettersOf,
  placesOf,
} from './appraisal.ts';
import styles from './Desk.module.css';
import { DeskHead } from './DeskHead.tsx';
import { DomainQuestions } from './DomainQuestions.tsx';
import { DomainStrip } from './DomainStrip.tsx';
import { JudgePanel } from './JudgePanel.tsx';
import { OverallDomains } from './OverallDomains.tsx';
import { PhoneFoot } from './PhoneFoot.tsx';

const AppraisedReport = lazy(() =>
  import('./AppraisedReport.tsx').then(module => ({ default: module.AppraisedReport })),
);

export interface DeskProps {
  readonly appraisal: Appraisal;
  readonly list: AppraisalList;
  readonly tool: AppraisalTool;
  readonly draft: Draft;
  readonly saving: 'saved' | 'saving' | null;
  readonly isHidden: boolean;
  /** Without these it is only to be read. */
  readonly onAnswer?: (question: string, answer: AnswerGiven) => void;
  readonly onJudge?: (domain: string, judgement: JudgementGiven) => void;
  /** What others said, or both, below each question. */
  readonly beside?: readonly AssessmentOf[];
  readonly note?: ReactNode;
  /** The deed at the end, on the overall place. */
  readonly lastDeed?: ReactNode;
  readonly children?: ReactNode;
}

/**
 * Domains as a strip above, questions at full width, the suggestion with its path at the right; with the report beside it the
 * suggestion moves below the questions.
 */
export function Desk(props: DeskProps) {
  const { appraisal, list, tool, draft, beside = [] } = props;
  const [domainId, setDomain] = useAddress('domain', tool.domains[0]?.id ?? '');
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [questionPlace, setQuestionPlace] = useState(0);
  const reading = useReading(appraisal.reviewId, appraisal.reports);
  const isBeside = reading.isOpen && reading.isWide;
  const isTight = useNarrow() || isBeside;
  const isPhone = usePhone();
  usePlace(appraisal.studyLabel);
  const assessed = assessDraft(tool, draft);
  const places = placesOf(tool);
  const here = Math.max(
    0,
    places.findIndex(({ id }) => id === domainId),
  );
  const domain = tool.domains[here];
  const judged = domain ? assessed.domains[here] : assessed.overall;
  const next = places[here + 1];
  const go = (id: string, question = 0) => {
    setDomain(id, 'push');
    setQuestionPlace(question);
    setIsPanelOpen(false);
    window.scrollTo({ top: 0 });
  };
  const goOn = next ? (
    <ActionButton kind="primary" isWide onClick={() => go(next.id)}>
      Go on to {next.id === OVERALL ? 'Overall' : next.id}
    </ActionButton>
  ) : (
    props.lastDeed
  );
  const asked = domain ? domain.asked(lettersOf(draft)) : [];
  const phoneQuestion = Math.min(questionPlace, Math.max(0, asked.length - 1));
  if (!judged) return null;
  const { held } = reading.reading;
  const panel = (
    <SidePanel
      title={domain ? 'Suggestion from your answers' : 'Overall'}
      isOpen={!isTight || isPanelOpen}
      isOver={isBeside}
      onClose={() => setIsPanelOpen(false)}
      width={284}
      foot={
        <>
          {goOn}
          <ActionButton
            kind="quiet"
            isWide
            to="/reviews/$reviewId/risk-of-bias"
            params={{ reviewId: reviewIdOf(props) }}
          >
            All {counted(list.appraisals.length, 'appraisal')}
          </ActionButton>
        </>
      }
    >
      <JudgePanel
        tool={tool}
        place={places[here] ?? { id: OVERALL, name: 'Overall' }}
        judged={judged}
        given={draft.ownJudgements[judged.id]}
        beside={beside}
        onJudge={props.onJudge && (body => props.onJudge?.(judged.id, body))}
      />
    </SidePanel>
  );
  const goToQuestion = (question: string) => {
    const at = tool.domains.find(one => one.questions.some(({ id }) => id === question));
    if (!at) return;
    if (!reading.isWide) reading.close();
    setDomain(at.id);
    setQuestionPlace(Math.max(0, at.asked(lettersOf(draft)).indexOf(question)));
    // The domain's questions are drawn first.
    requestAnimationFrame(() => document.getElementById(`question_${question}`)?.scrollIntoView({ block: 'center' }));
  };
  return (
    <ReadingPage
      desk={reading}
      word="Questions"
      report={
        <AppraisedReport appraisal={appraisal} draft={draft} beside={beside} desk={reading} onQuestion={goToQuestion} />
      }
    >
      <PageWithPanel panel={panel}>
        <div className={isBeside ? styles.column : undefined}>
          <DeskHead appraisal={appraisal} list={list}>
            {reading.isWide && reading.recordId !== null && !reading.isOpen && (
              <ActionButton icon={<IconFileText stroke={1.75} />} onClick={reading.open}>
                Read the report
              </ActionButton>
            )}
            {props.isHidden && <BlindBadge isShort />}
            {props.saving && <SaveState saving={props.saving} what="answer" isShortOnPhone />}
          </DeskHead>
          <DomainStrip tool={tool} assessed={assessed} draft={draft} here={judged.id} onGo={id => go(id)} />
          {props.note && <div className={styles.note}>{props.note}</div>}
          {domain ? (
            <DomainQuestions
              tool={tool}
              domain={domain}
              draft={draft}
              beside={beside}
              onAnswer={props.onAnswer}
              onJudge={props.onJudge}
              only={isPhone ? phoneQuestion : null}
            />
          ) : (
            <OverallDomains tool={tool} assessed={assessed} draft={draft} onGo={id => go(id)} />
          )}
          {appraisal.note && <p className={styles.remark}>{appraisal.note}</p>}
          {isTight && (
            <PhoneFoot
              above={held && <HeldQuote held={held} noun="question" isInFoot onLetGo={reading.letGo} />}
              place={places[here] ?? { id: OVERALL, name: 'Overall' }}
              tool={tool}
              judged={judged}
              onOpen={() => setIsPanelOpen(true)}
              back={
                isPhone && phoneQuestion > 0
                  ? { words: asked[phoneQuestion - 1] ?? '', go: () => setQuestionPlace(phoneQuestion - 1) }
                  : null
              }
              deed={
                isPhone && phoneQuestion < asked.length - 1 ? (
                  <ActionButton kind="primary" size="large" isWide onClick={() => setQuestionPlace(phoneQuestion + 1)}>
                    Go on to {asked[phoneQuestion + 1]}
                  </ActionButton>
                ) : (
                  goOn
                )
              }
            />
          )}
          {!isTight && held && <HeldQuote held={held} noun="question" onLetGo={reading.letGo} />}
          {props.children}
        </div>
      </PageWithPanel>
    </ReadingPage>
  );
}

function reviewIdOf({ appraisal }: DeskProps): string {
  return appraisal.reviewId;
}
