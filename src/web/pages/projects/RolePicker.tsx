import { Checkbox } from '@mantine/core';
import { ROLES, type Role } from '#core/vocabulary';
import { roleName } from '../../words/roleName.ts';
import styles from './Project.module.css';

/** One or more roles, all in sight: they are nine. */
export function RolePicker({
  label,
  name,
  roles,
  onChange,
  error,
  description,
}: {
  label: string;
  name: string;
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
  error?: string | undefined;
  description?: string;
}) {
  return (
    <Checkbox.Group
      label={label}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={[...roles]}
      error={error}
      description={description}
      onChange={values => onChange(ROLES.filter(role => values.includes(role)))}
    >
      <div className={styles.roles}>
        {ROLES.map(role => (
          <Checkbox key={role} name={name} value={role} label={roleName(role)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
