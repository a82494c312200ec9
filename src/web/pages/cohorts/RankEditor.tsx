import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { IconButton } from '../../parts/IconButton.tsx';
import styles from './Cohort.module.css';

export interface Rankable {
  readonly id: string;
  readonly name: string;
  readonly line: string;
}

/** A list that one orders by hand, most wanted first, by buttons that a keyboard and a thumb reach alike. */
export function RankEditor({
  all,
  choices,
  onChange,
  label,
}: {
  all: readonly Rankable[];
  choices: readonly string[];
  onChange: (choices: readonly string[]) => void;
  label: string;
}) {
  const chosen = choices.flatMap(id => all.find(one => one.id === id) ?? []);
  const others = all.filter(one => !choices.includes(one.id));
  const swap = (place: number, other: number) => {
    const next = [...choices];
    const [a, b] = [next[place], next[other]];
    if (a === undefined || b === undefined) return;
    next[place] = b;
    next[other] = a;
    onChange(next);
  };
  return (
    <section className={styles.ranks} aria-label={label}>
      <ol>
        {chosen.map((one, place) => (
          <li key={one.id} className={styles.rank}>
            <span className={styles.place}>{place + 1}</span>
            <span className={styles.rankWords}>
              <span className={styles.name}>{one.name}</span>
              <span className={styles.second}>{one.line}</span>
            </span>
            <IconButton
              label={`Move ${one.name} up`}
              icon={<IconArrowUp size={18} stroke={1.75} />}
              onClick={() => swap(place, place - 1)}
            />
            <IconButton
              label={`Move ${one.name} down`}
              icon={<IconArrowDown size={18} stroke={1.75} />}
              onClick={() => swap(place, place + 1)}
            />
            <IconButton
              label={`Take ${one.name} off the list`}
              icon={<IconX size={18} stroke={1.75} />}
              onClick={() => onChange(choices.filter(id => id !== one.id))}
            />
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <ul>
          {others.map(one => (
            <li key={one.id} className={styles.rank}>
              <span className={styles.place}>–</span>
              <span className={styles.rankWords}>
                <span>{one.name}</span>
                <span className={styles.second}>{one.line}</span>
              </span>
              <IconButton
                label={`Rank ${one.name} next`}
                icon={<IconPlus size={18} stroke={1.75} />}
                onClick={() => onChange([...choices, one.id])}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
