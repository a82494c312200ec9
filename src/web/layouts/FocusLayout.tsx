import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './FocusLayout.module.css';

export interface FocusLayoutProps {
  readonly leaveTo: string;
  /** "BCG vaccination · title and abstract" */
  readonly what: ReactNode;
  /** The bar of how far one is, and its numbers. */
  readonly progress?: ReactNode;
  /** Save state, blind badge, mode switch; the save state is the one that stays on the phone. */
  readonly state?: ReactNode;
  /** What the phone has no room for beside the save state. */
  readonly tools?: ReactNode;
  /** Tools left and right of the deed; on the phone they stand above it. */
  readonly left?: ReactNode;
  readonly right?: ReactNode;
  /** The decision buttons. */
  readonly deed: ReactNode;
  /** Criteria: opens over the right edge and moves neither text nor buttons. */
  readonly panel?: ReactNode;
  /** What one chooses from: a pane at the left; text and buttons take the rest. */
  readonly list?: ReactNode;
  /** Something in the list waits for the deed: it is there on the phone too. */
  readonly isDeciding?: boolean;
  /** What is read takes all the room that the panel leaves: a PDF. */
  readonly isFull?: boolean;
  readonly children: ReactNode;
}

/**
 * For work that is done a thousand times: a 56 px bar above, an 84 px decision bar below, nothing else. Text and buttons
 * are centred on the window, so that opening the criteria moves neither.
 */
export function FocusLayout(props: FocusLayoutProps) {
  return (
    <div
      className={styles.page}
      data-list={props.list ? true : undefined}
      data-deciding={props.isDeciding || undefined}
      data-full={props.isFull || undefined}
      data-panel={props.panel ? true : undefined}
    >
      <header className={styles.bar}>
        <div className={styles.start}>
          <Link to={props.leaveTo} className={styles.leave}>
            <IconArrowLeft size={18} stroke={1.75} /> Leave
          </Link>
          <span className={styles.what}>{props.what}</span>
        </div>
        <div className={styles.progress}>{props.progress}</div>
        <div className={styles.end}>
          {props.state}
          <span className={styles.tools}>{props.tools}</span>
        </div>
      </header>
      {props.list && <div className={styles.list}>{props.list}</div>}
      <main id="content" tabIndex={-1} className={styles.content}>
        {props.children}
      </main>
      {props.panel && <div className={styles.panel}>{props.panel}</div>}
      <section className={styles.foot} aria-label="Decide">
        <div className={styles.left}>{props.left}</div>
        <div className={styles.deed}>{props.deed}</div>
        <div className={styles.right}>{props.right}</div>
      </section>
    </div>
  );
}
