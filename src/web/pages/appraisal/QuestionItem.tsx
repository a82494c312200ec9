import { IconCheck, IconQuote } from '@tabler/icons-react';
import { use, useState } from 'react';
import type { AppraisalQuestion } from '#core/appraisal/tool';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { ReadingContext } from '../../parts/reading/reading.ts';
import { toast } from '../../parts/toast.ts';
import { AnswerSource } from './AnswerSource.tsx';
import { AnswerWords } from './AnswerWords.tsx';
import { answerFrom, answerPlace } from './answerQuotes.ts';
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

/** A question with its answers in one row, and below what the answer rests on. Pressing it takes the quote that waits. */
export function QuestionItem(props: QuestionItemProps) {
  const { question, given, beside, isAtHand, onFocus, onAnswer, onSource } = props;
  const [isEditing, setIsEditing] = useState(false);
  const hasSource = given.quote !== '' || given.note !== '' || given.page !== '';
  const said = beside.map(one => ({ ...one, said: one.answers[question.id] }));
  const reading = use(ReadingContext);
  const press = () => {
    const found = onSource ? reading.take() : null;
    if (!found) return;
    const next = answerFrom(given, found);
    onSource?.(next);
    setIsEditing(false);
    if (given.quote !== '' && !next.quote.startsWith(given.quote)) {
      toast({
        text: `Another quote stood at ${question.id}.`,
        undo: { word: 'Bring it back', deed: () => onSource?.(given) },
      });
    }
  };
  const differs = new Set(said.map(one => one.said?.answer ?? null)).size > 1;
  return (
    <fieldset
      id={`question ${question.id}`.replaceAll(' ', '_')}
      className={styles.question}
      data-at-hand={isAtHand || undefined}
      onFocus={onFocus}
    >
      <legend
        className={styles.asked}
        data-takes={(onSource && reading.held !== null) || undefined}
        onPointerDownCapture={press}
      >
        <span className={styles.number}>{question.id}</span>
        <span className={styles.text}>{question.text}</span>
      </legend>
      <div className={styles.answers} onPointerDownCapture={press}>
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
              {theirs && (
                <AnswerWords
                  given={theirs}
                  place={answerPlace(question.id, personId)}
                  whose={`${question.id} by ${name}`}
                />
              )}
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
          <AnswerWords given={given} place={answerPlace(question.id)} whose={question.id} />
          {onSource && reading.held && <PutHere question={question.id} onPut={press} />}
          {onSource && <LinkButton onClick={() => setIsEditing(true)}>Edit</LinkButton>}
        </div>
      ) : (
        onSource && (
          <div className={styles.source}>
            <IconQuote size={16} stroke={1.75} aria-hidden="true" />
            {reading.held ? (
              <PutHere question={question.id} onPut={press} />
            ) : (
              <LinkButton onClick={() => setIsEditing(true)}>Add a quote or note, with its page</LinkButton>
            )}
          </div>
        )
      )}
    </fieldset>
  );
}

/** The same as pressing the question, for the keyboard. */
function PutHere({ question, onPut }: { question: string; onPut: () => void }) {
  return (
    <ActionButton size="small" label={`Put the quote at ${question}`} onClick={onPut}>
      Put it here
    </ActionButton>
  );
}
