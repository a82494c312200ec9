import { NotFound } from '../pages/NotFound.tsx';
import styles from './BareLayout.module.css';
import { Brand } from './Brand.tsx';

/** For an address that leads nowhere. */
export function NowhereLayout() {
  return (
    <>
      <header className={styles.bar}>
        <Brand to="/" />
      </header>
      <main id="content">
        <NotFound />
      </main>
    </>
  );
}
