import { Avatar } from '../../parts/Avatar.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { count } from '../../words/count.ts';
import { decimals, gapWords, kappaAloud, percent } from './kappaWords.ts';
import { PairAxis } from './PairAxis.tsx';
import styles from './PilotPage.module.css';
import { coefficientName, type Outcome, type Round } from './pilotQueries.ts';

type Pair = Outcome['pairs'][number];

/** The team's number in plain words, and each pair on one axis with the gate's mark. */
export function PilotAgreement({ round, outcome }: { round: Round; outcome: Outcome }) {
  const { agreement } = outcome;
  const symbol = agreement.coefficient === 'krippendorff' ? 'α' : 'κ';
  return (
    <>
      <div className={styles.agreement}>
        <div className={styles.number}>
          {agreement.value === null ? (
            <p>
              <strong>{symbol} not computable</strong>: {gapWords(agreement.because)}.
            </p>
          ) : (
            <>
              <span className={styles.big}>{decimals(agreement.value)}</span>
              <strong>{coefficientName(agreement, round.people.length)}</strong>
              {agreement.lower !== null && agreement.upper !== null && (
                <span className="muted">
                  95 % CI {decimals(agreement.lower)} to {decimals(agreement.upper)}
                </span>
              )}
              <p className="muted">
                {capital(kappaAloud(agreement.value))}: 1 is perfect, 0 is what chance gives. With {round.records}{' '}
                records the interval stays wide.
              </p>
            </>
          )}
        </div>
        <DataTable
          label="Agreement by pair"
          columns={columnsFor(round.bar)}
          rows={outcome.pairs}
          rowKey={pair => `${pair.a.personId} ${pair.b.personId}`}
        />
      </div>
      <p className={styles.aside}>
        Unsure counts as include. Includes are {count(outcome.passes)} of {count(outcome.decisions)} decisions here
        {2 * outcome.passes < outcome.decisions &&
          ', and where they are rare κ is pressed down; AC1 is less touched by that'}
        .{agreement.ac1.value !== null && ` AC1 ${decimals(agreement.ac1.value)}.`}
        {agreement.alpha.value !== null && ` Krippendorff’s α ${decimals(agreement.alpha.value)}.`}
      </p>
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function columnsFor(bar: number): readonly Column<Pair>[] {
  return [
    {
      key: 'pair',
      head: 'Pair',
      phone: 'title',
      cell: ({ a, b }) => (
        <span className={styles.pair}>
          <Avatar name={a.name} size={24} />
          <Avatar name={b.name} size={24} />
          {first(a.name)} and {first(b.name)}
        </span>
      ),
    },
    {
      key: 'raw',
      head: 'Raw',
      align: 'end',
      cell: pair => <span className={styles.oneLine}>{percent(pair.agreed / pair.records)}</span>,
    },
    {
      key: 'kappa',
      head: 'κ (95 % CI)',
      align: 'end',
      phone: 'end',
      cell: ({ kappa }) =>
        kappa.value === null ? (
          <span className="muted">not computable</span>
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
    {
      key: 'axis',
      head: `0 to 1, gate ${decimals(bar)}`,
      width: '22%',
      phone: 'below',
      cell: ({ kappa }) => <PairAxis {...kappa} bar={bar} />,
    },
    {
      key: 'pabak',
      head: 'PABAK',
      align: 'end',
      phone: 'hidden',
      cell: ({ pabak }) => (pabak.value === null ? '–' : decimals(pabak.value)),
    },
    {
      key: 'ac1',
      head: 'AC1',
      align: 'end',
      phone: 'hidden',
      cell: ({ ac1 }) => (ac1.value === null ? '–' : decimals(ac1.value)),
    },
  ];
}

function first(name: string): string {
  return name.split(' ')[0] ?? name;
}
