import { useEffect, useRef, useState } from 'react';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Note } from '../../parts/Note.tsx';
import styles from './ScreeningPage.module.css';
import { useRemembered } from './useRemembered.ts';

const LONG_MS = 45 * 60_000;
/** A pause of this length counts as a break. */
const BREAK_MS = 5 * 60_000;

/** After three quarters of an hour without a pause, a word about one: judgement tires before one notices. */
export function BreakNote({ decided }: { decided: number }) {
  const [isWanted, setIsWanted] = useRemembered('break-reminder', 'on');
  const sitting = useRef<{ since: number; last: number } | null>(null);
  const [isDue, setIsDue] = useState(false);
  const before = useRef(decided);
  useEffect(() => {
    if (decided === before.current) return;
    before.current = decided;
    const now = Date.now();
    const { since, last } = sitting.current ?? { since: now, last: now };
    const isAfterBreak = now - last > BREAK_MS;
    sitting.current = { since: isAfterBreak ? now : since, last: now };
    setIsDue(!isAfterBreak && now - since > LONG_MS);
  }, [decided]);
  if (!isDue || isWanted === 'off') return null;
  const later = () => {
    sitting.current = null;
    setIsDue(false);
  };
  return (
    <div className={styles.breakNote}>
      <Note kind="info" claim="Three quarters of an hour at a stretch.">
        A few minutes away keep the judgement fresh. Everything is saved.
        <span className={styles.ways}>
          <LinkButton onClick={later}>Go on for now</LinkButton>
          <LinkButton onClick={() => setIsWanted('off')}>Don’t remind me</LinkButton>
        </span>
      </Note>
    </div>
  );
}
