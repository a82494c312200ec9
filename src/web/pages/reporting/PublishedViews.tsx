import { Figure } from '../../parts/Figure.tsx';
import { TabPages } from '../../parts/TabPages.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { day } from '../../words/day.ts';
import styles from './Published.module.css';
import type { PublishedReview } from './PublishedPage.tsx';
import { TextTableView } from './TextTableView.tsx';

/** What a public review shows, a tab each. */
export function PublishedViews({ review }: { review: PublishedReview }) {
  const [view, setView] = useAddress('view', 'result');
  const figures = (test: (name: string) => boolean) =>
    review.figures
      .filter(({ name }) => test(name))
      .map(({ name, caption, svg }) => (
        <Figure key={name} svg={svg} caption={caption} isCaptionShown print={svg} fileName={name} />
      ));
  const tabs = [
    {
      value: 'result',
      label: 'Result',
      panel: (
        <>
          {figures(name => name.startsWith('forest-'))}
          <TextTableView table={review.findings} />
        </>
      ),
    },
    {
      value: 'question',
      label: 'Question',
      panel: (
        <dl className={styles.slots}>
          {review.slots.map(({ slot, text }) => (
            <div key={slot}>
              <dt>{slot}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ),
    },
    { value: 'flow', label: 'Flow', panel: figures(name => name === 'flow') },
    {
      value: 'studies',
      label: 'Studies',
      panel: (
        <>
          <TextTableView table={review.characteristics} />
          <h3 className={styles.head}>References</h3>
          <ol className={styles.references}>
            {review.references.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ol>
          <h3 className={styles.head}>Excluded</h3>
          <TextTableView table={review.excluded} />
        </>
      ),
    },
    { value: 'bias', label: 'Risk of bias', panel: figures(name => name.startsWith('bias')) },
    { value: 'searches', label: 'Searches', panel: <TextTableView table={review.searches} /> },
    {
      value: 'protocol',
      label: 'Protocol and changes',
      panel:
        review.deviations.length === 0 ? (
          <p>No deviation from the protocol is recorded.</p>
        ) : (
          <ul className={styles.files}>
            {review.deviations.map(({ on, what, reason }) => (
              <li key={`${on} ${what}`}>
                <span>
                  {what}: {reason || 'reason not given'}
                </span>
                <span className={styles.small}>{day(on)}</span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      value: 'people',
      label: 'Who did what',
      panel: (
        <ul className={styles.files}>
          {review.people.map(({ name, roles }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: who isn't named has no other name than the place.
            <li key={place}>
              <strong>{name ?? 'A member of the team'}</strong>
              <span>{roles.join(', ')}</span>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return <TabPages pages={tabs} shown={view} onShow={setView} className={styles.tabs} />;
}
