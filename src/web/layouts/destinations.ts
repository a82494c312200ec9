import {
  IconBooks,
  IconBriefcase,
  IconCertificate,
  IconCirclePlus,
  IconFolders,
  IconGitCompare,
  IconHistory,
  IconHome,
  IconMail,
  IconMessageCircle,
  IconMessages,
  IconNews,
  IconTable,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

type Icon = ComponentType<{ size?: number | string; stroke?: number | string }>;

export interface Destination {
  readonly name: string;
  readonly to: string;
  readonly icon: Icon;
  /** Stands in the phone's bar of five. */
  readonly isOnPhone: boolean;
}

/** The house's main places, in the order of the sidebar. A place appears as soon as a feature has a page at its path. */
export const DESTINATIONS: readonly Destination[] = [
  { name: 'Home', to: '/home', icon: IconHome, isOnPhone: true },
  { name: 'Reviews', to: '/reviews', icon: IconBooks, isOnPhone: true },
  { name: 'Projects', to: '/projects', icon: IconFolders, isOnPhone: true },
  { name: 'Openings', to: '/openings', icon: IconBriefcase, isOnPhone: true },
  { name: 'Mentoring', to: '/mentoring', icon: IconUsers, isOnPhone: true },
  { name: 'Credit', to: '/credit', icon: IconCertificate, isOnPhone: true },
  { name: 'Messages', to: '/messages', icon: IconMessageCircle, isOnPhone: false },
];

export interface ReviewPlace extends Omit<Destination, 'isOnPhone'> {
  /** Judgements stand below the synthesis that they judge; the team's places in sight; what is opened now and then folded away. */
  readonly group: 'judgement' | 'team' | 'more';
}

/** What a review has beside its stages. */
export const REVIEW_PLACES: readonly ReviewPlace[] = [
  { group: 'judgement', name: 'Certainty', to: '/reviews/$reviewId/certainty', icon: IconCirclePlus },
  { group: 'judgement', name: 'Summary of findings', to: '/reviews/$reviewId/findings', icon: IconTable },
  { group: 'team', name: 'Team and assignments', to: '/reviews/$reviewId/team', icon: IconUsersGroup },
  { group: 'team', name: 'Conflicts', to: '/reviews/$reviewId/conflicts', icon: IconGitCompare },
  { group: 'team', name: 'Discussions', to: '/reviews/$reviewId/discussions', icon: IconMessages },
  { group: 'more', name: 'Who did what', to: '/reviews/$reviewId/credit', icon: IconCertificate },
  { group: 'more', name: 'Journals', to: '/reviews/$reviewId/journals', icon: IconNews },
  { group: 'more', name: 'Who works on this', to: '/reviews/$reviewId/faculty', icon: IconMail },
  { group: 'more', name: 'Audit trail', to: '/reviews/$reviewId/audit', icon: IconHistory },
];
