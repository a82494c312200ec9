import styles from './FactList.module.css';

export interface Fact {
  readonly name: string;
  /** Null where nothing was said: the fact is then left out. */
  readonly value: string | null;
}

/** What a post says in a few words each: pay, place, months … in two columns. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const said = facts.filter(fact => fact.value !== null);
  if (said.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {said.map(fact => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
