import { Link } from '@tanstack/react-router';
import { CERTAINTY_WORDS } from '#core/certainty/grading';
import { Badge } from '../../parts/Badge.tsx';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { CertaintyCircles } from './CertaintyCircles.tsx';
import styles from './Findings.module.css';
import type { FindingsOf } from './useCertainty.ts';

type Outcome = FindingsOf['outcomes'][number];

/** One block of lines an outcome: each risk without treatment has a line of its own. */
export function FindingsTable({ reviewId, findings }: { reviewId: string; findings: FindingsOf }) {
  const { outcomes, intervention, comparator } = findings;
  return (
    <table className={styles.table} aria-label="Summary of findings">
      <thead>
        <tr>
          <th rowSpan={2} scope="col">
            Outcome
          </th>
          <th colSpan={2} scope="colgroup" className={styles.group}>
            People with the outcome, per 1,000
          </th>
          <th rowSpan={2} scope="col">
            Relative effect
            <br />
            95 % CI
          </th>
          <th rowSpan={2} scope="col">
            People
          </th>
          <th rowSpan={2} scope="col">
            Certainty
          </th>
          <th rowSpan={2} scope="col">
            In plain words
          </th>
        </tr>
        <tr>
          <th scope="col">{comparator}</th>
          <th scope="col">with {intervention} (95 % CI)</th>
        </tr>
      </thead>
      {outcomes.map(outcome => (
        <tbody key={`${outcome.outcomeId} ${outcome.analysisId}`}>
          <OutcomeLines reviewId={reviewId} outcome={outcome} />
        </tbody>
      ))}
    </table>
  );
}

function OutcomeLines({ reviewId, outcome }: { reviewId: string; outcome: Outcome }) {
  const { absolute, because } = outcome;
  const lines = Math.max(1, absolute.length);
  const [first] = absolute;
  const span = { rowSpan: lines };
  return (
    <>
      <tr>
        <td {...span} className={styles.outcome}>
          <strong>{outcome.outcomeName}</strong>
          {(outcome.remark || outcome.analysisName) && <span>{outcome.remark || outcome.analysisName}</span>}
        </td>
        {because !== null ? (
          <td colSpan={3} className="muted">
            {because}
          </td>
        ) : first ? (
          <>
            <Risks line={first} />
            <Relative outcome={outcome} span={lines} />
          </>
        ) : (
          <>
            <td colSpan={2}>
              {outcome.difference ?? <span className="muted">no absolute effect for this measure</span>}
            </td>
            <Relative outcome={outcome} span={lines} />
          </>
        )}
        <td {...span}>
          <People outcome={outcome} />
        </td>
        <td {...span}>
          <Certainty reviewId={reviewId} outcome={outcome} />
        </td>
        <td {...span}>{outcome.words}</td>
      </tr>
      {absolute.slice(1).map(line => (
        <tr key={line.source}>
          <Risks line={line} />
        </tr>
      ))}
    </>
  );
}

function Risks({ line }: { line: Outcome['absolute'][number] }) {
  return (
    <>
      <td className={styles.risk}>
        <strong>{line.control}</strong>
        <span>{line.source}</span>
      </td>
      <td className={styles.risk}>
        <strong>
          {line.intervention} <span className={styles.interval}>({line.interval})</span>
        </strong>
        <span>
          {line.difference}
          {line.isClipped ? ', cut at 0 or 1,000' : ''}
        </span>
      </td>
    </>
  );
}

function Relative({ outcome, span }: { outcome: Outcome; span: number }) {
  const [, estimate = '', interval = ''] = /^(.*?) \((.*)\)$/.exec(outcome.relative ?? '') ?? [];
  return (
    <td rowSpan={span} className={styles.risk}>
      {outcome.relative === null ? (
        '–'
      ) : (
        <>
          <strong>{estimate}</strong>
          <span>{interval}</span>
        </>
      )}
    </td>
  );
}

export function People({ outcome }: { outcome: Outcome }) {
  if (outcome.because !== null) return '–';
  return (
    <span className={styles.risk}>
      <strong>{outcome.people === null ? 'not known' : count(outcome.people)}</strong>
      <span>{counted(outcome.studies, 'study', 'studies')}</span>
    </span>
  );
}

export function Certainty({ reviewId, outcome }: { reviewId: string; outcome: Outcome }) {
  const { analysisId, certainty, letters, stale, isAgreed } = outcome;
  if (analysisId === null || outcome.because !== null) return <span className="muted">no evidence</span>;
  const link = (words: string) => (
    <Link to="/reviews/$reviewId/certainty" params={{ reviewId }} search={{ analysis: analysisId }}>
      {words}
    </Link>
  );
  if (certainty === null) return link('Grade it');
  return (
    <span className={styles.certainty}>
      <CertaintyCircles level={certainty} />
      <span>
        {link(CERTAINTY_WORDS[certainty])}
        {letters.length > 0 && <sup> {letters.join(', ')}</sup>}
      </span>
      {stale.length > 0 ? (
        <Badge kind="warn">out of date</Badge>
      ) : (
        !isAgreed && <Badge kind="neutral">not agreed</Badge>
      )}
    </span>
  );
}
