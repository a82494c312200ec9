import { Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sharePassportPage } from '#contract/practice';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import { usePassport } from '../screening/practiceQueries.ts';
import { ResultShares } from '../screening/ResultShares.tsx';
import styles from './Profile.module.css';

/** What I showed in practice sets. It is mine: each result is private until I share it. */
export function PassportSection() {
  const passport = usePassport();
  const queries = useQueryClient();
  const share = useMutation({
    mutationFn: ({ practiceSetId, isShared }: { practiceSetId: string; isShared: boolean }) =>
      call(sharePassportPage, { params: { practiceSetId }, body: { isShared } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['practice'] }),
  });
  if (passport.isError) return <ErrorNote problem={passport.error} onRetry={() => void passport.refetch()} />;
  const pages = passport.data?.pages ?? [];
  return (
    <div id="passport" className={styles.passport}>
      <Section
        title="Skill passport"
        hint="what you showed in practice sets"
        aside={
          <ActionButton size="small" to="/practice">
            Practice sets
          </ActionButton>
        }
      >
        {pages.length === 0 && (
          <p className="muted">
            Nothing yet. A practice set takes about half an hour and tells you, and only you, how much you would keep
            and leave. Leads ask for it before they give a seat to somebody new.
          </p>
        )}
        {share.isError && <ErrorNote problem={share.error} />}
        {pages.map(page => (
          <article key={page.practiceSetId} className={styles.passportPage}>
            <p>
              <strong>{page.name}</strong> <span className="muted">· {day(page.finishedAt)}</span>
            </p>
            <ResultShares result={page.result} />
            <Switch
              label="Show it on my profile"
              description={
                page.forReview
                  ? `The leads of ${page.forReview} see it in any case: it was made for their team.`
                  : 'Off: nobody sees it.'
              }
              checked={page.isShared}
              onChange={event =>
                share.mutate({ practiceSetId: page.practiceSetId, isShared: event.currentTarget.checked })
              }
            />
          </article>
        ))}
      </Section>
    </div>
  );
}
