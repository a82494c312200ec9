import { CREDIT_ROLES } from '#core/credit/creditRoles';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { count } from '../../words/count.ts';
import { day } from '../../words/day.ts';
import { ClaimStanding } from './ClaimStanding.tsx';
import styles from './Credit.module.css';
import type { Claim, CreditPerson } from './useCredit.ts';

type Line = CreditPerson['lines'][number];

/** What one person did, line by line: how much, how long at least, which role it supports, and whether that is confirmed. */
export function LedgerTable({ person, claims }: { person: CreditPerson; claims: readonly Claim[] }) {
  const own = claims.filter(({ personId }) => personId === person.personId);
  const columns: Column<Line>[] = [
    {
      key: 'did',
      head: 'What was done',
      phone: 'title',
      cell: line => (
        <span className={styles.did}>
          <span className={styles.label}>{line.label}</span>
          <span className={styles.when}>
            {day(line.firstAt, 'short') === day(line.lastAt, 'short')
              ? day(line.firstAt, 'short')
              : `${day(line.firstAt, 'short')} to ${day(line.lastAt, 'short')}`}
          </span>
        </span>
      ),
    },
    { key: 'count', head: 'How much', align: 'end', width: '90px', phone: 'end', cell: line => count(line.count) },
    {
      key: 'hours',
      head: 'Hours, at least',
      align: 'end',
      width: '110px',
      phone: 'hidden',
      cell: line => (line.minutes === 0 ? '–' : (line.minutes / 60).toFixed(1)),
    },
    {
      key: 'roles',
      head: 'Supports the role',
      phone: 'below',
      cell: line => (
        <span className={styles.chips}>
          {line.roles.length === 0
            ? '–'
            : line.roles.map(role => (
                <span key={role} className={styles.chip}>
                  {CREDIT_ROLES[role].label}
                </span>
              ))}
        </span>
      ),
    },
    {
      key: 'confirmed',
      head: 'Confirmed',
      phone: 'second',
      cell: line => {
        if (line.roles.length === 0) return '–';
        const claim = own.find(({ role }) => line.roles.includes(role));
        return <ClaimStanding claim={claim ?? null} />;
      },
    },
  ];
  return (
    <DataTable
      label={`What ${person.name} did`}
      columns={columns}
      rows={person.lines}
      rowKey={line => line.kind}
      empty={<p className={styles.quiet}>The log shows nothing yet.</p>}
    />
  );
}
