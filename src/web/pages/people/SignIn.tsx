import { Link } from '@tanstack/react-router';
import { orcidRefusal } from '#core/people/orcidRefusals';
import { BareLayout } from '../../layouts/BareLayout.tsx';
import { Note } from '../../parts/Note.tsx';
import { SignInForm } from '../../parts/SignInForm.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useCameAsVisitor } from '../../queries/useCameAsVisitor.ts';
import { useSession } from '../../queries/useSession.ts';
import { LedOn } from './LedOn.tsx';
import { OtherWaysIn } from './OtherWaysIn.tsx';

/** E-mail and password, or another way that this installation has; then back to where one wanted to go. */
export function SignIn() {
  const [back] = useAddress('back');
  const whyNoOrcid = orcidRefusal(useAddress('orcid')[0]);
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
      {whyNoOrcid !== null && <Note kind="warn" claim={whyNoOrcid} />}
      <SignInForm back={back} />
      <OtherWaysIn back={back} />
    </BareLayout>
  );
}
