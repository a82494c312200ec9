import { IconEyeOff, IconFileDownload } from '@tabler/icons-react';
import { exportCommunityOutcomes } from '#contract/communityDeeds';
import { addressOf } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { count } from '../../words/count.ts';
import styles from './Community.module.css';
import { type Outcomes, useOutcomes } from './useCommunities.ts';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** A year in numbers, for the core team and the committee. */
export function OutcomesPanel(props: { communityId: string; isOpen: boolean; onClose: () => void }) {
  const { communityId, isOpen, onClose } = props;
  const outcomes = useOutcomes(communityId);
  return (
    <SidePanel
      title="Outcomes"
      width={316}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <ActionButton
          icon={<IconFileDownload size={18} stroke={1.75} />}
          href={addressOf(exportCommunityOutcomes, { params: { communityId } })}
          download
          isWide
        >
          Numbers for the committee
        </ActionButton>
      }
    >
      {outcomes.isPending && <Loading shape="lines" rows={6} />}
      {outcomes.isError && <ErrorNote problem={outcomes.error} onRetry={() => void outcomes.refetch()} />}
      {outcomes.data && <Numbers outcomes={outcomes.data} />}
    </SidePanel>
  );
}

function Numbers({ outcomes }: { outcomes: Outcomes }) {
  const { projects, publications, checkIns, mentees, leastPeople } = outcomes;
  const year = publications.years.at(-1)?.year;
  const share = checkIns.kept !== null && checkIns.due ? Math.round((100 * checkIns.kept) / checkIns.due) : null;
  const waiting = mentees.all !== null && mentees.withMentor !== null ? mentees.all - mentees.withMentor : null;
  return (
    <div className={styles.numbers}>
      <p className={styles.quiet}>12 months to {MONTH.format(new Date(outcomes.until))}</p>
      <Figure
        number={projects.now}
        name="projects running"
        line={`${said(projects.months[0]?.count ?? null, leastPeople)} a year ago`}
        bars={projects.months.map(one => one.count)}
      />
      <Figure
        number={publications.lastYear}
        name={`publications in ${year}`}
        line={`${said(publications.years.at(-2)?.count ?? null, leastPeople)} the year before`}
        bars={publications.years.map(one => one.count)}
      />
      <Figure
        number={checkIns.due === 0 ? 0 : share}
        unit=" %"
        name="check-ins kept"
        line={
          checkIns.kept === null || checkIns.due === null
            ? `about fewer than ${leastPeople} people`
            : `${count(checkIns.kept)} of ${count(checkIns.due)}`
        }
        bars={checkIns.months.map(one => (one.kept === null || !one.due ? one.kept : (100 * one.kept) / one.due))}
      />
      <Figure
        number={mentees.withMentor}
        of={mentees.all}
        name="mentees with a mentor"
        line={waiting === null ? `fewer than ${leastPeople} mentees` : `${count(waiting)} without one`}
        bars={[]}
      />
      <Figure
        number={mentees.withLetter}
        of={mentees.all}
        name="mentees with work that a letter may come of"
        line={mentees.all === null ? `fewer than ${leastPeople} mentees` : 'in a project that plans one, or may'}
        bars={[]}
      />
      <p className={styles.blind}>
        <IconEyeOff size={18} stroke={1.75} />
        Numbers only, of the {count(outcomes.counted)} members who let their work count. Nobody here can read notes of a
        mentorship. Numbers about fewer than {leastPeople} people are not shown.
      </p>
    </div>
  );
}

function said(number: number | null, least: number): string {
  return number === null ? `about fewer than ${least} people` : count(number);
}

interface FigureProps {
  readonly number: number | null;
  readonly of?: number | null;
  readonly unit?: string;
  readonly name: string;
  readonly line: string;
  readonly bars: readonly (number | null)[];
}

function Figure({ number, of, unit = '', name, line, bars }: FigureProps) {
  const most = Math.max(1, ...bars.map(one => one ?? 0));
  const words = number === null ? 'Not shown' : `${count(number)}${of == null ? unit : ` of ${count(of)}`}`;
  return (
    <div className={styles.figure}>
      <div>
        <p className={styles.big}>{words}</p>
        <p className={styles.strong}>{name}</p>
        <p className={styles.quiet}>{line}</p>
      </div>
      {bars.some(one => one !== null && one > 0) && (
        <span className={styles.bars} aria-hidden="true">
          {bars.map((one, place) => (
            // Months are a fixed list: their place is their name.
            <span key={String(place)} style={{ height: `${Math.max(4, (100 * (one ?? 0)) / most)}%` }} />
          ))}
        </span>
      )}
    </div>
  );
}
