import { LinkButton } from '../../parts/LinkButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { counted } from '../../words/counted.ts';
import styles from './ScreeningPage.module.css';
import type { Screening } from './useScreening.ts';

/** Decisions that the server did not take, in its words; what stood before stands again. */
export function RefusedDecisions({ screening }: { screening: Screening }) {
  const { refused, acceptRefusals } = screening;
  const last = refused.at(-1);
  if (!last) return null;
  return (
    <div className={styles.refused}>
      <Note
        kind="error"
        claim={`${counted(refused.length, 'change')} ${refused.length === 1 ? 'was' : 'were'} not taken.`}
        action={<LinkButton onClick={acceptRefusals}>Understood</LinkButton>}
      >
        {last.because} What stood before stands.
      </Note>
    </div>
  );
}
