import { Link } from '@tanstack/react-router';
import { OVERALL } from '#core/appraisal/assess';
import { Badge } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { Section } from '../../parts/Section.tsx';
import type { AppraisalList, ListedAppraisal } from './appraisal.ts';
import { groupsOf, type ToolGroup } from './groups.ts';
import { JudgementSign, judgementWord } from './JudgementSign.tsx';
import styles from './Overview.module.css';
import { usePlanDeeds } from './useAppraisal.ts';

/** Each tool and outcome as a table of its own: studies down, domains across. */
export function ResultsTab({ reviewId, list }: { reviewId: string; list: AppraisalList }) {
  const { remove } = usePlanDeeds(reviewId);
  return (
    <>
      {groupsOf(list.appraisals).map(group => (
        <Section key={group.key} title={group.title} hint={group.hint}>
          <DataTable
            label={group.title}
            columns={columnsOf(reviewId, group, list.may.plan === null ? id => remove.mutate(id) : null)}
            rows={group.appraisals}
            rowKey={one => one.appraisalId}
          />
          {group.note !== '' && <p className={styles.note}>{group.note}</p>}
          {remove.error && <p role="alert">{remove.error.message}</p>}
        </Section>
      ))}
    </>
  );
}

function columnsOf(
  reviewId: string,
  group: ToolGroup,
  onRemove: ((appraisalId: string) => void) | null,
): readonly Column<ListedAppraisal>[] {
  const signOf = (one: ListedAppraisal, id: string) => {
    const judged = one.judged?.[id];
    return (
      <span className={styles.sign} title={judgementWord(judged?.judgement ?? null)}>
        <JudgementSign judgement={judged?.judgement ?? null} />
        <span className="for-screen-readers">{judgementWord(judged?.judgement ?? null)}</span>
        {judged?.stars != null && <span>{judged.stars}</span>}
      </span>
    );
  };
  return [
    {
      key: 'study',
      head: 'Study',
      phone: 'title',
      cell: one => (
        <Link to="/reviews/$reviewId/risk-of-bias" params={{ reviewId }} search={{ appraisal: one.appraisalId }}>
          {one.studyLabel}
        </Link>
      ),
    },
    ...group.domains.map(
      ({ id, name, short }): Column<ListedAppraisal> => ({
        key: id,
        head: <abbr title={name}>{short}</abbr>,
        width: '58px',
        phone: 'second',
        cell: one => signOf(one, id),
      }),
    ),
    {
      key: 'overall',
      head: 'Overall',
      phone: 'end',
      cell: one => (
        <span className={styles.overall}>
          {signOf(one, OVERALL)}
          {one.judged && judgementWord(one.judged[OVERALL]?.judgement ?? null)}
        </span>
      ),
    },
    { key: 'state', head: 'Where it stands', phone: 'below', cell: one => <StateBadge one={one} /> },
    {
      key: 'people',
      head: 'Assessors',
      phone: 'hidden',
      cell: one => (
        <span className={styles.people}>
          {one.assessors.map(({ name, isFinished }) => `${name}${isFinished ? '' : ' (begun)'}`).join(', ') || '–'}
        </span>
      ),
    },
    ...(onRemove
      ? [
          {
            key: 'more',
            head: <span className="for-screen-readers">More</span>,
            align: 'end' as const,
            phone: 'hidden' as const,
            cell: (one: ListedAppraisal) => (
              <MenuButton
                size="small"
                label={`More for ${one.studyLabel}`}
                deeds={[
                  {
                    name: 'Take it out of the plan',
                    isDangerous: true,
                    because:
                      one.assessors.some(assessor => assessor.isFinished) || one.judged
                        ? 'Somebody has finished it, so it stays.'
                        : null,
                    onClick: () => onRemove(one.appraisalId),
                  },
                ]}
              />
            ),
          },
        ]
      : []),
  ];
}

function StateBadge({ one }: { one: ListedAppraisal }) {
  if (one.state === 'settled') {
    return one.importedFrom ? <Badge kind="fact">read from a file</Badge> : <Badge kind="include">settled</Badge>;
  }
  if (one.state === 'to-settle') return <Badge kind="conflict">to agree on</Badge>;
  if (one.mine === 'begun') return <Badge kind="accent">you have begun</Badge>;
  if (one.mine === 'finished') return <Badge kind="neutral">waits for the other</Badge>;
  return one.waitsForMe ? <Badge kind="accent">waits for you</Badge> : <Badge kind="neutral">open</Badge>;
}
