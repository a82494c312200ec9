import { ActionButton } from '../../parts/ActionButton.tsx';
import { ownPath } from '../../parts/ownPath.ts';
import { useSession } from '../../queries/useSession.ts';
import { DemoOffer } from '../landing/DemoOffer.tsx';
import styles from './WayIn.module.css';

/** What stands below e-mail and password: ORCID where the installation has it, the demo where nobody is yet. */
export function OtherWaysIn({ back }: { back: string }) {
  const signIn = useSession().data?.signIn;
  if (!signIn?.hasOrcid && !signIn?.isEmpty) return null;
  return (
    <div className={styles.others}>
      {signIn.hasOrcid && (
        <ActionButton href={`/api/orcid?returnTo=${encodeURIComponent(ownPath(back))}`} isWide>
          Go on with ORCID
        </ActionButton>
      )}
      {signIn.isEmpty && <DemoOffer />}
    </div>
  );
}
