import { stateWords } from './draftState.ts';
import styles from './Manuscript.module.css';
import type { Section } from './useManuscript.ts';

/** Contents of the manuscript, each part with what is left in it. */
export function DraftContents({ sections }: { sections: readonly Section[] }) {
  const partOf = (part: Section['part']) => sections.filter(section => section.part === part);
  const line = (section: Section) => {
    const { text, isOpen } = stateWords(section);
    return (
      <li key={section.id}>
        <a href={`#section-${section.id}`} className={styles.content}>
          <span>{section.title}</span>
          <span data-open={isOpen || undefined}>{text}</span>
        </a>
      </li>
    );
  };
  return (
    <nav className={styles.contents} aria-label="Contents">
      <p className={styles.contentPart}>
        Abstract, introduction <span>yours to write</span>
      </p>
      <p className={styles.contentPart}>Methods</p>
      <ul>{partOf('Methods').map(line)}</ul>
      <p className={styles.contentPart}>Results</p>
      <ul>{partOf('Results').map(line)}</ul>
      <p className={styles.contentPart}>
        Discussion <span>yours to write</span>
      </p>
      <ul>{partOf('Other').map(line)}</ul>
    </nav>
  );
}
