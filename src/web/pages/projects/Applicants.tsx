import { Tabs } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { listApplicants } from '#contract/openings';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { ApplicantRow } from './ApplicantRow.tsx';
import styles from './Applicants.module.css';
import type { OpeningDetails } from './openingBody.ts';
import { SuggestedPeople } from './SuggestedPeople.tsx';
import { useOpening } from './useOpening.ts';
import { useOpeningState } from './useOpeningState.ts';

const OfferDialog = lazy(() => import('./OfferDialog.tsx').then(module => ({ default: module.OfferDialog })));

export type Applicant = ReplyOf<typeof listApplicants>['applicants'][number];

const TABS = [
  { value: 'sent', name: 'To answer', states: ['sent'], empty: 'Nobody waits for an answer.' },
  { value: 'waiting', name: 'Waiting list', states: ['waiting'], empty: 'Nobody waits for a seat to come free.' },
  { value: 'offered', name: 'Offered', states: ['offered'], empty: 'No offer to an applicant is open.' },
  { value: 'accepted', name: 'In the team', states: ['accepted'], empty: 'Nobody took a seat yet.' },
  {
    value: 'declined',
    name: 'Declined and withdrawn',
    states: ['declined', 'withdrawn'],
    empty: 'Nobody was declined, and nobody withdrew.',
  },
] as const;

/** So many are shown first: the best fits, so that a busy lead is not flooded. */
const BEST = 5;

/** Answer people fairly: who applied, best fit first with reasons, and who would fit but has not applied. */
export function Applicants() {
  const { openingId = '' } = useParams({ strict: false });
  const opening = useOpening(openingId);
  const applicants = useQuery({
    queryKey: ['openings', openingId, 'applicants'],
    queryFn: ({ signal }) => call(listApplicants, { params: { openingId }, signal }),
  });
  const problem = opening.error ?? applicants.error;
  if (problem) return <ErrorNote problem={problem} onRetry={() => void applicants.refetch()} />;
  if (!opening.data || !applicants.data) return <Loading shape="table" />;
  return <Content opening={opening.data} applicants={applicants.data.applicants} />;
}

function Content({ opening, applicants }: { opening: OpeningDetails; applicants: readonly Applicant[] }) {
  const [tab, setTab] = useAddress('tab', 'sent');
  const [offered, setOffered] = useState<Applicant['person'] | null>(null);
  const [isAllShown, setIsAllShown] = useState(false);
  const changing = useOpeningState();
  const isOpen = opening.state === 'open';
  const chosen = TABS.find(one => one.value === tab);
  const ofTab = (states: readonly string[]) => applicants.filter(applicant => states.includes(applicant.state));
  const shown = chosen ? ofTab(chosen.states) : [];
  return (
    <>
      <PageHead
        title="Applicants"
        line={[
          opening.title,
          opening.projectTitle,
          `${counted(opening.seatsLeft, 'seat')} left${opening.closesOn ? `, by ${day(opening.closesOn)}` : ''}`,
        ].join(' · ')}
        actions={
          <ActionButton
            isWorking={changing.isPending}
            onClick={() => changing.mutate({ opening, state: isOpen ? 'closed' : 'open' })}
          >
            {isOpen ? 'Close the opening' : 'Open it again'}
          </ActionButton>
        }
      />
      {changing.isError && <ErrorNote problem={changing.error} safe="The opening is as it was." />}
      <div className={styles.columns}>
        <div>
          <Tabs value={tab} onChange={value => setTab(value ?? 'sent')}>
            <Tabs.List aria-label="Applicants by answer">
              {TABS.map(one => (
                <Tabs.Tab key={one.value} value={one.value}>
                  {one.name} <span className="muted">{ofTab(one.states).length}</span>
                </Tabs.Tab>
              ))}
              <Tabs.Tab value="suggested">Suggested people</Tabs.Tab>
            </Tabs.List>
          </Tabs>
          {chosen ? (
            <>
              <ol>
                {(isAllShown ? shown : shown.slice(0, BEST)).map((applicant, place) => (
                  <ApplicantRow
                    key={applicant.applicationId}
                    applicant={applicant}
                    place={place + 1}
                    isFirst={place === 0}
                    onOffer={() => setOffered(applicant.person)}
                  />
                ))}
              </ol>
              {!isAllShown && shown.length > BEST && (
                <LinkButton onClick={() => setIsAllShown(true)}>Show the other {shown.length - BEST}</LinkButton>
              )}
              {shown.length === 0 && <p className={styles.none}>{chosen.empty}</p>}
            </>
          ) : (
            <SuggestedPeople openingId={opening.openingId} onOffer={setOffered} />
          )}
        </div>
        <aside className={styles.side} aria-label="How the order is made">
          <h2 className={styles.sideTitle}>How the order is made</h2>
          <p>
            By shared topics first, then skills that the opening asks for, the role looked for, hours and time zone.
            Each row names its reasons; who lacks a required skill comes last and is told apart.
          </p>
          <p className={styles.never}>
            <IconScale size={18} stroke={1.75} aria-hidden="true" />
            <span>Country, school and age don’t count, and aren’t shown here.</span>
          </p>
          <NotEligible applicants={shown} />
          <p>People whom you don’t answer stay “seen”. An order is advice; the choice is yours.</p>
        </aside>
      </div>
      {offered && (
        <Suspense>
          <OfferDialog opening={opening} person={offered} onClose={() => setOffered(null)} />
        </Suspense>
      )}
    </>
  );
}

/** Who a hard rule speaks against, and which: said, not hidden, and the choice stays the lead's. */
function NotEligible({ applicants }: { applicants: readonly Applicant[] }) {
  const excluded = applicants.filter(applicant => applicant.fit.excludedBecause !== null);
  if (excluded.length === 0) return null;
  return (
    <>
      <h2 className={styles.sideTitle}>A rule speaks against {counted(excluded.length, 'person', 'people')}</h2>
      {excluded.map(applicant => (
        <p key={applicant.applicationId}>
          {applicant.person.name}: {applicant.fit.excludedBecause}
        </p>
      ))}
    </>
  );
}
