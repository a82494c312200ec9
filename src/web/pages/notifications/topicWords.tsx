import {
  IconBooks,
  IconBriefcase,
  IconBuilding,
  IconCertificate,
  IconMessageCircle,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { NotificationTopic } from '#core/notifications/kinds';

/** What notifications are about, with the icon of the place that it belongs to. */
export const TOPIC_WORDS: Readonly<Record<NotificationTopic, { readonly name: string; readonly icon: ReactNode }>> = {
  work: { name: 'Reviews and projects', icon: <IconBooks size={20} stroke={1.75} /> },
  openings: { name: 'Openings and offers', icon: <IconBriefcase size={20} stroke={1.75} /> },
  mentoring: { name: 'Mentoring', icon: <IconUsers size={20} stroke={1.75} /> },
  credit: { name: 'Credit', icon: <IconCertificate size={20} stroke={1.75} /> },
  messages: { name: 'Messages', icon: <IconMessageCircle size={20} stroke={1.75} /> },
  house: { name: 'This installation', icon: <IconBuilding size={20} stroke={1.75} /> },
};
