import { TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { IconButton } from '../../parts/IconButton.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import type { FieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './Profile.module.css';
import type { OwnProfile } from './useOwnProfile.ts';

/** Stretches of days on which one can't work. Why is never shown to others. */
export function AwayFields({
  away,
  errors,
  onChange,
}: {
  away: OwnProfile['away'];
  errors: FieldErrors;
  onChange: (away: OwnProfile['away']) => void;
}) {
  const set = (place: number, change: Partial<OwnProfile['away'][number]>) =>
    onChange(away.map((one, at) => (at === place ? { ...one, ...change } : one)));
  return (
    <div className={styles.fields}>
      {away.map((one, place) => (
        // A stretch has no name of its own: its place is its name.
        <div key={String(place)} className={styles.awayRow}>
          <TextInput
            label="From"
            type="date"
            name={`away/${place}/from`}
            value={one.from}
            error={errors.of(`away/${place}/from`)}
            onChange={event => set(place, { from: event.target.value })}
          />
          <TextInput
            label="To"
            type="date"
            name={`away/${place}/to`}
            value={one.to}
            error={errors.of(`away/${place}/to`)}
            onChange={event => set(place, { to: event.target.value })}
          />
          <TextInput
            label="Why, for yourself"
            name={`away/${place}/why`}
            value={one.why}
            onChange={event => set(place, { why: event.target.value })}
          />
          <IconButton
            label="Take these days out"
            icon={<IconX size={18} stroke={1.75} />}
            onClick={() => onChange(away.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      <div>
        <LinkButton onClick={() => onChange([...away, { from: '', to: '', why: '' }])}>Add days</LinkButton>
      </div>
    </div>
  );
}
