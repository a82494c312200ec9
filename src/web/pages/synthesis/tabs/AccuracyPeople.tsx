import { NumberInput } from '@mantine/core';
import { accuracyInPeople } from '#core/reporting/accuracyInPeople';
import { countText, decimalText } from '#core/reporting/numbers';
import type { AccuracyAnalysis } from '#core/synthesis/diagnostic/accuracyAnalysis';
import { useAddress } from '../../../parts/useAddress.ts';
import styles from './OwnModel.module.css';

const PEOPLE = 1000;

/** The four cells of a test in 1,000 people, by a share with the condition that a person chooses. */
export function AccuracyPeople({ analysis }: { analysis: AccuracyAnalysis }) {
  const { studies } = analysis;
  const diseased = studies.reduce((sum, { table }) => sum + table.tp + table.fn, 0);
  const usual = Math.round((100 * diseased) / Math.max(1, analysis.people));
  const [word, setWord] = useAddress('of100', String(usual));
  const read = Number(word);
  const percent = Number.isFinite(read) && read >= 0 && read <= 100 ? read : usual;
  const { found, missed, falseAlarms, cleared, ...more } = accuracyInPeople(analysis.summary, percent / 100, PEOPLE);
  const share = (value: number | null) => (value === null ? 'nobody' : `${decimalText(value * 100, 0)} of 100`);
  return (
    <div className={styles.people}>
      <NumberInput
        label="Have the condition, of 100"
        description={`In these studies it was ${usual}.`}
        min={0}
        max={100}
        maw={220}
        value={percent}
        onChange={next => setWord(String(next === '' ? usual : next))}
      />
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">With the condition ({countText(more.diseased)})</th>
            <th scope="col">Without it ({countText(more.healthy)})</th>
            <th scope="col">The test is right for</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Test positive</th>
            <td>
              <b>{countText(found)}</b> found
            </td>
            <td>
              <b>{countText(falseAlarms)}</b> false alarms
            </td>
            <td>{share(more.positivePredictiveValue)}</td>
          </tr>
          <tr>
            <th scope="row">Test negative</th>
            <td>
              <b>{countText(missed)}</b> missed
            </td>
            <td>
              <b>{countText(cleared)}</b> cleared
            </td>
            <td>{share(more.negativePredictiveValue)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
