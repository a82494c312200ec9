import { IconMessages } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { openDiscussion } from '#contract/discussions';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { useDiscussions } from '../../queries/useDiscussions.ts';
import { since } from '../../words/since.ts';
import styles from './ConflictsPage.module.css';
import { changedSince } from './changedSince.ts';
import { DiscussionThread } from './DiscussionThread.tsx';
import type { RecordAtStage } from './wish.ts';

/** Beside a conflict: the discussion with those who decided, or the way to open one and what that does. */
export function DiscussConflict({ at, isSettled }: { at: RecordAtStage; isSettled: boolean }) {
  const queries = useQueryClient();
  const found = useDiscussions(at.reviewId).data;
  const open = useMutation({
    mutationFn: () => call(openDiscussion, { params: at }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', at.reviewId] }),
  });
  if (!found) return null;
  const discussion = found.discussions.find(one => one.stage === at.stage && one.record.recordId === at.recordId);
  if (discussion) {
    return (
      <section aria-label="Discussion">
        <h2 className={styles.heading}>Discussion</h2>
        <p className={styles.hint}>
          {discussion.openedBy} opened it to those who decided, {since(discussion.openedAt)}.
          {discussion.decisions.filter(changedSince).map(one => ` ${one.person.name} has decided again since.`)}
        </p>
        <DiscussionThread reviewId={at.reviewId} discussion={discussion} />
      </section>
    );
  }
  if (isSettled) return null;
  return (
    <section aria-label="Discussion">
      {open.isError && <ErrorNote problem={open.error} safe="No discussion was opened." />}
      <ActionButton
        size="small"
        icon={<IconMessages size={16} stroke={1.75} />}
        isWorking={open.isPending}
        onClick={() => {
          if (!open.isPending) open.mutate();
        }}
      >
        Discuss it with them
      </ActionButton>
      <p className={styles.hint}>
        From then on they see each other’s decisions on this record, and may change their own. Agreement keeps counting
        what they chose before. This can’t be undone.
      </p>
    </section>
  );
}
