import { IconCircleCheck, IconCircleDashed, IconCircleHalf2, IconDownload, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { exportReportFile, getChecklist } from '#contract/manuscript';
import { addressOf, call } from '../../call.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import styles from './Checklist.module.css';
import { PageLink } from './PageLink.tsx';
import { ReportTabs } from './ReportTabs.tsx';

const STATES = {
  answered: { word: 'Answered', icon: <IconCircleCheck size={16} stroke={1.75} /> },
  partly: { word: 'Partly', icon: <IconCircleHalf2 size={16} stroke={1.75} /> },
  missing: { word: 'Not yet', icon: <IconCircleDashed size={16} stroke={1.75} /> },
  yours: { word: 'Yours to write', icon: <IconPencil size={16} stroke={1.75} /> },
} as const;

/** The 27 items of PRISMA 2020, each with where the report answers it. */
export function ChecklistPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['reviews', reviewId, 'checklist'],
    queryFn: ({ signal }) => call(getChecklist, { params: { reviewId }, signal }),
  });
  if (query.isPending) return <Loading shape="table" />;
  if (query.isError) {
    return (
      <>
        <ReportTabs reviewId={reviewId} />
        <ErrorNote problem={query.error} safe="The data are stored." onRetry={() => void query.refetch()} />
      </>
    );
  }
  const { items } = query.data;
  const number = (state: keyof typeof STATES) => items.filter(item => item.state === state).length;
  const file = (reportFile: 'checklist.docx' | 'checklist.csv', name: string) => ({
    name,
    onClick: () => window.location.assign(addressOf(exportReportFile, { params: { reviewId, reportFile } })),
  });
  const sections = [...new Set(items.map(item => item.section))];
  return (
    <>
      <ReportTabs reviewId={reviewId} />
      <PageHead
        title="PRISMA 2020 checklist"
        line={`${number('answered')} answered, ${number('partly')} partly, ${number('missing')} not yet, ${number('yours')} yours to write`}
        actions={
          <MenuButton
            kind="primary"
            icon={<IconDownload stroke={1.75} />}
            deeds={[file('checklist.docx', 'Word (DOCX)'), file('checklist.csv', 'Table (CSV)')]}
          >
            Download
          </MenuButton>
        }
      />
      {sections.map(section => (
        <section key={section} aria-label={section} className={styles.section}>
          <h2>{section}</h2>
          <ul className={styles.items}>
            {items
              .filter(item => item.section === section)
              .map(item => (
                <li key={item.number} className={styles.item}>
                  <span className={styles.number}>{item.number}</span>
                  <div className={styles.asks}>
                    <p className={styles.topic}>{item.topic}</p>
                    <p className={styles.small}>{item.asks}</p>
                  </div>
                  <div className={styles.answer}>
                    <p className={styles.state} data-state={item.state}>
                      {STATES[item.state].icon} {STATES[item.state].word}
                      {item.where && (
                        <span className={styles.where}>
                          <PageLink reviewId={reviewId} page={item.page}>
                            {item.where}
                          </PageLink>
                        </span>
                      )}
                    </p>
                    {item.says && <p className={styles.says}>{item.says}</p>}
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p className={styles.small}>
        Items in our own words. The official wording stands at{' '}
        <a href="https://www.prisma-statement.org" rel="noreferrer">
          prisma-statement.org
        </a>
        .
      </p>
    </>
  );
}
