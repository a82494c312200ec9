import { Link } from '@tanstack/react-router';
import { BareLayout } from '../../layouts/BareLayout.tsx';
import { SignInForm } from '../../parts/SignInForm.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useCameAsVisitor } from '../../queries/useCameAsVisitor.ts';
import { useSession } from '../../queries/useSession.ts';
import { LedOn } from './LedOn.tsx';
import { OtherWaysIn } from './OtherWaysIn.tsx';

/** E-mail and password, or another way that this installation has; then back to where one wanted to go. */
export function SignIn() {
  const [back] = useAddress('back');
  const person = useSession().data?.person;
  const cameAsVisitor = useCameAsVisitor();
  if (person && !cameAsVisitor) return <LedOn back={back} />;
  return (
    <BareLayout
      title="Sign in"
      foot={
        <>
          New here?{' '}
          <Link to="/sign-up" search={back ? { back } : {}}>
            Create an account
          </Link>
        </>
      }
    >
      <SignInForm back={back} />
      <OtherWaysIn back={back} />
    </BareLayout>
  );
}
