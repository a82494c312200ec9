import { Checkbox } from '@mantine/core';
import { ROLES, type Role } from '#core/vocabulary';
import { ROLE_WORDS } from './roleWords.ts';
import styles from './TeamPage.module.css';

/** Tick boxes for the roles of one person, each with what it allows. */
export function RoleChoice({
  roles,
  onChange,
  error,
}: {
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
  error?: string | undefined;
}) {
  return (
    <Checkbox.Group
      label="Roles"
      value={[...roles]}
      onChange={next => onChange(ROLES.filter(role => next.includes(role)))}
      error={error}
    >
      <ul className={styles.roles}>
        {ROLES.map(role => (
          <li key={role}>
            <Checkbox
              value={role}
              label={
                <>
                  {ROLE_WORDS[role].name} <span className="muted">{ROLE_WORDS[role].does}</span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Checkbox.Group>
  );
}
