import { useState } from 'react';
import { useSession } from './useSession.ts';

/**
 * Whether this page was opened by somebody who was not signed in. Who signs in on it is led on by what they pressed, to
 * where they wanted to go; only who came signed in already is sent on by the page itself.
 */
export function useCameAsVisitor(): boolean {
  const session = useSession();
  const [cameAsVisitor, setCameAsVisitor] = useState(false);
  if (session.data?.person === null && !cameAsVisitor) setCameAsVisitor(true);
  return cameAsVisitor;
}
