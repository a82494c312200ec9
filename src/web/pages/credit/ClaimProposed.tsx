import { ActionButton } from '../../parts/ActionButton.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import { type Credit, useCreditDeeds } from './useCredit.ts';

/** The page's one primary deed: claim what the log proposes, all at once. Nothing when all is claimed. */
export function ClaimProposed({ reviewId, credit }: { reviewId: string; credit: Credit }) {
  const { claim } = useCreditDeeds(reviewId);
  const me = credit.people.find(({ isMe }) => isMe);
  const open = (me?.proposals ?? []).filter(
    ({ role }) => !credit.claims.some(one => one.personId === me?.personId && one.role === role),
  );
  if (open.length === 0) return null;
  return (
    <ActionButton
      kind="primary"
      isWorking={claim.isPending}
      onClick={() =>
        claim.mutate(
          open.map(({ role }) => ({ role, degree: null, note: '' })),
          { onSuccess: () => toast({ text: `${counted(open.length, 'role')} claimed; the others can confirm now` }) },
        )
      }
    >
      Claim {counted(open.length, 'role')}
    </ActionButton>
  );
}
