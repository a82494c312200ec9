import { ActionButton } from '../../parts/ActionButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { useDiscussions } from '../../queries/useDiscussions.ts';
import { counted } from '../../words/counted.ts';

/** How many conflicts I am asked to talk over, and the way there; nothing where there are none. */
export function DiscussionsNote({ reviewId }: { reviewId: string }) {
  const open = useDiscussions(reviewId).data?.open ?? 0;
  if (open === 0) return null;
  return (
    <Note
      kind="info"
      claim={`${counted(open, 'conflict')} to talk over.`}
      action={
        <ActionButton size="small" to="/reviews/$reviewId/discussions" params={{ reviewId }}>
          {open === 1 ? 'Open the discussion' : 'Open the discussions'}
        </ActionButton>
      }
    >
      You see what each of you chose there, and may change your own decision.
    </Note>
  );
}
