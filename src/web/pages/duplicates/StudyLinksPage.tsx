import { IconLink } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReplyOf } from '#contract/endpoint';
import { createStudy } from '#contract/extraction';
import { linkReports, suggestStudyLinks } from '#contract/studyLinks';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import { firstAuthors } from '../screening/firstAuthors.ts';
import styles from './Duplicates.module.css';

type Group = ReplyOf<typeof suggestStudyLinks>['groups'][number];

/** Reports that seem to tell of one study, by the number of the trial or a person's word, to be linked with one press. */
export function StudyLinksPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['reviews', reviewId, 'study-links'],
    queryFn: ({ signal }) => call(suggestStudyLinks, { params: { reviewId }, signal }),
  });
  const linking = useMutation({
    mutationFn: async ({ label, studies, reports }: Group) => {
      const recordIds = reports.map(report => report.recordId);
      const [study] = studies;
      if (study) await call(linkReports, { params: { reviewId, studyId: study.studyId }, body: { recordIds } });
      else await call(createStudy, { params: { reviewId }, body: { label, recordIds } });
    },
    onSuccess: async (_, { label, studies, reports }) => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      toast({ text: `${counted(reports.length, 'report')} linked as ${studies[0]?.label ?? label}` });
    },
  });
  if (error && !data) return <ErrorNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const open = data.groups.filter(group => !group.isLinked);
  return (
    <>
      <PageHead
        title="Reports of one study"
        line={`${counted(open.length, 'group')} to look at, ${counted(data.groups.length - open.length, 'group')} linked. The unit of a review is the study, not its reports.`}
      />
      {linking.error && <ErrorNote problem={linking.error} />}
      {data.groups.length === 0 && (
        <EmptyState drawing="records" title="No two reports name the same trial">
          Reports that passed title and abstract are put together by their trial number (NCT, ISRCTN and others), and by
          pairs of which somebody has said “keep both, same study”.
        </EmptyState>
      )}
      <ul className={styles.clusters}>
        {[...open, ...data.groups.filter(group => group.isLinked)].map(group => (
          <li key={group.reports[0]?.recordId} className={styles.cluster}>
            <div className={styles.copy}>
              <strong>{group.studies.map(study => study.label).join(', ') || group.label}</strong>
              <span className={styles.numbers}>
                {group.trialNumbers.map(number => (
                  <Badge key={number} kind="fact">
                    {number}
                  </Badge>
                ))}
                {group.isLinked ? (
                  <Badge kind="include">linked</Badge>
                ) : (
                  <ActionButton
                    size="small"
                    icon={<IconLink stroke={1.75} />}
                    because={
                      data.may.link ??
                      (group.studies.length > 1
                        ? 'They belong to several studies: settle that where studies are kept.'
                        : null)
                    }
                    becauseAt="tip"
                    isWorking={linking.isPending && linking.variables === group}
                    onClick={() => linking.mutate(group)}
                  >
                    Link {counted(group.reports.length, 'report')}
                  </ActionButton>
                )}
              </span>
            </div>
            {group.reports.map(report => (
              <div key={report.recordId} className={styles.copy} data-primary={false}>
                <div>
                  <Link
                    to="/reviews/$reviewId/records/$recordId"
                    params={{ reviewId, recordId: report.recordId }}
                    className={styles.title}
                  >
                    {report.title}
                  </Link>
                  <p className={styles.facts}>
                    {[firstAuthors(report.authorsText), report.journal, report.year, report.studyLabel]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
