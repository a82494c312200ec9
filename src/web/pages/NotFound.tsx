import { ActionButton } from '../parts/ActionButton.tsx';
import { Drawing } from '../parts/Drawing.tsx';
import styles from './NotFound.module.css';

/** For what isn't there, or what one may not know of: the two must look alike. */
export function NotFound() {
  return (
    <div className={styles.page}>
      <Drawing name="way" />
      <h1 className={styles.title}>There is nothing at this address</h1>
      <p className={styles.words}>
        It may have been moved or deleted, or it belongs to a review that you aren’t part of. If somebody sent you the
        link, ask them to invite you.
      </p>
      <div className={styles.deeds}>
        <ActionButton kind="primary" to="/home">
          Go to Home
        </ActionButton>
        <ActionButton onClick={() => history.back()}>Go back</ActionButton>
      </div>
    </div>
  );
}
