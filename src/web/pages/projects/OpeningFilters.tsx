import { Checkbox, Radio } from '@mantine/core';
import { ROLES } from '#core/vocabulary';
import { count } from '../../words/count.ts';
import { roleName } from '../../words/roleName.ts';
import styles from './Openings.module.css';
import type { OpeningDetails } from './openingBody.ts';
import { countWith, HOURS, type OpeningFilter } from './openingFilters.ts';

/** The filters, each with how many openings it leaves. */
export function OpeningFilters({
  openings,
  filter,
  onFilter,
  state,
  onState,
}: {
  openings: readonly OpeningDetails[];
  filter: OpeningFilter;
  onFilter: (change: Partial<OpeningFilter>) => void;
  state: string;
  onState: (state: string) => void;
}) {
  const roles = ROLES.filter(role => filter.roles.includes(role) || openings.some(opening => opening.role === role));
  return (
    <div className={styles.filters}>
      {roles.length > 0 && (
        <fieldset className={styles.group}>
          <legend>Role</legend>
          {roles.map(role => (
            <div key={role} className={styles.choice}>
              <Checkbox
                label={roleName(role)}
                checked={filter.roles.includes(role)}
                onChange={event =>
                  onFilter({
                    roles: event.target.checked
                      ? [...filter.roles, role]
                      : filter.roles.filter(chosen => chosen !== role),
                  })
                }
              />
              <span className="number muted">{count(countWith(openings, filter, { roles: [role] }))}</span>
            </div>
          ))}
        </fieldset>
      )}
      <fieldset className={styles.group}>
        <legend>Hours a week</legend>
        {[...HOURS, null].map(hours => (
          <div key={String(hours)} className={styles.choice}>
            <Radio
              name="hours"
              label={hours === null ? 'any' : `up to ${hours} h`}
              checked={filter.mostHours === hours}
              onChange={() => onFilter({ mostHours: hours })}
            />
            <span className="number muted">{count(countWith(openings, filter, { mostHours: hours }))}</span>
          </div>
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>For you</legend>
        <div className={styles.choice}>
          <Checkbox
            label="Where I can apply"
            checked={filter.isForMe}
            onChange={event => onFilter({ isForMe: event.target.checked })}
          />
          <span className="number muted">{count(countWith(openings, filter, { isForMe: true }))}</span>
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>State</legend>
        {['open', 'closed'].map(one => (
          <div key={one} className={styles.choice}>
            <Radio name="state" label={one} checked={state === one} onChange={() => onState(one)} />
          </div>
        ))}
      </fieldset>
    </div>
  );
}
