import { Badge } from '../../../parts/Badge.tsx';
import { LinkButton } from '../../../parts/LinkButton.tsx';
import { Note } from '../../../parts/Note.tsx';
import { usePhone } from '../../../parts/usePhone.ts';
import styles from './Characteristics.module.css';
import type { Characteristic, CharacteristicList } from './characteristic.ts';
import { useCharacteristicDeeds } from './useCharacteristicDeeds.ts';
import { ValueField } from './ValueField.tsx';

/** Studies down, characteristics across; each value is saved on leaving its field. */
export function CharacteristicTable({
  reviewId,
  list,
  onOpen,
}: {
  reviewId: string;
  list: CharacteristicList;
  onOpen: (characteristic: Characteristic) => void;
}) {
  const { record } = useCharacteristicDeeds(reviewId);
  const isPhone = usePhone();
  const values = new Map(
    list.values.map(({ characteristicId, studyId, value }) => [`${characteristicId} ${studyId}`, value] as const),
  );
  const known = ({ characteristicId }: Characteristic) =>
    list.studies.filter(({ studyId }) => values.has(`${characteristicId} ${studyId}`)).length;
  const suggestions = ({ characteristicId }: Characteristic) => [
    ...new Set(list.values.filter(one => one.characteristicId === characteristicId).map(one => String(one.value))),
  ];
  if (list.studies.length === 0) {
    return <Note kind="info">There are no studies yet. They are added in Extraction.</Note>;
  }
  return (
    <div className={styles.scroll}>
      {record.error && <Note kind="error" claim={record.error.message} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Study</th>
            {list.characteristics.map(one => (
              <th key={one.characteristicId} scope="col">
                <span className={styles.head}>
                  <LinkButton onClick={() => onOpen(one)} label={`Change ${one.name}`}>
                    {one.name}
                    {one.unit && `, ${one.unit}`}
                  </LinkButton>
                  <span>
                    {known(one)} of {list.studies.length} known{' '}
                    {one.isPlanned ? <Badge kind="fact">protocol</Badge> : <Badge kind="info">exploratory</Badge>}
                  </span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.studies.map(({ studyId, label }) => (
            <tr key={studyId}>
              <td>{isPhone ? <b>{label}</b> : label}</td>
              {list.characteristics.map(one => (
                <td key={one.characteristicId}>
                  <ValueField
                    label={`${one.name} of ${label}`}
                    shownLabel={isPhone ? one.name : null}
                    kind={one.kind}
                    value={values.get(`${one.characteristicId} ${studyId}`) ?? null}
                    suggestions={one.kind === 'category' ? suggestions(one) : []}
                    isReadOnly={list.may.change !== null}
                    onSave={value => record.mutate({ characteristicId: one.characteristicId, studyId, value })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
