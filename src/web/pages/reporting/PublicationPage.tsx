import { Switch, Textarea, TextInput } from '@mantine/core';
import { IconCheck, IconExternalLink, IconEyeOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { agreeToBeNamed, getPublication, publishReview, withdrawPublication } from '#contract/publication';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { CopyLink } from '../../parts/CopyLink.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { day } from '../../words/day.ts';
import styles from './Manuscript.module.css';
import { ReportTabs } from './ReportTabs.tsx';

/** Make a finished review public, and take it back; each person says for themselves whether they are named. */
export function PublicationPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const queries = useQueryClient();
  const [doi, setDoi] = useState<string | null>(null);
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const query = useQuery({
    queryKey: ['reviews', reviewId, 'publication'],
    queryFn: ({ signal }) => call(getPublication, { params: { reviewId }, signal }),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
  const publish = useMutation({
    mutationFn: (given: string) => call(publishReview, { params: { reviewId }, body: { doi: given } }),
    onSuccess: refresh,
  });
  const name = useMutation({
    mutationFn: (isNamed: boolean) => call(agreeToBeNamed, { params: { reviewId }, body: { isNamed } }),
    onSuccess: refresh,
  });
  const errors = useFieldErrors(publish.error, ['doi']);
  if (query.isPending) return <Loading shape="table" />;
  if (query.isError)
    return <ErrorNote problem={query.error} safe="Nothing was changed." onRetry={() => void query.refetch()} />;
  const { publication, address, isNamed, members, may } = query.data;
  const isPublic = publication !== null && publication.withdrawnAt === null;
  const given = doi ?? publication?.doi ?? '';
  return (
    <>
      <ReportTabs reviewId={reviewId} />
      <PageHead
        title="Public page"
        line={
          isPublic
            ? `Version ${publication.version} is public since ${day(publication.publishedAt)}`
            : publication?.withdrawnAt
              ? `Withdrawn on ${day(publication.withdrawnAt)}`
              : 'Nobody outside the team can read this review'
        }
        actions={
          isPublic && (
            <ActionButton icon={<IconExternalLink stroke={1.75} />} href={`/published/${reviewId}`}>
              Look at it
            </ActionButton>
          )
        }
      />
      {publication?.withdrawnAt && (
        <Note kind="warn" claim="Withdrawn.">
          {publication.withdrawnBecause}
        </Note>
      )}
      {isPublic && (
        <p>
          {address} <CopyLink text={address}>Copy the address</CopyLink>
        </p>
      )}
      <Section title="Your name">
        <Switch
          label="The public page may name me, with what I did"
          checked={isNamed}
          disabled={name.isPending}
          onChange={event => name.mutate(event.currentTarget.checked)}
        />
        <ul className={styles.legend}>
          {members.map(member => (
            <li key={member.name}>
              {member.isNamed ? <IconCheck size={14} stroke={1.75} /> : <IconEyeOff size={14} stroke={1.75} />}{' '}
              {member.name}: {member.isNamed ? 'named' : 'not named'}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={isPublic ? 'Publish the next version' : 'Publish'}>
        <form
          ref={errors.form}
          className={styles.form}
          onSubmit={event => {
            event.preventDefault();
            publish.mutate(given.trim());
          }}
        >
          <p>
            A copy of the review as it is now: question, flow, included studies, results, searches, who did what, and
            the fingerprint of the audit chain, with data and scripts to take along. No decision of a single person, no
            discussion and no address is in it.
          </p>
          <FormProblem problem={publish.error} errors={errors} />
          <TextInput
            name="doi"
            label="DOI"
            description="Where the review has one, such as 10.5555/example"
            maw={320}
            value={given}
            error={errors.of('doi')}
            onChange={event => setDoi(event.currentTarget.value)}
          />
          <div className={styles.buttons} style={{ justifyContent: 'flex-start' }}>
            <ActionButton kind="primary" type="submit" because={may.publish} isWorking={publish.isPending}>
              {isPublic ? 'Publish the next version' : 'Publish the review'}
            </ActionButton>
            {isPublic && (
              <ActionButton because={may.publish} onClick={() => setIsWithdrawing(true)}>
                Withdraw it
              </ActionButton>
            )}
          </div>
        </form>
      </Section>
      {isWithdrawing && <WithdrawDialog reviewId={reviewId} onClose={() => setIsWithdrawing(false)} />}
    </>
  );
}

function WithdrawDialog({ reviewId, onClose }: { reviewId: string; onClose: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => call(withdrawPublication, { params: { reviewId }, body: { reason } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      onClose();
    },
  });
  const errors = useFieldErrors(withdraw.error, ['reason']);
  return (
    <Dialog title="Withdraw the public page?" onClose={onClose}>
      <div className={styles.form}>
        <FormProblem problem={withdraw.error} errors={errors} />
        <Textarea
          name="reason"
          label="Why"
          description="The page stays with this reason and the date; its data are no longer given out."
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          error={errors.of('reason')}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton
            kind="danger"
            because={reason.trim() === '' ? 'Write why first.' : null}
            isWorking={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            Withdraw it
          </ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
