import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { listDeviations, withdrawAmendment } from '#contract/registration';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { day } from '../../words/day.ts';
import { AmendmentDialog } from './AmendmentDialog.tsx';
import styles from './Protocol.module.css';

export type Deviation = ReplyOf<typeof listDeviations>['deviations'][number];

/** Where the review left its protocol, with the reasons, and changes that people write down. */
export function AmendmentsSection({ reviewId }: { reviewId: string }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState<Deviation | 'new' | null>(null);
  const query = useQuery({
    queryKey: ['reviews', reviewId, 'deviations'],
    queryFn: ({ signal }) => call(listDeviations, { params: { reviewId }, signal }),
  });
  const withdraw = useMutation({
    mutationFn: (amendmentId: string) => call(withdrawAmendment, { params: { reviewId, amendmentId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] }),
  });
  if (!query.data) return null;
  const { deviations, may } = query.data;
  const missing = deviations.filter(one => one.reason === '').length;
  return (
    <Section
      title="Amendments and deviations"
      hint={missing > 0 ? `${missing} without a reason` : deviations.length === 0 ? 'none' : undefined}
      aside={
        <ActionButton size="small" because={may.amend} becauseAt="tip" onClick={() => setOpen('new')}>
          Write down a change
        </ActionButton>
      }
    >
      <ul className={styles.amendments}>
        {deviations.map(one => {
          const { amendmentId } = one;
          return (
            <li key={one.id} data-open={one.reason === '' || undefined}>
              <span className={styles.date}>{day(one.on)}</span>
              <div>
                <p>{one.what}</p>
                <p className={styles.reason}>{one.reason || 'Reason needed'}</p>
              </div>
              {may.amend === null && (
                <span className={styles.deeds}>
                  {one.isFromData && (
                    <LinkButton label={`Give the reason: ${one.what}`} onClick={() => setOpen(one)}>
                      {one.reason === '' ? 'Give the reason' : 'Change the reason'}
                    </LinkButton>
                  )}
                  {amendmentId && !one.isFromData && (
                    <LinkButton label={`Take back: ${one.what}`} onClick={() => withdraw.mutate(amendmentId)}>
                      Take back
                    </LinkButton>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {open && (
        <AmendmentDialog reviewId={reviewId} deviation={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}
