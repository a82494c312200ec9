import { Textarea } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { passPilot } from '#contract/pilots';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { decimals } from './kappaWords.ts';
import styles from './PilotPage.module.css';
import type { Pilot, Round } from './pilotQueries.ts';

export interface PilotGateProps {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly pilot: Pilot;
  readonly round: Round;
  readonly onDraw: () => void;
}

/** What must hold before screening begins, what was found of it, and the way around: a written reason. */
export function PilotGate({ reviewId, stage, pilot, round, onDraw }: PilotGateProps) {
  const queries = useQueryClient();
  const [isAround, setIsAround] = useState(false);
  const [reason, setReason] = useState('');
  const pass = useMutation({
    mutationFn: () =>
      call(passPilot, { params: { reviewId, stage }, body: { reason: isAround ? reason.trim() || null : null } }),
    onSuccess: async () => {
      toast({ text: 'Screening may begin: give out the rest' });
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
    },
  });
  const errors = useFieldErrors(pass.error, ['reason']);
  const value = round.outcome?.agreement.value ?? null;
  const isReached = round.isFinished && value !== null && value >= round.bar;
  const open = round.outcome?.disagreements.filter(one => one.settled === null).length ?? null;
  const done = round.people.reduce((sum, one) => sum + one.done, 0);
  const mayLead = pilot.may.pass === null;
  return (
    <>
      <ul className={styles.conditions}>
        <Condition isMet={round.isFinished} claim="Everybody has finished">
          {done} of {round.people.length * round.records} decisions
        </Condition>
        <Condition isMet={isReached} claim={`Agreement at least ${decimals(round.bar)}`}>
          {value === null ? 'shown when everybody has finished' : decimals(value)}
        </Condition>
        <Condition isMet={open === 0} claim="Every disagreement is settled">
          {open === null
            ? 'shown when everybody has finished'
            : open === 0
              ? 'nothing is left to talk over'
              : `${counted(open, 'record')} left, not needed to begin`}
        </Condition>
      </ul>
      {round.passed ? (
        <Note kind="done" claim="Screening may begin.">
          {round.passed.by} opened it on {day(round.passed.at)}
          {round.passed.because === null ? ', agreement had reached the bar.' : `: “${round.passed.because}”`}
        </Note>
      ) : (
        mayLead && (
          <form
            ref={errors.form}
            className={styles.gateForm}
            onSubmit={event => {
              event.preventDefault();
              if (!pass.isPending) pass.mutate();
            }}
          >
            <FormProblem problem={pass.error} errors={errors} />
            {isAround && (
              <Textarea
                label="Why screening begins before that"
                name="reason"
                description="It stands in the audit trail and belongs in the Methods."
                autosize
                minRows={3}
                error={errors.of('reason')}
                value={reason}
                onChange={event => setReason(event.currentTarget.value)}
              />
            )}
            <ActionButton
              kind="primary"
              size="large"
              type="submit"
              isWide
              isWorking={pass.isPending}
              because={
                isReached || (isAround && reason.trim() !== '') ? null : 'Agreement has not reached the bar yet.'
              }
            >
              Begin screening
            </ActionButton>
            {!isReached && !isAround && (
              <p className={styles.aside}>
                <LinkButton onClick={() => setIsAround(true)}>Begin with a written reason</LinkButton>
              </p>
            )}
          </form>
        )
      )}
      {mayLead && (
        <ActionButton
          isWide
          because={round.isFinished ? null : 'Wait until everybody has finished this round.'}
          onClick={onDraw}
        >
          Draw another round
        </ActionButton>
      )}
    </>
  );
}

function Condition({ isMet, claim, children }: { isMet: boolean; claim: string; children: ReactNode }) {
  return (
    <li className={styles.condition}>
      {isMet ? (
        <IconCircleCheck size={20} stroke={1.75} className={styles.met} aria-label="met:" />
      ) : (
        <IconCircleDashed size={20} stroke={1.75} className={styles.open} aria-label="not met yet:" />
      )}
      <span>
        <strong>{claim}</strong>
        <span className={styles.below}>{children}</span>
      </span>
    </li>
  );
}
