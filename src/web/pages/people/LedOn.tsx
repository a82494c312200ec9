import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ownPath } from '../../parts/ownPath.ts';

/** Who is signed in already has nothing to do on a page for visitors: on to where they wanted to go. */
export function LedOn({ back }: { back: string }) {
  const navigate = useNavigate();
  useEffect(() => void navigate({ href: ownPath(back), replace: true }), [back, navigate]);
  return null;
}
