import {
  IconAlertTriangle,
  IconCheck,
  IconGitCompare,
  IconHelpCircle,
  IconInfoCircle,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Badge.module.css';

export const MEANINGS = ['include', 'exclude', 'unsure', 'conflict', 'info', 'warn'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** `accent` is for what one can act on, `neutral` for what waits, `fact` is an outline for plain facts. */
export type BadgeKind = Meaning | 'accent' | 'neutral' | 'fact';

const ICONS: Readonly<Record<Meaning, ReactNode>> = {
  include: <IconCheck size={14} stroke={1.75} />,
  exclude: <IconX size={14} stroke={1.75} />,
  unsure: <IconHelpCircle size={14} stroke={1.75} />,
  conflict: <IconGitCompare size={14} stroke={1.75} />,
  info: <IconInfoCircle size={14} stroke={1.75} />,
  warn: <IconAlertTriangle size={14} stroke={1.75} />,
};

/** A word with the tint and icon of its meaning. Another icon may take the place of the usual one; null leaves it out. */
export function Badge({ kind, icon, children }: { kind: BadgeKind; icon?: ReactNode; children: ReactNode }) {
  const usual = kind === 'accent' || kind === 'neutral' || kind === 'fact' ? null : ICONS[kind];
  return (
    <span className={styles.badge} data-kind={kind}>
      {icon === undefined ? usual : icon}
      {children}
    </span>
  );
}
