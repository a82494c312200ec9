import { type ReactNode, useState } from 'react';
import { OVERALL } from '#core/appraisal/assess';
import type { AppraisalTool } from '#core/appraisal/tool';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { BlindBadge } from '../../parts/BlindBadge.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
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
  placesOf,
} from './appraisal.ts';
import { AppraisedReportsContext, quotesOf } from './appraisedReports.ts';
import styles from './Desk.module.css';
import { DeskHead } from './DeskHead.tsx';
import { DomainQuestions } from './DomainQuestions.tsx';
import { DomainStrip } from './DomainStrip.tsx';
import { JudgePanel } from './JudgePanel.tsx';
import { OverallDomains } from './OverallDomains.tsx';
import { PhoneFoot } from './PhoneFoot.tsx';

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

/** Domains as a strip above, questions at full width, the suggestion with its path at the right. */
export function Desk(props: DeskProps) {
  const { appraisal, list, tool, draft, beside = [] } = props;
  const [domainId, setDomain] = useAddress('domain', tool.domains[0]?.id ?? '');
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [questionPlace, setQuestionPlace] = useState(0);
  const isNarrow = useNarrow();
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
  const asked = domain
    ? domain.asked(Object.fromEntries(Object.entries(draft.answers).map(([q, a]) => [q, a.answer])))
    : [];
  const phoneQuestion = Math.min(questionPlace, Math.max(0, asked.length - 1));
  if (!judged) return null;
  const panel = (
    <SidePanel
      title={domain ? 'Suggestion from your answers' : 'Overall'}
      isOpen={!isNarrow || isPanelOpen}
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
  return (
    <PageWithPanel panel={panel}>
      <DeskHead appraisal={appraisal} list={list}>
        {props.isHidden && <BlindBadge isShort />}
        {props.saving && <SaveState saving={props.saving} what="answer" isShortOnPhone />}
      </DeskHead>
      <DomainStrip tool={tool} assessed={assessed} draft={draft} here={judged.id} onGo={id => go(id)} />
      {props.note && <div className={styles.note}>{props.note}</div>}
      {domain ? (
        <AppraisedReportsContext
          value={{ reviewId: appraisal.reviewId, reports: appraisal.reports, quotes: quotesOf(draft) }}
        >
          <DomainQuestions
            tool={tool}
            domain={domain}
            draft={draft}
            beside={beside}
            onAnswer={props.onAnswer}
            onJudge={props.onJudge}
            only={isPhone ? phoneQuestion : null}
          />
        </AppraisedReportsContext>
      ) : (
        <OverallDomains tool={tool} assessed={assessed} draft={draft} onGo={id => go(id)} />
      )}
      {appraisal.note && <p className={styles.remark}>{appraisal.note}</p>}
      {isNarrow && (
        <PhoneFoot
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
      {props.children}
    </PageWithPanel>
  );
}

function reviewIdOf({ appraisal }: DeskProps): string {
  return appraisal.reviewId;
}
