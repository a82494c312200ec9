import { Link } from '@tanstack/react-router';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { FitBreakdown } from './FitBreakdown.tsx';
import styles from './Openings.module.css';
import type { OpeningDetails } from './openingBody.ts';

/** Beside the list: why the selected opening fits, and the way to it. */
export function OpeningPanel({ opening }: { opening: OpeningDetails }) {
  const mine = opening.myApplication?.state;
  const isMine = mine === 'sent' || mine === 'waiting' || mine === 'offered';
  return (
    <SidePanel
      title={opening.title}
      isOpen
      onClose={() => undefined}
      width={340}
      foot={
        <ActionButton kind="primary" size="large" to={`/openings/${opening.openingId}`}>
          Look at the opening
        </ActionButton>
      }
    >
      <p className={styles.panelLine}>{opening.projectTitle}</p>
      <h3 className={styles.panelTitle}>{opening.fit?.excludedBecause ? 'How this fits you' : 'Why this fits you'}</h3>
      {opening.fit ? (
        <>
          {opening.fit.excludedBecause !== null && <p className={styles.rule}>{opening.fit.excludedBecause}</p>}
          <FitBreakdown fit={opening.fit} />
          <dl className={styles.panelFacts}>
            <div>
              <dt>Hard rules</dt>
              <dd>{opening.fit.excludedBecause === null ? 'all met' : 'one speaks against'}</dd>
            </div>
            <div>
              <dt>Others who applied</dt>
              <dd>{opening.applicants - (isMine ? 1 : 0)}</dd>
            </div>
            <div>
              <dt>Your open applications</dt>
              <dd>{opening.myOpenApplications} of 6</dd>
            </div>
          </dl>
        </>
      ) : (
        <p className={styles.panelLine}>
          Your profile says nothing yet, so there is nothing to compare. <Link to="/profile">Say what you bring</Link>
        </p>
      )}
    </SidePanel>
  );
}
