import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Verdict } from '#core/vocabulary';
import { Badge, type BadgeKind } from '../../parts/Badge.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { firstAuthors } from './firstAuthors.ts';
import styles from './ReportTable.module.css';
import { RetrievalBadge } from './RetrievalBadge.tsx';
import { fullTextLinks } from './recordAddresses.ts';
import type { ReportInList } from './reportQueries.ts';

const VERDICT_BADGES: Readonly<Record<Verdict, { readonly kind: BadgeKind; readonly word: string }>> = {
  included: { kind: 'include', word: 'included' },
  excluded: { kind: 'exclude', word: 'excluded' },
  conflicted: { kind: 'conflict', word: 'conflict' },
  pending: { kind: 'neutral', word: 'not decided yet' },
};

export interface ReportTableProps {
  readonly reviewId: string;
  readonly reports: readonly ReportInList[];
  /** Why the person may not note where a full text is. */
  readonly because: string | null;
  /** Why a verdict isn't shown. */
  readonly unknown: string;
  readonly onNote: (report: ReportInList) => void;
  readonly empty: ReactNode;
}

/** One row a report: title, where its full text is, and its verdict where the reader may know it. */
export function ReportTable({ reviewId, reports, because, unknown, onNote, empty }: ReportTableProps) {
  const columns: Column<ReportInList>[] = [
    {
      key: 'report',
      head: 'Report',
      phone: 'title',
      width: '44%',
      cell: ({ record, study }) => (
        <div className={styles.report}>
          <span className={styles.title}>{record.title}</span>
          <span className="muted">
            {[firstAuthors(record.authorsText), record.journal, record.year].filter(Boolean).join(' · ')}
            {study && ` · study ${study.label}`}
          </span>
        </div>
      ),
    },
    {
      key: 'retrieval',
      head: 'Full text',
      phone: 'below',
      cell: ({ record, retrieval, hasFile }) => {
        const link = fullTextLinks(record, retrieval.url)[0];
        return (
          <div className={styles.retrieval}>
            <RetrievalBadge retrieval={retrieval} />
            <Link
              className={styles.link}
              to="/reviews/$reviewId/full-text/$recordId"
              params={{ reviewId, recordId: record.recordId }}
            >
              {hasFile ? 'Read the PDF' : 'Bring the PDF'}
            </Link>
            {link && (
              <a href={link.to} target="_blank" rel="noreferrer" className={styles.link}>
                {link.name} <IconExternalLink size={14} stroke={1.75} aria-label="opens in a new tab" />
              </a>
            )}
          </div>
        );
      },
    },
    {
      key: 'verdict',
      head: 'Verdict',
      phone: 'below',
      cell: ({ verdict, reasonText }) =>
        verdict === null ? (
          <span className="muted">{unknown}</span>
        ) : (
          <div className={styles.report}>
            <span>
              <Badge kind={VERDICT_BADGES[verdict].kind}>{VERDICT_BADGES[verdict].word}</Badge>
            </span>
            {reasonText && <span className="muted">{reasonText}</span>}
          </div>
        ),
    },
    ...(because === null
      ? [
          {
            key: 'deed',
            head: <span className="for-screen-readers">Deeds</span>,
            align: 'end' as const,
            phone: 'end' as const,
            cell: (report: ReportInList) => (
              <LinkButton label={`Note where the full text is: ${report.record.title}`} onClick={() => onNote(report)}>
                Say where it is
              </LinkButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label="Reports sought"
      columns={columns}
      rows={reports}
      rowKey={report => report.record.recordId}
      empty={empty}
    />
  );
}
