import { Checkbox, NumberInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { leaveCohort, rankOpenings, rankPeople } from '#contract/cohorts';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Section } from '../../parts/Section.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import styles from './Cohort.module.css';
import type { CohortReply } from './CohortPage.tsx';
import { RankEditor } from './RankEditor.tsx';
import { useRefreshCohort } from './useRefreshCohort.ts';

/** The reader's own list: people for who leads an opening here, openings for everybody else. */
export function MyList({ cohort }: { cohort: CohortReply }) {
  if (cohort.myRanking) return <LeadList cohort={cohort} saved={cohort.myRanking} />;
  // Who coordinates and neither leads nor has joined is asked for no wishes.
  if (cohort.may.settle === null && cohort.myWishes === null) return null;
  return <WishList cohort={cohort} />;
}

function WishList({ cohort }: { cohort: CohortReply }) {
  const { cohortId, myWishes, may } = cohort;
  const [choices, setChoices] = useState<readonly string[]>(myWishes ?? []);
  const [shares, setShares] = useState(true);
  const refresh = useRefreshCohort();
  const saving = useMutation({
    mutationFn: () => call(rankOpenings, { params: { cohortId }, body: { openingIds: [...choices], shares } }),
    onSuccess: async () => {
      await refresh();
      toast({ text: myWishes === null ? 'You are in the cohort' : 'Your wishes are saved' });
    },
  });
  const leaving = useMutation({
    mutationFn: () => call(leaveCohort, { params: { cohortId } }),
    onSuccess: async () => {
      setChoices([]);
      await refresh();
    },
  });
  const problem = saving.error ?? leaving.error;
  return (
    <Section title="Your wishes" hint="most wanted first; nobody else reads them">
      {problem && <ErrorNote problem={problem} safe="Your wishes are as they were." />}
      <RankEditor
        label="Your wishes"
        all={cohort.openings.map(one => ({
          id: one.openingId,
          name: one.title,
          line: `${one.projectTitle} · ${one.lead.name} · ${counted(one.seatsLeft, 'seat')}`,
        }))}
        choices={choices}
        onChange={setChoices}
      />
      <p className={styles.second}>Rank only what you would take. With no list at all the fit decides for you.</p>
      <Checkbox
        checked={shares}
        onChange={event => setShares(event.target.checked)}
        label="Share topics, publications, skills and hours with the leads of this cohort"
      />
      <div className={styles.buttons}>
        <ActionButton kind="primary" because={may.rank} isWorking={saving.isPending} onClick={() => saving.mutate()}>
          {myWishes === null ? 'Join the cohort' : 'Save the wishes'}
        </ActionButton>
        {myWishes !== null && (
          <ActionButton kind="danger" because={may.rank} isWorking={leaving.isPending} onClick={() => leaving.mutate()}>
            Leave the cohort
          </ActionButton>
        )}
      </div>
    </Section>
  );
}

function LeadList({ cohort, saved }: { cohort: CohortReply; saved: NonNullable<CohortReply['myRanking']> }) {
  const { cohortId, may } = cohort;
  const [choices, setChoices] = useState<readonly string[]>(saved.choices);
  const [capacity, setCapacity] = useState<number | null>(saved.capacity);
  const refresh = useRefreshCohort();
  const saving = useMutation({
    mutationFn: () => call(rankPeople, { params: { cohortId }, body: { personIds: [...choices], capacity } }),
    onSuccess: async () => {
      await refresh();
      toast({ text: 'Your ranking is saved' });
    },
  });
  return (
    <Section title="Whom you would take" hint="most wanted first; nobody else reads it">
      {saving.isError && <ErrorNote problem={saving.error} safe="Your ranking is as it was." />}
      {cohort.people.length === 0 && <p className={styles.second}>Nobody has joined yet. Hand the link to people.</p>}
      <RankEditor
        label="Your ranking"
        all={cohort.people.map(person => ({ id: person.personId, name: person.name, line: 'joined the cohort' }))}
        choices={choices}
        onChange={setChoices}
      />
      <NumberInput
        className={styles.limit}
        label="How many you can look after in all"
        placeholder="as many as there are seats"
        min={0}
        allowDecimal={false}
        value={capacity ?? ''}
        onChange={value => setCapacity(value === '' ? null : Number(value))}
      />
      <p className={styles.second}>Those whom you leave out come after, by fit.</p>
      <div className={styles.buttons}>
        <ActionButton kind="primary" because={may.rank} isWorking={saving.isPending} onClick={() => saving.mutate()}>
          Save the ranking
        </ActionButton>
      </div>
    </Section>
  );
}
