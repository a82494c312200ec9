import { Checkbox, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { type getNotificationSettings, saveNotificationSettings } from '#contract/notifications';
import { NOTIFICATION_TOPICS } from '#core/notifications/kinds';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Section } from '../../parts/Section.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { KindLine } from './KindLine.tsx';
import styles from './Notifications.module.css';
import { TOPIC_WORDS } from './topicWords.tsx';

export type Settings = ReplyOf<typeof getNotificationSettings>;

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The choices, saved together. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const [draft, setDraft] = useState(settings);
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: () => {
      const { quietFrom, quietUntil, digestHour, digestWeekday, isMailOff, kinds } = draft;
      const choices = Object.fromEntries(kinds.map(({ kind, isOnPage, mail }) => [kind, { isOnPage, mail }]));
      return call(saveNotificationSettings, {
        body: { quietFrom, quietUntil, digestHour, digestWeekday, isMailOff, choices },
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['notification-settings'] });
      toast({ text: 'Saved' });
    },
  });
  const errors = useFieldErrors(saving.error, ['quietFrom', 'quietUntil', 'digestHour', 'digestWeekday']);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  const change = (part: Partial<Settings>) => setDraft({ ...draft, ...part });
  return (
    <form ref={errors.form} className={styles.settings} onSubmit={send} noValidate>
      <FormProblem problem={saving.error} errors={errors} />
      {draft.isMailConfigured && <Hours draft={draft} onChange={change} />}
      {NOTIFICATION_TOPICS.map(topic => (
        <Section key={topic} title={TOPIC_WORDS[topic].name}>
          <ul className={styles.kinds}>
            {draft.kinds
              .filter(kind => kind.topic === topic)
              .map(kind => (
                <KindLine
                  key={kind.kind}
                  kind={kind}
                  hasMail={draft.isMailConfigured && !draft.isMailOff}
                  onChange={next =>
                    change({ kinds: draft.kinds.map(one => (one.kind === kind.kind ? { ...one, ...next } : one)) })
                  }
                />
              ))}
          </ul>
        </Section>
      ))}
      <div className={styles.buttons}>
        <ActionButton type="submit" kind="primary" isWorking={saving.isPending}>
          Save what reaches you
        </ActionButton>
      </div>
    </form>
  );
}

function Hours({ draft, onChange }: { draft: Settings; onChange: (part: Partial<Settings>) => void }) {
  const hour = (label: string, name: 'quietFrom' | 'quietUntil' | 'digestHour') => (
    <Select
      label={label}
      name={name}
      data={HOURS}
      value={String(draft[name])}
      allowDeselect={false}
      disabled={draft.isMailOff}
      onChange={value => onChange({ [name]: Number(value) })}
    />
  );
  return (
    <Section title="E-mails" hint={`Hours of ${draft.timeZone.replaceAll('_', ' ')}`}>
      <Checkbox
        label="Send me e-mails"
        checked={!draft.isMailOff}
        onChange={event => onChange({ isMailOff: !event.currentTarget.checked })}
      />
      <div className={styles.hours}>
        {hour('Quiet from', 'quietFrom')}
        {hour('Quiet until', 'quietUntil')}
        {hour('Day’s e-mail at', 'digestHour')}
        <Select
          label="Week’s e-mail on"
          name="digestWeekday"
          data={WEEKDAYS.map((label, value) => ({ value: String(value), label }))}
          value={String(draft.digestWeekday)}
          allowDeselect={false}
          disabled={draft.isMailOff}
          onChange={value => onChange({ digestWeekday: Number(value) })}
        />
      </div>
      <p className={styles.quiet}>
        {draft.hasTimeZone ? 'The time zone is the one of ' : 'You have said no time zone yet. Choose it on '}
        <Link to="/profile">your profile</Link>. The same hour twice means that no hour is quiet.
      </p>
    </Section>
  );
}
