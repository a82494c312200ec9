import { NumberInput, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { decimalText } from '#core/reporting/numbers';
import type { ModeratorRow } from '#core/synthesis/moderatorDesign';
import { usePhone } from '../../../parts/usePhone.ts';
import { withUnit } from '../../../words/withUnit.ts';
import { alongOf, expectedAt, type OtherModerator, type Regressed } from '../regressionData.ts';
import { rangeText, writerOf } from '../resultNumbers.ts';
import styles from './RegressionTab.module.css';

const plain = (value: number) => decimalText(value, Number.isInteger(value) ? 0 : 2).replace(',', '');

/** What the model expects of a study like this, with the interval of the mean and that of a new place. */
export function ExpectedPart({
  regressed,
  others,
  chosen,
  onChoose,
}: {
  regressed: Regressed;
  others: readonly OtherModerator[];
  chosen: ModeratorRow;
  onChoose: (id: string, value: number | string) => void;
}) {
  const isPhone = usePhone();
  const [asked, setAsked] = useState<number | null>(null);
  const along = alongOf(regressed.terms);
  const expected = useMemo(() => expectedAt(regressed, chosen, asked), [regressed, chosen, asked]);
  const { result, data } = regressed;
  const write = writerOf(result, data);
  if (!along || expected.length === 0) return null;
  return (
    <>
      <table className={styles.expected}>
        <caption>What the model expects</caption>
        <thead>
          <tr>
            <th scope="col">{along.name}</th>
            <th scope="col">Effect</th>
            <th scope="col">{result.spec.level} % CI</th>
            {!isPhone && <th scope="col">new place</th>}
          </tr>
        </thead>
        <tbody>
          {expected.map(one => (
            <tr key={String(one.at)} data-asked={one.at === asked || undefined}>
              <td>{withUnit(typeof one.at === 'number' ? plain(one.at) : one.at, along.unit)}</td>
              <td>
                <b>{write(one.estimate)}</b>
              </td>
              <td>{rangeText(one, write)}</td>
              {!isPhone && <td>{rangeText({ lower: one.predictionLower, upper: one.predictionUpper }, write)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.asked}>
        {along.kind === 'number' && (
          <NumberInput
            label={`At ${along.name.toLowerCase()}`}
            placeholder="Another value"
            value={asked ?? ''}
            hideControls
            onChange={value => setAsked(value === '' || !Number.isFinite(Number(value)) ? null : Number(value))}
          />
        )}
        {others.map(({ moderator: { id, name, unit }, levels, usual }) =>
          levels.length > 0 ? (
            <Select
              key={id}
              label={`With ${name.toLowerCase()}`}
              data={[...levels]}
              value={String(chosen[id] ?? usual)}
              allowDeselect={false}
              onChange={value => value && onChoose(id, value)}
            />
          ) : (
            <NumberInput
              key={id}
              label={`With ${name.toLowerCase()}${unit ? `, ${unit}` : ''}`}
              placeholder={plain(Number(usual))}
              description={chosen[id] === undefined ? `Empty: the mean, ${plain(Number(usual))}.` : undefined}
              value={chosen[id] ?? ''}
              hideControls
              onChange={value => onChoose(id, value === '' ? Number(usual) : Number(value))}
            />
          ),
        )}
      </div>
    </>
  );
}
