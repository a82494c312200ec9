import { Menu } from '@mantine/core';
import { IconChevronDown, IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './ActionButton.module.css';

export interface MenuDeed {
  readonly name: string;
  readonly icon?: ReactNode;
  readonly onClick: () => void;
  readonly isDangerous?: boolean;
  /** Why one can't do it now; shown under the name. */
  readonly because?: string | null;
}

/** A button that opens deeds: "Export" with its chevron, or three dots when it has no word (then `label` names it). */
export function MenuButton({
  children,
  label,
  icon,
  deeds,
  size = 'medium',
  kind = 'secondary',
}: {
  children?: ReactNode;
  label?: string;
  icon?: ReactNode;
  deeds: readonly MenuDeed[];
  size?: 'small' | 'medium';
  /** Primary where taking something along is the page's one deed. */
  kind?: 'primary' | 'secondary';
}) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          data-kind={kind}
          data-size={size}
          aria-label={label}
          title={label}
        >
          {icon}
          {children ?? <IconDots stroke={1.75} />}
          {children && <IconChevronDown stroke={1.75} />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {deeds.map(({ name, icon: sign, onClick, isDangerous, because }) => (
          <Menu.Item
            key={name}
            leftSection={sign}
            disabled={Boolean(because)}
            onClick={onClick}
            {...(isDangerous ? { c: 'var(--exclude-text)' } : {})}
          >
            {name}
            {because && <div className={styles.reason}>{because}</div>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
