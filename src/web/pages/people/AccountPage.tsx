import { IconDownload, IconPackage } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { downloadAccountExport } from '#contract/account';
import { addressOf } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { isOver } from '../../queries/useJob.ts';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { since } from '../../words/since.ts';
import styles from './Account.module.css';
import { type Account, useAccount, useGather, useRemoveArchive } from './useAccount.ts';

const DeleteAccountDialog = lazy(() =>
  import('./DeleteAccountDialog.tsx').then(module => ({ default: module.DeleteAccountDialog })),
);

/** What is yours goes along with you: as an archive, or out of here. */
export function AccountPage() {
  const { data, error, refetch } = useAccount();
  const [isLeaving, setIsLeaving] = useState(false);
  if (error && !data) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading shape="page" />;
  return (
    <>
      <PageHead title="Your account" line={`${data.email}, since ${day(data.createdAt)}`} />
      <div className={styles.account}>
        <Section title="Take along what is yours">
          <p>
            A ZIP archive of JSON files: profile, publications, applications, decisions, check-ins, notes, credit, and
            your deeds in the logs. It holds nothing of what others chose or wrote.
          </p>
          <Archive account={data} />
        </Section>
        <Section title="Delete your account">
          <p>This can’t be undone. Take your archive first.</p>
          <WhatHappens leaving={data.leaving} />
          <ActionButton kind="danger" because={data.may.remove} onClick={() => setIsLeaving(true)}>
            Delete your account
          </ActionButton>
        </Section>
      </div>
      {isLeaving && (
        <Suspense>
          <DeleteAccountDialog account={data} onClose={() => setIsLeaving(false)} />
        </Suspense>
      )}
    </>
  );
}

function Archive({ account: { lastExport } }: { account: Account }) {
  const gather = useGather();
  const remove = useRemoveArchive();
  const isUnderWay = lastExport !== null && !isOver(lastExport);
  const hasFile = lastExport !== null && lastExport.keptUntil !== null;
  return (
    <>
      {gather.isError && <ErrorNote problem={gather.error} safe="Nothing of yours has changed." />}
      {remove.isError && <ErrorNote problem={remove.error} safe="Your archive is as it was." />}
      {lastExport && (isUnderWay || !hasFile) && (
        <JobProgress job={lastExport} name="Gathering your archive" onStop={() => remove.mutate(lastExport.exportId)} />
      )}
      {lastExport && hasFile && (
        <p className={styles.file}>
          Gathered {since(lastExport.finishedAt ?? lastExport.askedAt)}
          {lastExport.bytes !== null && `, ${count(Math.max(1, Math.round(lastExport.bytes / 1024)))} kB`}. Kept until{' '}
          {day(lastExport.keptUntil ?? lastExport.askedAt)}, then removed here.
        </p>
      )}
      <div className={styles.buttons}>
        {lastExport && hasFile && (
          <>
            <ActionButton
              kind="primary"
              icon={<IconDownload size={18} stroke={1.75} />}
              href={addressOf(downloadAccountExport, { params: { exportId: lastExport.exportId } })}
              download
            >
              Download your archive
            </ActionButton>
            <ActionButton kind="quiet" onClick={() => remove.mutate(lastExport.exportId)}>
              Remove it here
            </ActionButton>
          </>
        )}
        {!isUnderWay && (
          <ActionButton
            kind={hasFile ? 'secondary' : 'primary'}
            icon={<IconPackage size={18} stroke={1.75} />}
            isWorking={gather.isPending}
            onClick={() => gather.mutate()}
          >
            {hasFile ? 'Gather a new one' : 'Gather your archive'}
          </ActionButton>
        )}
      </div>
    </>
  );
}

/** Made from the person's own numbers, so that nobody has to guess. */
function WhatHappens({ leaving }: Pick<Account, 'leaving'>) {
  const { seats, openApplications, mentorships, decisions, aloneIn } = leaving;
  const ends = [
    seats > 0 && `Your ${counted(seats, 'seat')} in projects; open work can be given to others`,
    openApplications > 0 && `${counted(openApplications, 'application')} under way`,
    mentorships > 0 && `${counted(mentorships, 'mentorship')}, with the check-ins that were planned`,
    'All your sessions, on every device',
  ];
  return (
    <div className={styles.what}>
      <div>
        <h3>Goes</h3>
        <ul>
          <li>Name, address, ORCID, profile, publications, goals, habits, practice results</li>
          <li>Private notes, and certificates: their links stop working</li>
        </ul>
      </div>
      <div>
        <h3>Ends</h3>
        <ul>
          {ends.map(line => line && <li key={line}>{line}</li>)}
          {aloneIn.map(title => (
            <li key={title}>“{title}”: nobody else is in it, so nobody can open it any more</li>
          ))}
        </ul>
      </div>
      <div>
        <h3>Stays, under “former member”</h3>
        <ul>
          <li>
            {decisions > 0 ? `Your ${counted(decisions, 'decision')} and w` : 'W'}hat you extracted, judged and wrote
            for others
          </li>
          <li>Your entries in ledgers and audit trails, and what has been frozen or published already</li>
        </ul>
      </div>
    </div>
  );
}
