import type { ReactNode } from 'react';
import styles from './Gallery.module.css';

export function GalleryCell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={styles.cell} aria-label={name}>
      <h2 className={styles.name}>{name}</h2>
      {children}
    </section>
  );
}
