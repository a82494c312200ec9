import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { addCohortOpening, getCohort, offerCohortSeats, removeCohortOpening } from '#contract/cohorts';
import type { ReplyOf } from '#contract/endpoint';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import { usePlace } from '../../layouts/place.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { CopyLink } from '../../parts/CopyLink.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Note } from '../../parts/Note.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Section } from '../../parts/Section.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { NotFound } from '../NotFound.tsx';
import styles from './Cohort.module.css';
import { MyList } from './MyList.tsx';
import { PlacementTable } from './PlacementTable.tsx';
import { SettleDesk } from './SettleDesk.tsx';
import { useRefreshCohort } from './useRefreshCohort.ts';

export type CohortReply = ReplyOf<typeof getCohort>;

/** Many people, many seats: both sides rank, the coordinator sees what would come of it and settles, leads make the offers. */
export function CohortPage() {
  const { cohortId = '' } = useParams({ strict: false });
  const cohort = useQuery({
    queryKey: ['cohorts', cohortId],
    queryFn: ({ signal }) => call(getCohort, { params: { cohortId }, signal }),
  });
  usePlace(cohort.data?.name);
  if (cohort.isPending) return <Loading shape="page" />;
  if (cohort.isError) {
    if (cohort.error instanceof CallProblem && cohort.error.status === 404) return <NotFound />;
    return <ErrorNote problem={cohort.error} onRetry={() => void cohort.refetch()} />;
  }
  return <Content cohort={cohort.data} />;
}

function Content({ cohort }: { cohort: CohortReply }) {
  const isSettled = cohort.state === 'settled';
  const isCoordinator = cohort.may.settle === null || isSettled;
  return (
    <>
      <PageHead
        title={cohort.name}
        line={[
          `${counted(cohort.peopleCount, 'person', 'people')}, ${counted(cohort.openings.length, 'opening')}`,
          `coordinated by ${cohort.coordinator}`,
          isSettled ? 'settled' : `ranks until ${day(cohort.ranksUntil)}`,
        ].join(' · ')}
        actions={!isSettled && <CopyLink text={window.location.href}>Copy the link</CopyLink>}
      />
      {cohort.settlement && (
        <>
          {cohort.offersToMake > 0 && <OfferNote cohort={cohort} />}
          <PlacementTable cohort={cohort} allocation={cohort.settlement} />
        </>
      )}
      {!isSettled && (
        <div className={styles.columns}>
          <div>
            <MyList cohort={cohort} />
            {isCoordinator && <SettleDesk cohort={cohort} />}
          </div>
          <OpeningsAside cohort={cohort} />
        </div>
      )}
    </>
  );
}

function OfferNote({ cohort }: { cohort: CohortReply }) {
  const { cohortId } = cohort;
  const refresh = useRefreshCohort();
  const offering = useMutation({
    mutationFn: () => call(offerCohortSeats, { params: { cohortId } }),
    onSuccess: ({ made }) => {
      if (made > 0) toast({ text: `${counted(made, 'offer')} made; each person answers for themselves` });
      return refresh();
    },
  });
  return (
    <Note
      kind="info"
      claim={`${counted(cohort.offersToMake, 'offer')} to make for your openings.`}
      action={
        <ActionButton kind="primary" isWorking={offering.isPending} onClick={() => offering.mutate()}>
          Make the offers
        </ActionButton>
      }
    >
      Nobody is bound yet: each person takes the seat or leaves it. {offering.data?.problems.join(' ')}
    </Note>
  );
}

/** The openings of the cohort, and for leads the way to put theirs in. */
function OpeningsAside({ cohort }: { cohort: CohortReply }) {
  const { cohortId } = cohort;
  const refresh = useRefreshCohort();
  const changing = useMutation({
    mutationFn: ({ openingId, isIn }: { openingId: string; isIn: boolean }) =>
      call(isIn ? addCohortOpening : removeCohortOpening, { params: { cohortId, openingId } }),
    onSuccess: refresh,
  });
  return (
    <aside>
      <Section title="Openings" hint={String(cohort.openings.length)}>
        {changing.isError && <ErrorNote problem={changing.error} safe="The cohort is as it was." />}
        <ul>
          {cohort.openings.map(opening => (
            <li key={opening.openingId} className={styles.rank}>
              <span className={styles.rankWords}>
                <span className={styles.name}>{opening.title}</span>
                <span className={styles.second}>
                  {opening.projectTitle} · {opening.lead.name} · {counted(opening.seatsLeft, 'seat')}
                </span>
              </span>
              {opening.isMine && (
                <LinkButton onClick={() => changing.mutate({ openingId: opening.openingId, isIn: false })}>
                  Take out
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
        {cohort.mayAdd.length > 0 && <p className={styles.second}>Openings of yours that could join:</p>}
        <ul>
          {cohort.mayAdd.map(opening => (
            <li key={opening.openingId} className={styles.rank}>
              <span className={styles.rankWords}>{opening.title}</span>
              <LinkButton onClick={() => changing.mutate({ openingId: opening.openingId, isIn: true })}>
                Put in
              </LinkButton>
            </li>
          ))}
        </ul>
      </Section>
      {cohort.leads.length > 0 && (
        <Section title="Who has ranked">
          <ul className={styles.second}>
            {cohort.leads.map(lead => (
              <li key={lead.personId}>
                {lead.name}: {lead.hasRanked ? 'ranked' : 'not yet; the fit stands in'}
              </li>
            ))}
            {cohort.people.map(person => (
              <li key={person.personId}>
                {person.name}: {person.hasRanked ? 'ranked' : 'joined; the fit stands in'}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </aside>
  );
}
