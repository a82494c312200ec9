import { Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import {
  IconFlag,
  IconLogout,
  IconMessageCircle,
  IconSelector,
  IconSettings,
  IconUserCircle,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Avatar } from '../parts/Avatar.tsx';
import { useSession } from '../queries/useSession.ts';
import { useSignOut } from '../queries/useSignOut.ts';
import styles from './PersonMenu.module.css';
import { useHasPage } from './useHasPage.ts';

const SCHEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'Auto' },
] as const;

/** At the sidebar's foot, on the phone in the top bar: who is signed in, the way to the profile, appearance, the way out. */
export function PersonMenu({ isCompact = false }: { isCompact?: boolean }) {
  const person = useSession().data?.person;
  const signOut = useSignOut();
  const hasPage = useHasPage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  if (!person) return null;
  return (
    <Menu position={isCompact ? 'bottom-end' : 'top-start'} width={isCompact ? 260 : 240}>
      <Menu.Target>
        <button
          type="button"
          className={isCompact ? styles.compact : styles.person}
          aria-label={`${person.name}: menu`}
        >
          <Avatar name={person.name} size={isCompact ? 32 : 30} />
          {!isCompact && (
            <>
              <span className={styles.words}>
                <span className={styles.name}>{person.name}</span>
                <span className={styles.line}>{person.email}</span>
              </span>
              <IconSelector size={16} stroke={1.75} className={styles.arrow} />
            </>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {hasPage('/profile') && (
          <Menu.Item leftSection={<IconUserCircle size={16} stroke={1.75} />} component={Link} to="/profile">
            Your profile
          </Menu.Item>
        )}
        {hasPage('/account') && (
          <Menu.Item leftSection={<IconSettings size={16} stroke={1.75} />} component={Link} to="/account">
            Your account
          </Menu.Item>
        )}
        {isCompact && (
          <Menu.Item leftSection={<IconMessageCircle size={16} stroke={1.75} />} component={Link} to="/messages">
            Messages
          </Menu.Item>
        )}
        {person.isAdministrator && hasPage('/moderation') && (
          <Menu.Item leftSection={<IconFlag size={16} stroke={1.75} />} component={Link} to="/moderation">
            Reported posts
          </Menu.Item>
        )}
        <Menu.Label id="appearance">Appearance</Menu.Label>
        <SegmentedControl
          className={styles.schemes}
          aria-labelledby="appearance"
          fullWidth
          size="xs"
          data={SCHEMES.map(scheme => ({ ...scheme }))}
          value={colorScheme}
          onChange={value => setColorScheme(value)}
        />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
