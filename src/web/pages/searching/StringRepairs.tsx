import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { runPubmedSearch } from '#contract/searching';
import { checkQuery } from '#core/protocol/checkQuery';
import type { QueryProblem } from '#core/protocol/queryTree';
import { call } from '../../call.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Section } from '../../parts/Section.tsx';
import { ProblemLines } from '../protocol/ProblemLines.tsx';
import styles from './ImportRun.module.css';

/** What is wrong with a string that was run, by place; a repair searches again at once, as an entry of its own. */
export function StringRepairs({
  reviewId,
  query,
  because,
}: {
  reviewId: string;
  query: string;
  because: string | null;
}) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { problems } = checkQuery(query);
  const running = useMutation({
    mutationFn: (repaired: string) => call(runPubmedSearch, { params: { reviewId }, body: { query: repaired } }),
    onSuccess: async ({ importId }) => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      await navigate({ to: '/reviews/$reviewId/search/$importId', params: { reviewId, importId } });
    },
  });
  const repair = ({ start, end, repair: written }: QueryProblem) => {
    if (!running.isPending) running.mutate(query.slice(0, start) + (written ?? '') + query.slice(end));
  };
  const shown = problems.filter(problem => problem.severity !== 'note');
  if (shown.length === 0) return null;
  return (
    <Section title="Mistakes in the string" hint="a repair searches again; this search stays in the list">
      <ProblemLines problems={shown} text={query} onRepair={because === null ? repair : null} />
      {running.error && <ErrorNote problem={running.error} />}
      <p className={styles.hint}>
        The question keeps its string.{' '}
        <Link to="/reviews/$reviewId/question" params={{ reviewId }}>
          Repair it in the question too
        </Link>
      </p>
    </Section>
  );
}
