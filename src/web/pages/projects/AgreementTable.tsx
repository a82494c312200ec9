import { IconSignature } from '@tabler/icons-react';
import { AUTHOR_POINTS } from '#core/projects/agreement';
import { Avatar } from '../../parts/Avatar.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { day } from '../../words/day.ts';
import styles from './Agreement.module.css';
import type { AgreementReply } from './AgreementPage.tsx';
import { EARNS_WORDS } from './agreementWords.ts';

export type AgreedLine = NonNullable<AgreementReply['agreement']>['lines'][number];

const COLUMNS: readonly Column<AgreedLine>[] = [
  {
    key: 'person',
    head: 'Person',
    phone: 'title',
    cell: line => (
      <span className={styles.person}>
        <Avatar name={line.name} size={30} />
        <span>
          <span className={styles.name}>{line.name}</span>
          <span className={styles.second}>
            {[...line.roles, ...(line.isMine ? ['you'] : [])].join(' · ') || 'no longer in the team'}
          </span>
        </span>
      </span>
    ),
  },
  { key: 'does', head: 'Does', phone: 'below', cell: line => line.does },
  { key: 'by', head: 'By', phone: 'second', cell: line => (line.byOn ? day(line.byOn) : '–') },
  {
    key: 'earns',
    head: 'Earns, if done',
    phone: 'second',
    cell: line => (
      <span className={styles.earns}>
        {EARNS_WORDS[line.earns]}
        <span className={styles.points} role="img" aria-label={`${line.points.length} of 4 ICMJE points planned`}>
          {AUTHOR_POINTS.map((point, place) => (
            <span key={point} data-done={place < line.points.length || undefined} />
          ))}
          <span className={styles.second}>{line.points.length} of 4 planned</span>
        </span>
      </span>
    ),
  },
  {
    key: 'signature',
    head: 'Signature',
    align: 'end',
    phone: 'end',
    cell: line => {
      if (line.signedAt !== null)
        return (
          <span className={styles.signed}>
            <IconSignature size={18} stroke={1.75} aria-hidden="true" /> signed {day(line.signedAt, 'short')}
          </span>
        );
      return line.isMine ? <Badge kind="accent">your turn</Badge> : <span className="muted">not yet</span>;
    },
  },
];

/** Everybody's lines, one's own tinted. */
export function AgreementTable({ lines }: { lines: readonly AgreedLine[] }) {
  return (
    <DataTable
      label="Who does what"
      columns={COLUMNS}
      rows={lines}
      rowKey={line => line.personId}
      isMarked={line => line.isMine}
    />
  );
}
