import styles from './Avatar.module.css';
import { Avatar } from './Avatar.tsx';

/** The people of a team, overlapping; their names are read out. */
export function AvatarRow({ names, size = 30, most = 6 }: { names: readonly string[]; size?: number; most?: number }) {
  const shown = names.slice(0, most);
  const more = names.length - shown.length;
  return (
    <span className={styles.row} role="img" aria-label={names.join(', ')}>
      {shown.map(name => (
        <Avatar key={name} name={name} size={size} />
      ))}
      {more > 0 && <Avatar name={`+ ${more}`} size={size} />}
    </span>
  );
}
