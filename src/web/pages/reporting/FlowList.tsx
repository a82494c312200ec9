import { Link } from '@tanstack/react-router';
import type { ReplyOf } from '#contract/endpoint';
import type { getFlow } from '#contract/reporting';
import { count } from '../../words/count.ts';
import styles from './FlowList.module.css';

type Boxes = ReplyOf<typeof getFlow>['boxes'];

/** Heads of the list, above the first box that stands under them. */
const HEADS: Readonly<Record<string, string>> = {
  previous: 'Earlier version',
  identified: 'Databases and registers',
  'other-identified': 'Other methods',
  included: 'Included',
};

/** The flow diagram as a list: the same boxes one below the other, for a phone. */
export function FlowList({ boxes, footnotes }: { boxes: Boxes; footnotes: readonly string[] }) {
  return (
    <div className={styles.list}>
      {boxes.map(box => (
        <div key={box.id}>
          {HEADS[box.id] && <h2 className={styles.head}>{HEADS[box.id]}</h2>}
          <ul className={styles.box} data-aside={/excluded|removed|not-retrieved/.test(box.id) || undefined}>
            {box.lines.map(({ text, isDetail, n, address }) => (
              <li key={text} data-detail={isDetail || undefined}>
                <span>{text.replace(/:$/, '')}</span>
                {n !== null &&
                  (address ? (
                    <Link to={address.split('?')[0] ?? ''} search={queryOf(address)} className={styles.number}>
                      {count(n)}
                    </Link>
                  ) : (
                    <span className={styles.number}>{count(n)}</span>
                  ))}
              </li>
            ))}
            {box.waiting > 0 && <li className={styles.waiting}>in progress ({count(box.waiting)} left)</li>}
          </ul>
        </div>
      ))}
      {footnotes.map(text => (
        <p key={text} className={styles.note}>
          {text}
        </p>
      ))}
    </div>
  );
}

function queryOf(address: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? ''));
}
