import { Checkbox, Select } from '@mantine/core';
import { MAIL_RHYTHMS, type MailRhythm } from '#core/notifications/kinds';
import styles from './Notifications.module.css';
import type { Settings } from './SettingsForm.tsx';

const RHYTHM_WORDS: Readonly<Record<MailRhythm, string>> = {
  'at-once': 'E-mail at once',
  daily: 'Day’s e-mail',
  weekly: 'Week’s e-mail',
  off: 'No e-mail',
};

type Kind = Settings['kinds'][number];

/** One kind of notification: on the page or not, by e-mail or not. */
export function KindLine({
  kind,
  hasMail,
  onChange,
}: {
  kind: Kind;
  hasMail: boolean;
  onChange: (next: Partial<Kind>) => void;
}) {
  return (
    <li className={styles.kind}>
      <span>{kind.name}</span>
      <Checkbox
        label="On the page"
        aria-label={`On the page: ${kind.name}`}
        checked={kind.isOnPage}
        onChange={event => onChange({ isOnPage: event.currentTarget.checked })}
      />
      {hasMail && (
        <Select
          aria-label={`By e-mail: ${kind.name}`}
          data={MAIL_RHYTHMS.map(value => ({ value, label: RHYTHM_WORDS[value] }))}
          value={kind.mail}
          allowDeselect={false}
          onChange={value => onChange({ mail: MAIL_RHYTHMS.find(known => known === value) ?? kind.mail })}
        />
      )}
    </li>
  );
}
