import { IconCircleCheck } from '@tabler/icons-react';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import type { JobStanding } from '../../queries/useJob.ts';
import { count } from '../../words/count.ts';
import styles from './DateSlices.module.css';

/** A search that PubMed hands out in parts, each with its bar, and the sum that shows that nothing is lost at the seams. */
export function DateSlices({ slices }: { slices: JobStanding['slices'] }) {
  if (slices.length < 2) return null;
  const total = slices.reduce((sum, slice) => sum + slice.count, 0);
  const shown = joined(slices);
  const next = shown.findIndex(slice => slice.done < slice.count);
  return (
    <section aria-label="Parts of the search by date">
      <ol className={styles.slices}>
        {shown.map(({ from, to, count: all, done }, place) => (
          <li key={from} className={styles.slice}>
            <p className={styles.head}>
              <strong>{daysOf(from, to)}</strong>
              <span className="muted">{`${count(done)} of ${count(all)}`}</span>
            </p>
            <ProgressBar done={done} of={all} label={daysOf(from, to)} />
            <p className={styles.state}>
              {done === all ? (
                <>
                  <IconCircleCheck size={14} stroke={1.75} aria-hidden="true" /> fetched
                </>
              ) : place === next ? (
                'fetching'
              ) : (
                'waits'
              )}
            </p>
          </li>
        ))}
      </ol>
      <p className={styles.sum}>
        {`PubMed hands out at most 9,999 records a search, so Pooled cut yours by date into ${count(slices.length)} parts. Nothing is lost at the seams: ${shown
          .map(slice => count(slice.count))
          .join(' + ')} = ${count(total)}.`}
      </p>
    </section>
  );
}

const MOST_SHOWN = 6;

/** Neighbours in time as one bar, where there are more slices than anybody reads. */
function joined(slices: JobStanding['slices']): JobStanding['slices'] {
  const size = Math.ceil(slices.length / MOST_SHOWN);
  return slices.flatMap((first, place) => {
    if (place % size !== 0) return [];
    const some = slices.slice(place, place + size);
    const sum = (amount: (slice: (typeof some)[number]) => number) => some.reduce((all, one) => all + amount(one), 0);
    return [
      { from: first.from, to: some.at(-1)?.to ?? first.to, count: sum(one => one.count), done: sum(one => one.done) },
    ];
  });
}

/** The years where they say enough, else the days. PubMed's own beginning is no date that anybody looks for. */
function daysOf(from: string, to: string): string {
  const isFirst = from.startsWith('1800');
  const isWholeYears = from.endsWith('/01/01') && to.endsWith('/12/31');
  const shown = (day: string) => (isWholeYears ? day.slice(0, 4) : day.replaceAll('/', '-'));
  return isFirst ? `to ${shown(to)}` : from === to ? shown(from) : `${shown(from)} to ${shown(to)}`;
}
