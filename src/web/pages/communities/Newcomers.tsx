import { Menu } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Avatar } from '../../parts/Avatar.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import { since } from '../../words/since.ts';
import styles from './Community.module.css';
import { type Community, type Proposal, useOfferPairs, useProposals } from './useCommunities.ts';

/** Who waits for a first contact, whom each would get and why. Nothing is offered before the button is pressed. */
export function Newcomers({ community }: { community: Community }) {
  const { communityId } = community;
  const proposals = useProposals(communityId);
  const offer = useOfferPairs(communityId);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [isExplained, setIsExplained] = useState(false);
  if (proposals.isPending) return <Loading shape="table" />;
  if (proposals.isError) return <ErrorNote problem={proposals.error} onRetry={() => void proposals.refetch()} />;
  const rows = proposals.data.newcomers;
  const offered = community.pairs.filter(one => one.state === 'offered');
  const choiceOf = (row: Proposal) =>
    row.others.find(one => one.personId === chosen.get(row.newcomer.personId)) ??
    (row.proposed ? { ...row.proposed, reasons: row.reasons } : null);
  const pairs = rows.flatMap(row => {
    const member = choiceOf(row);
    return member ? [{ newcomerId: row.newcomer.personId, memberId: member.personId }] : [];
  });
  if (rows.length === 0 && offered.length === 0) return null;
  return (
    <Section
      title="Newcomers waiting for a first contact"
      aside={
        <LinkButton onClick={() => setIsExplained(!isExplained)}>
          {isExplained ? 'Close' : 'How pairs are proposed'}
        </LinkButton>
      }
    >
      {isExplained && (
        <p className={styles.explained}>
          As many newcomers as can be get somebody; the load is spread, so that nobody gets a second one while somebody
          who suits has none; then topics and, where the newcomer wished it, a like path count. Nobody is offered to the
          same person twice, and both may decline. Country, school and age count for nothing unless the newcomer asked.
        </p>
      )}
      {offer.isError && <ErrorNote problem={offer.error} safe="No pair was offered." />}
      {rows.length > 0 && (
        <DataTable
          label="Newcomers"
          columns={columnsOf(choiceOf, (newcomerId, memberId) => setChosen(new Map(chosen).set(newcomerId, memberId)))}
          rows={rows}
          rowKey={row => row.newcomer.personId}
        />
      )}
      <div className={styles.deed}>
        {pairs.length > 0 && (
          <ActionButton
            kind="primary"
            isWorking={offer.isPending}
            onClick={() => offer.mutate(pairs, { onSuccess: () => setChosen(new Map()) })}
          >
            Pair {counted(pairs.length, 'newcomer')}
          </ActionButton>
        )}
        {offered.length > 0 && (
          <span className={styles.quiet}>{counted(offered.length, 'offer')} not answered by both yet</span>
        )}
      </div>
    </Section>
  );
}

type Choice = Proposal['others'][number];

function columnsOf(
  choiceOf: (row: Proposal) => Choice | null,
  choose: (newcomerId: string, memberId: string) => void,
): readonly Column<Proposal>[] {
  return [
    {
      key: 'newcomer',
      head: 'Newcomer',
      width: '24%',
      phone: 'title',
      cell: ({ newcomer, joinedAt }) => (
        <span className={styles.who}>
          <Avatar name={newcomer.name} size={30} />
          <span>
            <span className={styles.strong}>{newcomer.name}</span>
            <span className={styles.caption}>joined {since(joinedAt)}</span>
          </span>
        </span>
      ),
    },
    {
      key: 'wants',
      head: 'Wants',
      phone: 'second',
      cell: ({ wants }) => wants || <span className={styles.quiet}>–</span>,
    },
    {
      key: 'member',
      head: 'Proposed',
      phone: 'below',
      cell: row => {
        const member = choiceOf(row);
        if (!member) return <span className={styles.quiet}>{row.because ?? 'Choose somebody'}</span>;
        return (
          <span className={styles.who}>
            <Avatar name={member.name} size={24} />
            {member.name}
          </span>
        );
      },
    },
    {
      key: 'why',
      head: 'Why',
      width: '30%',
      phone: 'below',
      cell: row => <span className={styles.reasons}>{choiceOf(row)?.reasons.join('; ')}</span>,
    },
    {
      key: 'other',
      head: '',
      align: 'end',
      phone: 'end',
      cell: row =>
        row.others.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className={styles.other} aria-label={`Somebody else for ${row.newcomer.name}`}>
                Other
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {row.others.map(one => (
                <Menu.Item key={one.personId} onClick={() => choose(row.newcomer.personId, one.personId)}>
                  {one.name}
                  <span className={styles.caption}>{one.reasons.join('; ')}</span>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ),
    },
  ];
}
