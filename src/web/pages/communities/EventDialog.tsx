import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Community.module.css';
import { type CommunityEvent, useCancelEvent, usePlanEvent } from './useCommunities.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/** An instant as the field for day and hour wants it: in the reader's own time zone. */
function localText(instant: string): string {
  const at = new Date(instant);
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** Plans an event, or changes one. Hours are in the time zone of whoever plans; each reader sees theirs. */
export function EventDialog({
  communityId,
  event,
  onClose,
}: {
  communityId: string;
  event: CommunityEvent | null;
  onClose: () => void;
}) {
  const [title, setTitle] = useState(event?.title ?? '');
  const [startsAt, setStartsAt] = useState(event ? localText(event.startsAt) : '');
  const [minutes, setMinutes] = useState<number>(event?.minutes ?? 60);
  const [capacity, setCapacity] = useState<number | ''>(event?.capacity ?? '');
  const [place, setPlace] = useState(event?.place ?? '');
  const [about, setAbout] = useState(event?.about ?? '');
  const plan = usePlanEvent(communityId);
  const cancel = useCancelEvent();
  const errors = useFieldErrors(plan.error, ['title', 'startsAt', 'minutes', 'capacity', 'place', 'about']);
  const send = (sent: FormEvent) => {
    sent.preventDefault();
    if (plan.isPending) return;
    const body = {
      ...{ title, about, place, minutes, capacity: capacity === '' ? null : capacity },
      startsAt: startsAt === '' ? '' : new Date(startsAt).toISOString(),
    };
    plan.mutate({ eventId: event?.eventId ?? null, body }, { onSuccess: onClose });
  };
  return (
    <Dialog title={event ? 'Change the event' : 'Plan an event'} onClose={onClose}>
      <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
        <FormProblem problem={plan.error ?? cancel.error} errors={errors} />
        <TextInput
          label="Title"
          name="title"
          value={title}
          error={errors.of('title')}
          onChange={one => setTitle(one.target.value)}
        />
        <TextInput
          label="Day and hour"
          description="In your time zone; everybody sees it in theirs."
          name="startsAt"
          type="datetime-local"
          value={startsAt}
          error={errors.of('startsAt')}
          onChange={one => setStartsAt(one.target.value)}
        />
        <div className={styles.pair}>
          <NumberInput
            label="Minutes"
            name="minutes"
            min={5}
            max={1440}
            value={minutes}
            error={errors.of('minutes')}
            onChange={next => setMinutes(typeof next === 'number' ? next : minutes)}
          />
          <NumberInput
            label="Places (optional)"
            name="capacity"
            min={1}
            value={capacity}
            error={errors.of('capacity')}
            onChange={next => setCapacity(typeof next === 'number' ? next : '')}
          />
        </div>
        <TextInput
          label="Where (optional)"
          placeholder="A room or a link"
          name="place"
          value={place}
          error={errors.of('place')}
          onChange={one => setPlace(one.target.value)}
        />
        <Textarea
          label="About it (optional)"
          name="about"
          autosize
          minRows={2}
          value={about}
          error={errors.of('about')}
          onChange={one => setAbout(one.currentTarget.value)}
        />
        <div className={styles.buttons}>
          {event && (
            <ActionButton
              kind="danger"
              isWorking={cancel.isPending}
              onClick={() => cancel.mutate(event.eventId, { onSuccess: onClose })}
            >
              Cancel the event
            </ActionButton>
          )}
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton type="submit" kind="primary" isWorking={plan.isPending}>
            {event ? 'Save the event' : 'Plan the event'}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
