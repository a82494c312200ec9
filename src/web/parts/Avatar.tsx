import styles from './Avatar.module.css';

const TINTS = 5;

/** Initials on one of five muted tints. The tint follows the name, so that it stays; it means nothing. */
export function Avatar({ name, size = 26 }: { name: string; size?: number }) {
  const place = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return (
    <span
      className={styles.avatar}
      data-tint={(place % TINTS) + 1}
      style={{ width: size, height: size, fontSize: size * 0.38 }}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
