import { compareQuestions } from '#core/protocol/compareQuestions';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { since } from '../../words/since.ts';
import { ChangeList } from './ChangeList.tsx';
import styles from './NewerVersionNote.module.css';
import { askedQuestion, draftOf, type QuestionVersion } from './questionDraft.ts';

/** Somebody saved first: what they changed, and the two ways on. Nothing is overwritten unseen. */
export function NewerVersionNote({
  newer,
  base,
  onKeep,
  onDrop,
}: {
  newer: QuestionVersion;
  /** The version that the own change was made on; null when there was none. */
  base: QuestionVersion | null;
  onKeep: () => void;
  onDrop: () => void;
}) {
  return (
    <div className={styles.note}>
      <Note
        kind="warn"
        claim={`${newer.createdByName} saved version ${newer.version} first, ${since(newer.createdAt)}.`}
      >
        Your changes are kept in this tab. {newer.reason && <>Reason given: “{newer.reason}”. </>}
        {base && (
          <div className={styles.changes}>
            <ChangeList
              changes={compareQuestions(askedQuestion(draftOf(base)), askedQuestion(draftOf(newer)))}
              isStringChanged={base.searchString !== newer.searchString}
            />
          </div>
        )}
        <span className={styles.ways}>
          <ActionButton size="small" onClick={onKeep}>
            {`Put mine in place of version ${newer.version}`}
          </ActionButton>
          <ActionButton size="small" onClick={onDrop}>
            {`Go on with version ${newer.version}`}
          </ActionButton>
        </span>
      </Note>
    </div>
  );
}
