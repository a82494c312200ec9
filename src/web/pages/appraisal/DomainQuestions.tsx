import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AppraisalDomain, AppraisalTool } from '#core/appraisal/tool';
import { useKeys } from '../../parts/useKeys.ts';
import {
  type AnswerGiven,
  type AssessmentOf,
  type Draft,
  type JudgementGiven,
  lettersOf,
  NO_ANSWER,
  NO_JUDGEMENT,
} from './appraisal.ts';
import styles from './Desk.module.css';
import { QuestionItem } from './QuestionItem.tsx';

export interface DomainQuestionsProps {
  readonly tool: AppraisalTool;
  readonly domain: AppraisalDomain;
  readonly draft: Draft;
  readonly beside: readonly AssessmentOf[];
  readonly onAnswer: ((question: string, answer: AnswerGiven) => void) | undefined;
  readonly onJudge: ((domain: string, judgement: JudgementGiven) => void) | undefined;
  /** On the phone one question stands alone: its place. */
  readonly only: number | null;
}

/** The questions of a domain that are to be asked. Keys 1 to 5 answer the one at hand and go on to the next. */
export function DomainQuestions(props: DomainQuestionsProps) {
  const { tool, domain, draft, beside, onAnswer, onJudge, only } = props;
  const asked = domain.asked(lettersOf(draft));
  const questions = domain.questions.filter(({ id }) => asked.includes(id));
  const [chosen, setChosen] = useState('');
  const firstOpen = questions.find(({ id }) => !draft.answers[id]?.answer);
  const atHand =
    (only === null ? questions.find(({ id }) => id === chosen) : questions[only]) ?? firstOpen ?? questions[0];
  const answer = (id: string, letter: string) => {
    const before = draft.answers[id] ?? NO_ANSWER;
    onAnswer?.(id, { ...before, answer: before.answer === letter ? null : letter });
  };
  const press = (place: number) => {
    const choice = atHand?.choices[place];
    if (!atHand || !choice || !onAnswer) return;
    onAnswer(atHand.id, { ...(draft.answers[atHand.id] ?? NO_ANSWER), answer: choice.answer });
    const place2 = questions.findIndex(({ id }) => id === atHand.id);
    setChosen(questions[place2 + 1]?.id ?? '');
  };
  useKeys(
    { 1: () => press(0), 2: () => press(1), 3: () => press(2), 4: () => press(3), 5: () => press(4) },
    { isOff: !onAnswer },
  );
  const shown = only === null ? questions : questions.slice(only, only + 1);
  const own = draft.ownJudgements[domain.id] ?? NO_JUDGEMENT;
  return (
    <section className={styles.questions} aria-label={domain.name}>
      <div className={styles.domainHead}>
        <h2 className={styles.domainTitle}>
          {/^[A-Z]\d+$/.test(domain.id) ? `${domain.id} ` : ''}
          {domain.name}
          {only !== null && questions.length > 1 ? ` · question ${only + 1} of ${questions.length}` : ''}
        </h2>
        <span className={styles.hint}>
          {onAnswer && questions.length > 0 && (
            <span className={styles.keys}>
              keys 1 to {Math.max(...questions.map(one => one.choices.length))} answer, Tab goes on ·{' '}
            </span>
          )}
          <a href={tool.guidance} target="_blank" rel="noreferrer">
            Official guidance
          </a>
        </span>
      </div>
      {questions.length === 0 && (
        <p className={styles.nothing}>There are no questions here: judge how well the study fits your question.</p>
      )}
      {shown.map(question => (
        <QuestionItem
          key={question.id}
          question={question}
          given={draft.answers[question.id] ?? NO_ANSWER}
          beside={beside}
          isAtHand={onAnswer !== undefined && question.id === atHand?.id && only === null}
          onFocus={() => setChosen(question.id)}
          onAnswer={onAnswer && (letter => answer(question.id, letter))}
          onSource={onAnswer && (source => onAnswer(question.id, source))}
        />
      ))}
      {(only === null || only === questions.length - 1 || questions.length === 0) && (
        <SupportField
          key={domain.id}
          support={own.support}
          beside={beside.flatMap(one => {
            const words = one.ownJudgements[domain.id]?.support;
            return words ? [{ name: one.name, words }] : [];
          })}
          onSave={onJudge && (support => onJudge(domain.id, { ...own, support }))}
        />
      )}
    </section>
  );
}

function SupportField({
  support,
  beside,
  onSave,
}: {
  support: string;
  beside: readonly { readonly name: string; readonly words: string }[];
  onSave: ((support: string) => void) | undefined;
}) {
  const [words, setWords] = useState(support);
  return (
    <div className={styles.support}>
      {onSave ? (
        <Textarea
          label={
            <>
              Support <span className={styles.muted}>in your own words, printed in the table</span>
            </>
          }
          autosize
          minRows={2}
          maxLength={5000}
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
          onBlur={() => {
            if (words.trim() !== support) onSave(words.trim());
          }}
        />
      ) : (
        support !== '' && (
          <p>
            <strong>Support</strong> {support}
          </p>
        )
      )}
      {beside.map(({ name, words: theirs }) => (
        <p key={name} className={styles.theirs}>
          <strong>{name}</strong> {theirs}
        </p>
      ))}
    </div>
  );
}
