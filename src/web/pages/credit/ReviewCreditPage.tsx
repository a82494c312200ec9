import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { toast } from '../../parts/toast.ts';
import styles from './Credit.module.css';
import { contributionsOf } from './contributions.ts';
import { Ledger } from './Ledger.tsx';

/** Who did what in a review, counted from its log, and the sentence that follows for the paper. */
export function ReviewCreditPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(contributionsOf(reviewId));
  if (error && !data) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { statement } = data;
  return (
    <>
      <PageHead title="Who did what" line="Counted from the log. What anybody chose is no part of it." />
      <p className={styles.caveat}>{data.caveat}</p>
      {data.people.map(person => (
        <Section key={person.personId} title={person.name}>
          <Ledger person={person} />
        </Section>
      ))}
      {statement !== '' && (
        <Section
          title="Contributions statement"
          hint="a proposal by CRediT; people claim their roles and the team confirms them"
          aside={
            <ActionButton
              size="small"
              onClick={() =>
                void navigator.clipboard.writeText(statement).then(() => toast({ text: 'Statement copied' }))
              }
            >
              Copy the statement
            </ActionButton>
          }
        >
          <p className={styles.statement}>{statement}</p>
        </Section>
      )}
    </>
  );
}
