import styles from './Findings.module.css';
import { Certainty, People } from './FindingsTable.tsx';
import type { FindingsOf } from './useCertainty.ts';

/** On the phone one card an outcome. */
export function OutcomeCards({ reviewId, findings }: { reviewId: string; findings: FindingsOf }) {
  const { outcomes, intervention, comparator } = findings;
  return outcomes.map(outcome => (
    <section key={`${outcome.outcomeId} ${outcome.analysisId}`} className={styles.card}>
      <h2 className={styles.cardTitle}>{outcome.outcomeName}</h2>
      {outcome.because !== null ? (
        <p className="muted">{outcome.because}</p>
      ) : (
        <>
          <p>{outcome.words}</p>
          <Certainty reviewId={reviewId} outcome={outcome} />
          {outcome.absolute.length > 0 && (
            <table className={styles.small}>
              <thead>
                <tr>
                  <th scope="col">{comparator}</th>
                  <th scope="col">with {intervention}, per 1,000</th>
                </tr>
              </thead>
              <tbody>
                {outcome.absolute.map(line => (
                  <tr key={line.source}>
                    <td className={styles.risk}>
                      <strong>{line.control}</strong>
                      <span>{line.source}</span>
                    </td>
                    <td className={styles.risk}>
                      <strong>
                        {line.intervention} ({line.interval})
                      </strong>
                      <span>{line.difference}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <p>{outcome.relative ?? outcome.difference}</p>
          <People outcome={outcome} />
        </>
      )}
    </section>
  ));
}
