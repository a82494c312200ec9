import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { checkCertificate } from '#contract/credit';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import { BareLayout } from '../../layouts/BareLayout.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { day } from '../../words/day.ts';
import styles from './Certificate.module.css';

/** What a certificate says, for whoever was given its link. */
export function CertificatePage() {
  const { reviewId = '', code = '' } = useParams({ strict: false });
  const { data, error } = useQuery({
    queryKey: ['certificates', reviewId, code],
    queryFn: ({ signal }) => call(checkCertificate, { params: { reviewId, code }, signal }),
    retry: false,
  });
  if (error) {
    return (
      <BareLayout title="No certificate here">
        <Note kind="error" claim={error instanceof CallProblem ? error.message : 'The server did not answer.'} />
      </BareLayout>
    );
  }
  if (!data) {
    return (
      <BareLayout title="Certificate">
        <Loading shape="lines" />
      </BareLayout>
    );
  }
  return (
    <BareLayout
      title="Certificate of contribution"
      foot={`Issued ${day(data.issuedAt)} by this installation of Pooled from the review’s audit trail.`}
    >
      <p className={styles.name}>{data.name}</p>
      <p className={styles.review}>{data.reviewTitle}</p>
      <p className={styles.when}>
        {day(data.firstAt) === day(data.lastAt) ? day(data.firstAt) : `${day(data.firstAt)} to ${day(data.lastAt)}`}
      </p>
      <ul className={styles.lines}>
        {data.lines.map(line => (
          <li key={line.label}>
            <span>{line.label}</span>
            <span className={styles.hours}>{line.minutes > 0 && `at least ${(line.minutes / 60).toFixed(1)} h`}</span>
          </li>
        ))}
      </ul>
      <h2 className={styles.small}>Roles that the team has confirmed (CRediT)</h2>
      <p className={styles.text}>{data.roles.length === 0 ? 'None on that day.' : data.roles.join(', ')}</p>
      <p className={styles.quiet}>
        What {data.name} decided is no part of it. Hours are a lower bound: time between two deeds no more than 30
        minutes apart.
        {data.fingerprint && (
          <>
            {' '}
            Fingerprint of the audit chain: <code className={styles.code}>{data.fingerprint}</code>
          </>
        )}
      </p>
    </BareLayout>
  );
}
