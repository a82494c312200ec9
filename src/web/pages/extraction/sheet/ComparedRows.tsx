import { Radio } from '@mantine/core';
import { LinkButton } from '../../../parts/LinkButton.tsx';
import { comparedPlace } from '../reading/reading.ts';
import styles from './CompareTab.module.css';
import { FoundAt } from './FoundAt.tsx';
import type { Sheet } from './sheet.ts';

type Comparison = NonNullable<Sheet['comparison']>;
type Place = Comparison['places'][number];

/** Rows of what was asked, with what each wrote; where one may settle, with a choice. */
export function ComparedRows({
  people,
  places,
  picked,
  onPick,
  onPickAll,
}: {
  people: Comparison['people'];
  places: readonly Place[];
  /** Whose version stands; null: neither; undefined: not decided. */
  picked: (place: Place) => string | null | undefined;
  onPick: ((key: string, personId: string | null) => void) | null;
  onPickAll: ((personId: string) => void) | null;
}) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Asked</th>
          {people.map(person => (
            <th key={person.personId} scope="col">
              {person.name}
              {onPickAll && places.length > 1 && (
                <LinkButton onClick={() => onPickAll(person.personId)} label={`Take all of ${person.name}`}>
                  Take all
                </LinkButton>
              )}
            </th>
          ))}
          {onPick && (
            <th scope="col" className={styles.neither}>
              Neither
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {places.map(place => {
          const name = place.arm === '' ? place.label : `${place.label}, ${place.arm}`;
          const chosen = picked(place);
          return (
            <tr key={place.key}>
              <th scope="row">
                {place.label}
                {place.arm !== '' && <span className={styles.arm}>{place.arm}</span>}
              </th>
              {people.map((person, column) => {
                const text = place.texts[column] ?? null;
                const words = text ?? 'left empty';
                return (
                  <td key={person.personId} data-chosen={chosen === person.personId || undefined}>
                    {onPick ? (
                      <Radio
                        name={place.key}
                        aria-label={`${name}: ${words}, ${person.name}`}
                        label={
                          <span className={text === null ? 'muted' : undefined}>
                            <span className={styles.who}>{person.name}: </span>
                            {words}
                          </span>
                        }
                        checked={chosen === person.personId}
                        onChange={() => onPick(place.key, person.personId)}
                      />
                    ) : (
                      <span className={text === null ? 'muted' : undefined}>
                        <span className={styles.who}>{person.name}: </span>
                        {words}
                        {chosen === person.personId && <span className={styles.taken}> taken</span>}
                      </span>
                    )}
                    {text !== null && (
                      <FoundAt
                        found={place.found[column]}
                        place={comparedPlace(place.key, person.personId)}
                        whose={`${name} of ${person.name}`}
                      />
                    )}
                  </td>
                );
              })}
              {onPick && (
                <td className={styles.neither} data-chosen={chosen === null || undefined}>
                  <Radio
                    name={place.key}
                    aria-label={`${name}: neither, leave it empty`}
                    label={<span className="muted">leave empty</span>}
                    checked={chosen === null}
                    onChange={() => onPick(place.key, null)}
                  />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
