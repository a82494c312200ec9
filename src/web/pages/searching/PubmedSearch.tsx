import { IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { getQuestion } from '#contract/protocol';
import { countPubmed, runPubmedSearch } from '#contract/searching';
import { checkQuery } from '#core/protocol/checkQuery';
import type { QueryProblem } from '#core/protocol/queryTree';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Note } from '../../parts/Note.tsx';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { ProblemLines } from '../protocol/ProblemLines.tsx';
import styles from './WayCard.module.css';

/** A kept string that is broken says so before anybody searches with it; notes stand with the question. */
function isMistake({ severity }: QueryProblem): boolean {
  return severity !== 'note';
}

/** The question's string: counted first, with PubMed's own reading of it, then fetched as a job. */
export function PubmedSearch({
  reviewId,
  because,
  isFirst,
}: {
  reviewId: string;
  because: string | null;
  isFirst: boolean;
}) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: question, error } = useQuery({
    queryKey: ['reviews', reviewId, 'question'],
    queryFn: ({ signal }) => call(getQuestion, { params: { reviewId }, signal }),
  });
  const query = question?.current?.searchString ?? '';
  const counting = useMutation({
    mutationFn: () => call(countPubmed, { params: { reviewId }, body: { query } }),
  });
  const running = useMutation({
    mutationFn: () => call(runPubmedSearch, { params: { reviewId }, body: { query } }),
    onSuccess: async ({ importId }) => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      await navigate({ to: '/reviews/$reviewId/search/$importId', params: { reviewId, importId } });
    },
  });
  const found = counting.data;
  const whyNot = because ?? (question && query === '' ? 'The question has no search string yet.' : null);
  return (
    <section className={styles.card} aria-label="Search PubMed">
      <h2 className={styles.title}>
        <IconSearch size={18} stroke={1.75} aria-hidden="true" /> Search PubMed
      </h2>
      {error && <ErrorNote problem={error} />}
      <p className={styles.line}>
        {query === ''
          ? 'The search string comes from the question.'
          : `The string of version ${question?.current?.version}.`}{' '}
        <Link to="/reviews/$reviewId/question" params={{ reviewId }}>
          {query === '' ? 'Write the question' : 'Change it in the question'}
        </Link>
      </p>
      {query !== '' && <pre className={styles.string}>{query}</pre>}
      <ProblemLines problems={checkQuery(query).problems.filter(isMistake)} text={query} onRepair={null} />
      {found && (
        <div className={styles.found}>
          <p role="status">
            <strong className={styles.figure}>{count(found.count)}</strong> {found.count === 1 ? 'record' : 'records'}{' '}
            found now
          </p>
          {found.warnings.map(warning => (
            <Note key={warning} kind="warn">
              {warning}
            </Note>
          ))}
          <details>
            <summary>How PubMed read it</summary>
            <pre className={styles.string}>{found.queryTranslation || 'PubMed gave no translation.'}</pre>
          </details>
        </div>
      )}
      {counting.error && (
        <ErrorNote problem={counting.error} safe="Nothing was changed." onRetry={() => counting.mutate()} />
      )}
      {running.error && <ErrorNote problem={running.error} />}
      <div className={styles.foot}>
        {found && found.count > 0 ? (
          <>
            <ActionButton
              kind="primary"
              because={whyNot}
              isWorking={running.isPending}
              onClick={() => running.mutate()}
            >
              {`Fetch ${counted(found.count, 'record')}`}
            </ActionButton>
            <span className="muted">You may close the page meanwhile.</span>
          </>
        ) : (
          <ActionButton
            kind={isFirst ? 'primary' : 'secondary'}
            because={whyNot}
            isWorking={counting.isPending}
            onClick={() => counting.mutate()}
          >
            Count in PubMed first
          </ActionButton>
        )}
      </div>
    </section>
  );
}
