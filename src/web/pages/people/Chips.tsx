import styles from './Profile.module.css';

/** Words side by side, each in its own box. */
export function Chips({ words }: { words: readonly string[] }) {
  return (
    <span className={styles.chips}>
      {words.map(word => (
        <span key={word} className={styles.chip}>
          {word}
        </span>
      ))}
    </span>
  );
}
