import { Checkbox, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { giveOutRecords } from '#contract/assignments';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { toast } from '../../parts/toast.ts';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { type GiveOut, useBoard, usePreview } from '../screening/teamQueries.ts';
import styles from './AssignSelection.module.css';
import type { RecordSelection } from './RecordDeeds.tsx';
import { askedFilters } from './useRecordFilters.ts';

const STAGE = 'title-and-abstract';

/** Gives the selection to people to screen; what would happen is shown before it does. For those who may give out. */
export function AssignSelection({ reviewId, selection }: { reviewId: string; selection: RecordSelection }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <ActionButton icon={<IconUserPlus stroke={1.75} />} onClick={() => setIsOpen(true)}>
        Add to an assignment
      </ActionButton>
      {isOpen && (
        <Dialog title="Who screens these?" onClose={() => setIsOpen(false)}>
          <AssignForm reviewId={reviewId} selection={selection} onDone={() => setIsOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function AssignForm({
  reviewId,
  selection,
  onDone,
}: {
  reviewId: string;
  selection: RecordSelection;
  onDone: () => void;
}) {
  const queries = useQueryClient();
  const board = useBoard(reviewId, STAGE, true);
  const [personIds, setPersonIds] = useState<string[]>([]);
  const [dueOn, setDueOn] = useState('');
  const input: GiveOut | null =
    personIds.length === 0 ? null : { personIds, which: whichOf(selection), dueOn: dueOn === '' ? null : dueOn };
  const preview = usePreview(reviewId, STAGE, input);
  const giving = useMutation({
    mutationFn: (body: GiveOut) => call(giveOutRecords, { params: { reviewId, stage: STAGE }, body }),
    onSuccess: async ({ given }) => {
      toast({ text: `${counted(given, 'record')} given out` });
      onDone();
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
    },
  });
  if (board.error) return <ErrorNote problem={board.error} onRetry={() => void board.refetch()} />;
  if (!board.data) return <Loading shape="lines" />;
  const plan = input === null ? null : (preview.data ?? null);
  const problem = giving.error ?? preview.error;
  const added = (personId: string) => plan?.perPerson.find(one => one.personId === personId)?.added;
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        if (input) giving.mutate(input);
      }}
    >
      {problem && <ErrorNote problem={problem} />}
      <Checkbox.Group label="To whom" value={personIds} onChange={setPersonIds}>
        <ul className={styles.people}>
          {board.data.people
            .filter(one => one.canScreen && !one.hasLeft)
            .map(one => (
              <li key={one.personId}>
                <Checkbox value={one.personId} label={one.name} />
                <span className="number">
                  {added(one.personId) === undefined ? '–' : count(added(one.personId) ?? 0)}
                </span>
              </li>
            ))}
        </ul>
      </Checkbox.Group>
      <TextInput
        type="date"
        label="Due (optional)"
        value={dueOn}
        onChange={event => setDueOn(event.currentTarget.value)}
      />
      {plan && (
        <ul className={styles.plan} aria-live="polite">
          <li>{`${counted(plan.given, 'record')} ${plan.given === 1 ? 'goes' : 'go'} out. Those that have their screeners already stay with them.`}</li>
          {plan.notGiven.map(one => (
            <li key={one.because}>{`${count(one.count)} stay: ${one.because}`}</li>
          ))}
        </ul>
      )}
      <p className={styles.foot}>
        <ActionButton
          type="submit"
          kind="primary"
          isWorking={giving.isPending}
          because={whyNotGive(board.data.may.assign, personIds.length, plan?.given ?? null)}
        >
          {plan ? `Give out ${counted(plan.given, 'record')}` : 'Give out records'}
        </ActionButton>
      </p>
    </form>
  );
}

function whichOf(selection: RecordSelection): GiveOut['which'] {
  if ('recordIds' in selection) return { kind: 'chosen', recordIds: [...selection.recordIds] };
  return { kind: 'selected', filters: askedFilters(selection.filters) };
}

function whyNotGive(because: string | null, people: number, given: number | null): string | null {
  if (because !== null) return because;
  if (people === 0) return 'Choose at least one person.';
  return given === 0 ? 'Each of these has its screeners already, or these people can’t screen them.' : null;
}
