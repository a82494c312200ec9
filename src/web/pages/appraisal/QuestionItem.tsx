import { IconCheck, IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppraisalQuestion } from '#core/appraisal/tool';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { AnswerSource } from './AnswerSource.tsx';
import type { AnswerGiven, AssessmentOf } from './appraisal.ts';
import styles from './Desk.module.css';

export interface QuestionItemProps {
  readonly question: AppraisalQuestion;
  readonly given: AnswerGiven;
  readonly beside: readonly AssessmentOf[];
  readonly isAtHand: boolean;
  readonly onFocus: () => void;
  readonly onAnswer: ((letter: string) => void) | undefined;
  readonly onSource: ((given: AnswerGiven) => void) | undefined;
}

/** A question with its answers in one row, and below what the answer rests on. */
export function QuestionItem(props: QuestionItemProps) {
  const { question, given, beside, isAtHand, onFocus, onAnswer, onSource } = props;
  const [isEditing, setIsEditing] = useState(false);
  const hasSource = given.quote !== '' || given.note !== '' || given.page !== '';
  const said = beside.map(one => ({ ...one, said: one.answers[question.id] }));
  const differs = new Set(said.map(one => one.said?.answer ?? null)).size > 1;
  return (
    <fieldset className={styles.question} data-at-hand={isAtHand || undefined} onFocus={onFocus}>
      <legend className={styles.asked}>
        <span className={styles.number}>{question.id}</span>
        <span className={styles.text}>{question.text}</span>
      </legend>
      <div className={styles.answers}>
        {question.choices.map(({ answer, words }, place) => {
          const isChosen = given.answer === answer;
          return (
            <button
              key={answer}
              type="button"
              className={styles.answer}
              aria-pressed={isChosen}
              aria-disabled={onAnswer === undefined || undefined}
              aria-keyshortcuts={isAtHand ? String(place + 1) : undefined}
              onClick={() => onAnswer?.(answer)}
            >
              {isChosen && <IconCheck size={16} stroke={1.75} aria-hidden="true" />}
              {words}
            </button>
          );
        })}
      </div>
      {said.length > 0 && (
        <ul className={styles.beside} data-differs={differs || undefined}>
          {said.map(({ personId, name, said: theirs }) => (
            <li key={personId}>
              <strong>{name}</strong>{' '}
              {question.choices.find(choice => choice.answer === theirs?.answer)?.words ?? 'not answered'}
              {theirs && <Source given={theirs} />}
            </li>
          ))}
        </ul>
      )}
      {isEditing && onSource ? (
        <AnswerSource
          given={given}
          onCancel={() => setIsEditing(false)}
          onSave={next => {
            onSource(next);
            setIsEditing(false);
          }}
        />
      ) : hasSource ? (
        <div className={styles.source}>
          <Source given={given} />
          {onSource && <LinkButton onClick={() => setIsEditing(true)}>Edit</LinkButton>}
        </div>
      ) : (
        onSource && (
          <div className={styles.source}>
            <IconQuote size={16} stroke={1.75} aria-hidden="true" />
            <LinkButton onClick={() => setIsEditing(true)}>Add a quote or note, with its page</LinkButton>
          </div>
        )
      )}
    </fieldset>
  );
}

function Source({ given }: { given: AnswerGiven }) {
  const { quote, page, note } = given;
  if (quote === '' && page === '' && note === '') return null;
  return (
    <span className={styles.sourceWords}>
      {quote !== '' && <q className={styles.quote}>{quote}</q>}{' '}
      {page !== '' && <span className={styles.page}>{/^\d/.test(page) ? `p. ${page}` : page}</span>}{' '}
      {note !== '' && <span>{note}</span>}
    </span>
  );
}
