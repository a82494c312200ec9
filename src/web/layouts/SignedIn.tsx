import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useSession } from '../queries/useSession.ts';
import styles from './SignedIn.module.css';
import { useHasPage } from './useHasPage.ts';

/** Shows its children, or the page, to a person who is signed in; others go to the sign-in page and come back after. */
export function SignedIn({ children }: { children?: ReactNode }) {
  const session = useSession();
  if (session.isPending) {
    return (
      <div className={styles.waiting}>
        <Loading shape="page" />
      </div>
    );
  }
  if (session.isError) {
    return <ErrorNote problem={session.error} safe="Nothing was changed." onRetry={() => void session.refetch()} />;
  }
  if (session.data.person === null) return <ToSignIn />;
  return children ?? <Outlet />;
}

/** Once, from where one was: the address changes under it while the sign-in page is still being fetched. */
function ToSignIn() {
  const router = useRouter();
  const navigate = useNavigate();
  const hasPage = useHasPage();
  const go = useEffectEvent(() => {
    const back = router.state.location.href;
    void navigate({ to: hasPage('/sign-in') ? '/sign-in' : '/', search: { back }, replace: true });
  });
  useEffect(() => go(), []);
  return null;
}
