import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { Section } from '../../parts/Section.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import styles from './Journals.module.css';
import type { FoundJournals } from './JournalsPage.tsx';

type Journal = FoundJournals['journals'][number];

const YEARS_SHOWN = 7;
/** A journal from which nothing newer is here may have gone, or changed its field. */
const OLD_AFTER_YEARS = 5;

export function JournalList({ reviewId, found }: { reviewId: string; found: FoundJournals }) {
  const [chosen, choose] = useAddress('journal');
  const { journals, accuracy } = found;
  const shown = journals.find(({ journal }) => journal === chosen) ?? journals[0];
  const newest = Math.max(...journals.map(({ lastYear }) => lastYear ?? 0));
  const years = Array.from({ length: YEARS_SHOWN }, (_, place) => newest - YEARS_SHOWN + 1 + place);
  const most = Math.max(1, ...journals.flatMap(one => one.years.map(year => year.records)));
  const knowsIncluded = journals.some(({ included }) => included !== null);
  const columns: Column<Journal>[] = [
    {
      key: 'journal',
      head: 'Journal',
      phone: 'title',
      cell: one => (
        <span className={styles.name}>
          <LinkButton onClick={() => choose(one.journal)}>{one.journal}</LinkButton>
          <span className={styles.quiet}>near yours by {one.terms.join(', ') || 'its titles'}</span>
        </span>
      ),
    },
    { key: 'near', head: 'Near records', align: 'end', width: '110px', phone: 'end', cell: one => count(one.near) },
    {
      key: 'records',
      head: 'In this review',
      align: 'end',
      width: '110px',
      phone: 'hidden',
      cell: one => count(one.records),
    },
    ...(knowsIncluded
      ? [
          {
            key: 'included',
            head: 'Included',
            align: 'end',
            width: '80px',
            phone: 'hidden',
            cell: one => count(one.included ?? 0),
          } as const satisfies Column<Journal>,
        ]
      : []),
    {
      key: 'years',
      head: `${years[0]} to ${newest}`,
      width: '120px',
      phone: 'hidden',
      cell: one => <Years journal={one} years={years} most={most} />,
    },
    {
      key: 'last',
      head: 'Last seen',
      width: '90px',
      phone: 'second',
      cell: one => <LastSeen journal={one} newest={newest} />,
    },
  ];
  return (
    <div className={styles.desk}>
      <div>
        <DataTable
          label="Journals that publish on this topic"
          columns={columns}
          rows={journals}
          rowKey={one => one.journal}
          isMarked={one => one.journal === shown?.journal}
          empty={<p className={styles.quiet}>No record here is near the question.</p>}
        />
        <p className={styles.quiet}>No impact factors: they say little about fit.</p>
        {accuracy && (
          <Section title="How good is this advice?">
            <p className={styles.text}>
              {counted(accuracy.tried, 'record')} were asked in turn where they appeared, each left out itself: its
              journal stood among the first ten for <strong>{percent(accuracy.inFirstTen)}</strong>. Chance would give{' '}
              {percent(accuracy.byChance)}.
            </p>
            <ProgressBar
              done={Math.round(accuracy.inFirstTen * 100)}
              of={100}
              label="Own journal among the first ten"
            />
          </Section>
        )}
      </div>
      {shown && (
        <aside className={styles.panel} aria-label={shown.journal}>
          <h2>{shown.journal}</h2>
          <p className={styles.quiet}>
            {counted(shown.near, 'near record')}
            {shown.lastYear ? `, ${shown.lastYear} the last` : ''}
          </p>
          <h3>The nearest to yours</h3>
          <ul>
            {shown.nearest.map(({ recordId, title, year }) => (
              <li key={recordId}>
                <Link
                  to="/reviews/$reviewId/records/$recordId"
                  params={{ reviewId, recordId }}
                  className={styles.record}
                >
                  {title}
                </Link>
                <span className={styles.quiet}>{year ?? 'no year'}</span>
              </li>
            ))}
          </ul>
          <p className={styles.links}>
            <a
              href={`https://www.ncbi.nlm.nih.gov/nlmcatalog/?term=${encodeURIComponent(`"${shown.journal}"`)}`}
              target="_blank"
              rel="noreferrer"
            >
              NLM Catalog
            </a>
            <a
              href={`https://doaj.org/search/journals?source=${encodeURIComponent(JSON.stringify({ query: { query_string: { query: shown.journal } } }))}`}
              target="_blank"
              rel="noreferrer"
            >
              Open access (DOAJ)
            </a>
          </p>
          <p className={styles.quiet}>
            Look at the journal’s own pages before you send: rules and fees aren’t in the records.
          </p>
        </aside>
      )}
    </div>
  );
}

function Years({ journal, years, most }: { journal: Journal; years: readonly number[]; most: number }) {
  const of = (year: number) => journal.years.find(one => one.year === year)?.records ?? 0;
  const words = years.map(year => `${year}: ${of(year)}`).join(', ');
  return (
    <svg className={styles.years} viewBox={`0 0 ${years.length * 14} 24`} role="img" aria-label={words}>
      <title>{words}</title>
      {years.map((year, place) => {
        const height = of(year) === 0 ? 1 : 4 + (20 * of(year)) / most;
        return <rect key={year} x={place * 14} y={24 - height} width={10} height={height} />;
      })}
    </svg>
  );
}

function LastSeen({ journal, newest }: { journal: Journal; newest: number }) {
  const { lastYear } = journal;
  if (lastYear === null) return <>–</>;
  if (newest - lastYear < OLD_AFTER_YEARS) return <>{lastYear}</>;
  return (
    <span className={styles.old}>
      <IconAlertTriangle size={16} stroke={1.75} aria-label="Nothing newer" /> {lastYear}
    </span>
  );
}

function percent(share: number): string {
  return `${Math.round(100 * share)} of 100`;
}
