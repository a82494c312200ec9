import type { Stage } from '#core/vocabulary';
import { CallProblem } from '../../CallProblem.ts';
import { Avatar } from '../../parts/Avatar.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Section } from '../../parts/Section.tsx';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { type Agreement, useAgreement } from './conflictQueries.ts';
import { decimals, gapWords, kappaAloud, kappaWords, percent } from './kappaWords.ts';
import { PairAxis } from './PairAxis.tsx';
import styles from './TeamPage.module.css';

type Pair = Agreement['pairs'][number];

/** How far independent screeners agree, altogether and by pair. */
export function AgreementSection({ reviewId, stage }: { reviewId: string; stage: Stage }) {
  const agreement = useAgreement(reviewId, stage);
  return (
    <Section
      title="Agreement by pair"
      hint="records that exactly two decided on, before any discussion; a pilot of more has its own"
    >
      {agreement.isPending && <Loading shape="table" rows={2} />}
      {agreement.isError && (
        <p className="muted">
          {agreement.error instanceof CallProblem ? agreement.error.message : 'It can’t be shown now.'}
        </p>
      )}
      {agreement.data && (
        <>
          <p className={styles.aloud}>{sentence(agreement.data)}</p>
          {agreement.data.pairs.length > 0 && (
            <DataTable
              label="Agreement by pair"
              columns={COLUMNS}
              rows={agreement.data.pairs}
              rowKey={pair => `${pair.a.personId} ${pair.b.personId}`}
            />
          )}
        </>
      )}
    </Section>
  );
}

function sentence({ records, kappa, rawAgreement }: Agreement): string {
  if (kappa.value === null) return `${kappaWords(kappa)}.`;
  const same = rawAgreement.value === null ? '' : ` They chose the same on ${percent(rawAgreement.value)} of them.`;
  return `On ${counted(records, 'record')} that two people decided on: ${kappaWords(kappa)}, ${kappaAloud(kappa.value)}.${same}`;
}

/** On the phone, where the column's head is gone, a number brings its word. */
function WithWord({ value, word }: { value: number; word: string }) {
  return (
    <>
      {count(value)}
      <span className={styles.phoneWord}> {word}</span>
    </>
  );
}

const COLUMNS: readonly Column<Pair>[] = [
  {
    key: 'pair',
    head: 'Pair',
    phone: 'title',
    cell: ({ a, b }) => (
      <span className={styles.person}>
        <Avatar name={a.name} size={24} />
        <Avatar name={b.name} size={24} />
        {a.name} and {b.name}
      </span>
    ),
  },
  { key: 'records', head: 'Records', align: 'end', cell: pair => <WithWord value={pair.records} word="records" /> },
  {
    key: 'differ',
    head: 'Differ',
    align: 'end',
    cell: pair => <WithWord value={pair.records - pair.agreed} word="differ" />,
  },
  {
    key: 'raw',
    head: 'Same',
    align: 'end',
    phone: 'hidden',
    cell: pair => (pair.records > 0 ? percent(pair.agreed / pair.records) : '–'),
  },
  {
    key: 'kappa',
    head: 'κ (95 % CI)',
    align: 'end',
    phone: 'end',
    cell: ({ kappa }) =>
      kappa.value === null ? (
        <span className="muted">not computable: {gapWords(kappa.because)}</span>
      ) : (
        <>
          {decimals(kappa.value)}{' '}
          {kappa.lower !== null && kappa.upper !== null && (
            <span className="muted">
              ({decimals(kappa.lower)} to {decimals(kappa.upper)})
            </span>
          )}
        </>
      ),
  },
  { key: 'axis', head: '0 to 1', width: '18%', phone: 'below', cell: ({ kappa }) => <PairAxis {...kappa} /> },
];
