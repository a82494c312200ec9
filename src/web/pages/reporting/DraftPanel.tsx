import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconDownload,
  IconGitBranch,
  IconLock,
  IconPencil,
  IconSnowflake,
} from '@tabler/icons-react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { counted } from '../../words/counted.ts';
import type { Chosen } from './DraftText.tsx';
import { blocksIn, firstOpen, stateOf } from './draftState.ts';
import styles from './Manuscript.module.css';
import { PageLink } from './PageLink.tsx';
import { PreparedState } from './PreparedState.tsx';
import { type Manuscript, useManuscriptDeeds } from './useManuscript.ts';
import { usePreparedExports } from './usePreparedExports.ts';

/** What is chosen in the text, and what is left to do before the draft is sent. */
export function DraftPanel({
  reviewId,
  manuscript,
  chosen,
  onEdit,
}: {
  reviewId: string;
  manuscript: Manuscript;
  chosen: Chosen | null;
  onEdit: () => void;
}) {
  return (
    <div className={styles.panel}>
      {chosen?.value ? (
        <div className={styles.origin}>
          <p className={styles.small}>Selected</p>
          <p className={styles.chosenValue}>{chosen.value.text}</p>
          <dl>
            <dt>From</dt>
            <dd>{chosen.value.from}</dd>
            <dt>In</dt>
            <dd>{manuscript.sections.find(one => blocksIn(one).some(({ id }) => id === chosen.sentence.id))?.title}</dd>
          </dl>
          <p>
            <PageLink reviewId={reviewId} page={chosen.value.page}>
              Go to where it comes from
            </PageLink>
          </p>
          <ActionButton
            size="small"
            icon={<IconPencil stroke={1.75} />}
            because={manuscript.may.write}
            onClick={onEdit}
          >
            Write this sentence yourself
          </ActionButton>
        </div>
      ) : (
        <p className={styles.small}>Choose a marked number or word to see where it comes from.</p>
      )}
      <p className={styles.lock}>
        <IconLock size={16} stroke={1.75} />
        Numbers can’t be typed over. Words around them are yours; your edits stay when a number changes.
      </p>
      <Left manuscript={manuscript} />
    </div>
  );
}

function Left({ manuscript }: { manuscript: Manuscript }) {
  const { gaps, stale, deviations, ownWords, agreeing } = stateOf(manuscript.sections.flatMap(blocksIn));
  return (
    <div className={styles.left}>
      <h3>Before you send it</h3>
      <ul>
        {stale > 0 && (
          <li data-kind="stale">
            <IconAlertTriangle size={16} stroke={1.75} /> {counted(stale, 'sentence', 'sentences')} out of date
          </li>
        )}
        {gaps > 0 && (
          <li data-kind="gap">
            <IconCircleDashed size={16} stroke={1.75} /> {counted(gaps, 'gap', 'gaps')}
          </li>
        )}
        {deviations > 0 && (
          <li data-kind="deviation">
            <IconGitBranch size={16} stroke={1.75} /> {counted(deviations, 'deviation', 'deviations')} without a reason
          </li>
        )}
        {ownWords > 0 && (
          <li data-kind="own-words">
            <IconPencil size={16} stroke={1.75} /> {counted(ownWords, 'sentence', 'sentences')} with typed digits
          </li>
        )}
        <li data-kind="done">
          <IconCircleCheck size={16} stroke={1.75} /> {counted(agreeing, 'sentence agrees', 'sentences agree')} with the
          data
        </li>
      </ul>
    </div>
  );
}

const FILES = [
  { file: 'manuscript.docx', name: 'Word (DOCX)', short: 'Word' },
  { file: 'manuscript.zip', name: 'Markdown with figures (ZIP)', short: 'Markdown' },
] as const;

/** The deeds of the page: what is open first, then take it along or freeze it. */
export function DraftDeeds({ reviewId, manuscript }: { reviewId: string; manuscript: Manuscript }) {
  const { freeze } = useManuscriptDeeds(reviewId);
  const open = firstOpen(manuscript);
  const prepared = usePreparedExports(reviewId);
  const deeds = FILES.map(({ file, name }) => ({ name, onClick: () => prepared.ask.mutate({ file }) }));
  return (
    <>
      {freeze.error && <p className={styles.problem}>{freeze.error.message}</p>}
      {open && (
        <ActionButton
          kind="primary"
          onClick={() => document.getElementById(open.id)?.scrollIntoView({ block: 'center', behavior: 'smooth' })}
        >
          {open.words}
        </ActionButton>
      )}
      <MenuButton kind={open ? 'secondary' : 'primary'} icon={<IconDownload stroke={1.75} />} deeds={deeds}>
        Download
      </MenuButton>
      <ActionButton
        icon={<IconSnowflake stroke={1.75} />}
        because={manuscript.may.write}
        isWorking={freeze.isPending}
        onClick={() => freeze.mutate()}
      >
        Freeze this draft
      </ActionButton>
      {prepared.ask.error && <p className={styles.problem}>{prepared.ask.error.message}</p>}
      {FILES.map(({ file, short }) => (
        <PreparedState
          key={file}
          reviewId={reviewId}
          prepared={prepared.of(file)}
          name={short}
          onStop={exportId => prepared.stop.mutate(exportId)}
        />
      ))}
      <p className={styles.small}>The download carries marks for what is open.</p>
    </>
  );
}
