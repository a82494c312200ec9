import { Textarea, TextInput } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import styles from './Community.module.css';
import { type CommunityRow, useBegin, useCommunities } from './useCommunities.ts';

/** Groups of people who look after each other: those one is in, those one may ask, and the way to begin one. */
export function CommunitiesPage() {
  const communities = useCommunities();
  const [isBeginning, setIsBeginning] = useState(false);
  if (communities.isPending) return <Loading shape="table" />;
  if (communities.isError) {
    return <ErrorNote problem={communities.error} onRetry={() => void communities.refetch()} />;
  }
  const rows = communities.data.communities;
  const begin = (
    <ActionButton kind="primary" onClick={() => setIsBeginning(true)}>
      Begin a community
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="Communities"
        line="A programme’s group, a path in common: nobody new stays alone."
        actions={rows.length > 0 && begin}
      />
      {rows.length === 0 ? (
        <EmptyState
          drawing="people"
          title="No community yet"
          ways={[
            {
              icon: <IconUsersPlus size={20} stroke={1.75} />,
              title: 'Begin one',
              line: 'You are its core team until you take others in.',
              action: begin,
            },
          ]}
        >
          A community has members, a core team that answers requests and pairs newcomers, events, and numbers for its
          committee.
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {rows.map(row => (
            <Row key={row.communityId} row={row} />
          ))}
        </ul>
      )}
      {isBeginning && <BeginDialog onClose={() => setIsBeginning(false)} />}
    </>
  );
}

function Row({ row }: { row: CommunityRow }) {
  return (
    <li>
      <div className={styles.words}>
        <Link
          to="/mentoring/communities/$communityId"
          params={{ communityId: row.communityId }}
          className={styles.name}
        >
          {row.name}
        </Link>
        <p className={styles.quiet}>
          {counted(row.members, 'member')}
          {row.next && `; next: ${row.next.title}, ${day(row.next.startsAt)}`}
        </p>
      </div>
      {row.mine?.state === 'member' && (
        <Badge kind="neutral">{row.mine.isCore ? 'Core team' : 'You are a member'}</Badge>
      )}
      {row.mine?.state === 'asked' && <Badge kind="neutral">You asked to join</Badge>}
    </li>
  );
}

function BeginDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [about, setAbout] = useState('');
  const begin = useBegin();
  const navigate = useNavigate();
  const errors = useFieldErrors(begin.error, ['name', 'about']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (begin.isPending) return;
    begin.mutate(
      { name, about },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/mentoring/communities/$communityId', params: { communityId: id } }),
      },
    );
  };
  return (
    <Dialog title="Begin a community" onClose={onClose}>
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <FormProblem problem={begin.error} errors={errors} />
        <TextInput
          label="Name"
          name="name"
          placeholder="Lakeside IMG group"
          value={name}
          error={errors.of('name')}
          onChange={event => setName(event.target.value)}
        />
        <Textarea
          label="For whom, and what for"
          description="Everybody who is signed in reads it."
          name="about"
          autosize
          minRows={2}
          value={about}
          error={errors.of('about')}
          onChange={event => setAbout(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={begin.isPending}>
            Begin the community
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
