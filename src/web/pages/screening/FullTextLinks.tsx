import { IconExternalLink } from '@tabler/icons-react';
import styles from './RetrievalBox.module.css';
import type { FullTextLink } from './recordAddresses.ts';

/** The addresses where a report may be read, each opened beside this page. */
export function FullTextLinks({ links }: { links: readonly FullTextLink[] }) {
  return (
    <div className={styles.links}>
      {links.map(link => (
        <a key={link.name} className={styles.link} href={link.to} target="_blank" rel="noreferrer">
          {link.name} <IconExternalLink size={14} stroke={1.75} aria-label="opens in a new tab" />
        </a>
      ))}
    </div>
  );
}
