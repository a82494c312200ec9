import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { exportAuthorshipAgreement, getAuthorshipAgreement } from '#contract/agreements';
import type { ReplyOf } from '#contract/endpoint';
import { CallProblem } from '../../CallProblem.ts';
import { addressOf, call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { Section } from '../../parts/Section.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { NotFound } from '../NotFound.tsx';
import styles from './Agreement.module.css';
import { AgreementForm } from './AgreementForm.tsx';
import { AgreementTable } from './AgreementTable.tsx';
import { AskForChange } from './AskForChange.tsx';
import { SignPanel } from './SignPanel.tsx';

export type AgreementReply = ReplyOf<typeof getAuthorshipAgreement>;

/** Who does what, for what, before it starts: the newest version, its signatures, and the reader's own lines to sign. */
export function AgreementPage() {
  const { projectId = '' } = useParams({ strict: false });
  const [version, setVersion] = useAddress('version');
  const [isEditing, setIsEditing] = useState(false);
  const [isSigning, setIsSigning] = useState(false);
  const isNarrow = useNarrow();
  const found = useQuery({
    queryKey: ['projects', projectId, 'agreement', version],
    queryFn: ({ signal }) =>
      call(getAuthorshipAgreement, {
        params: { projectId },
        query: version ? { version: Number(version) } : {},
        signal,
      }),
  });
  if (found.isPending) return <Loading shape="page" />;
  if (found.isError) {
    if (found.error instanceof CallProblem && found.error.status === 404) return <NotFound />;
    return <ErrorNote problem={found.error} onRetry={() => void found.refetch()} />;
  }
  const { agreement, versions, projectTitle, may } = found.data;
  if (isEditing)
    return (
      <AgreementForm
        projectId={projectId}
        found={found.data}
        onDone={() => {
          setVersion('');
          setIsEditing(false);
        }}
        onLeave={() => setIsEditing(false)}
      />
    );
  if (!agreement)
    return (
      <>
        <PageHead title="Authorship agreement" line={projectTitle} />
        <EmptyState
          drawing="people"
          title="Agree before the work starts"
          ways={[
            {
              icon: null,
              title: 'Write the first version',
              line: 'Each person signs their own lines with their password. A new version asks for new signatures.',
              action: (
                <ActionButton kind="primary" because={may.draft} onClick={() => setIsEditing(true)}>
                  Write the agreement
                </ActionButton>
              ),
            },
          ]}
        >
          Who does what by when, what it earns by the four ICMJE points, in which order names stand, and what happens if
          something changes.
        </EmptyState>
      </>
    );
  const signed = agreement.lines.filter(line => line.signedAt !== null).length;
  const mine = agreement.lines.find(line => line.isMine);
  return (
    <PageWithPanel
      panel={
        mine && (
          <SidePanel
            title="What you sign"
            width={332}
            isOpen={!isNarrow || isSigning}
            onClose={() => setIsSigning(false)}
          >
            <SignPanel projectId={projectId} agreement={agreement} line={mine} because={may.sign} />
            {may.askForChange === null && (
              <AskForChange
                projectId={projectId}
                version={agreement.version}
                asked={agreement.wishes.find(one => one.isMine)?.text ?? ''}
              />
            )}
          </SidePanel>
        )
      }
    >
      <p className={styles.badges}>
        <Badge kind="accent">Version {agreement.version}</Badge>
        <Badge kind="fact">
          {signed} of {agreement.lines.length} have signed
        </Badge>
        {!agreement.isNewest && <Badge kind="warn">An earlier version</Badge>}
      </p>
      <PageHead
        title="Authorship agreement"
        line={<span className={styles.project}>{projectTitle}</span>}
        actions={
          <>
            {isNarrow && mine && (
              <ActionButton kind="primary" onClick={() => setIsSigning(true)}>
                Read and sign
              </ActionButton>
            )}
            <ActionButton
              icon={<IconDownload stroke={1.75} />}
              href={addressOf(exportAuthorshipAgreement, { params: { projectId, version: agreement.version } })}
              download
            >
              Download
            </ActionButton>
            {may.draft === null && <ActionButton onClick={() => setIsEditing(true)}>New version</ActionButton>}
          </>
        }
      />
      <AgreementTable lines={agreement.lines} />
      <div className={styles.rules}>
        <Section title="Order of names">
          <p className={styles.text}>{agreement.orderRule || 'Not agreed yet.'}</p>
        </Section>
        <Section title="If something changes">
          <p className={styles.text}>{agreement.ifChanges || 'Not agreed yet.'}</p>
        </Section>
      </div>
      {agreement.wishes.map(wish => (
        <Note key={wish.name} kind="warn" claim={`${wish.isMine ? 'You ask' : `${wish.name} asks`} for a change.`}>
          {wish.text}
        </Note>
      ))}
      {agreement.changes.length > 0 && (
        <Note kind="info" claim={`Changed since version ${agreement.version - 1}.`}>
          {agreement.changes.map(change => [change.name, change.sentence].filter(Boolean).join(' ')).join(' ')}
        </Note>
      )}
      {versions.length > 1 && (
        <p className={styles.versions}>
          Versions:{' '}
          {versions.map(one => (
            <LinkButton
              key={one.version}
              onClick={() => setVersion(one.version === versions.length ? '' : String(one.version), 'push')}
            >
              {one.version} ({one.signed} of {one.of})
            </LinkButton>
          ))}
        </p>
      )}
    </PageWithPanel>
  );
}
