import { Menu } from '@mantine/core';
import { IconBriefcase, IconChevronDown, IconLock, IconWorld } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { AUDIENCES, type Audience, type ProfileLine } from '#core/people/vocabulary';
import { LinkButton } from '../../parts/LinkButton.tsx';
import styles from './Profile.module.css';
import { AUDIENCE_WORDS, LINE_WORDS } from './words.ts';

const ICONS: Readonly<Record<Audience, ReactNode>> = {
  self: <IconLock size={16} stroke={1.75} aria-hidden="true" />,
  applied: <IconBriefcase size={16} stroke={1.75} aria-hidden="true" />,
  everybody: <IconWorld size={16} stroke={1.75} aria-hidden="true" />,
};

/** One line of the profile: what it says, who sees it, and, opened, the fields to change it. */
export function ProfileRow({
  line,
  audience,
  onAudience,
  value,
  onOpen,
  editor,
}: {
  line: ProfileLine;
  audience: Audience;
  onAudience: (audience: Audience) => void;
  /** Null where nothing is said yet. */
  value: ReactNode;
  onOpen: () => void;
  editor: ReactNode;
}) {
  const name = LINE_WORDS[line];
  return (
    <div className={styles.line}>
      <span className={styles.lineName}>{name}</span>
      <div className={styles.lineValue}>
        {editor || (
          <>
            {value !== null && <span className={styles.lineWords}>{value}</span>}
            <LinkButton
              onClick={onOpen}
              label={value === null ? `Say something under ${name}` : `Change ${name.toLowerCase()}`}
            >
              {value === null ? 'Add' : 'Change'}
            </LinkButton>
          </>
        )}
      </div>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <button type="button" className={styles.audience} aria-label={`${name}: seen by ${AUDIENCE_WORDS[audience]}`}>
            {ICONS[audience]}
            <span>{AUDIENCE_WORDS[audience]}</span>
            <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {AUDIENCES.map(one => (
            <Menu.Item key={one} leftSection={ICONS[one]} onClick={() => onAudience(one)}>
              {AUDIENCE_WORDS[one]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
