import {
  IconCalendarEvent,
  IconCertificate,
  IconClipboardCheck,
  IconFolderCheck,
  IconMailOpened,
  IconSignature,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import type { getHome } from '#contract/home';
import type { getHomeApprovals } from '#contract/homeParts';
import type { getMentoring } from '#contract/mentoring';
import type { listProjects } from '#contract/projects';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { roleName } from '../../words/roleName.ts';
import { OfferAnswer } from './OfferAnswer.tsx';

export type HomeReply = ReplyOf<typeof getHome>;
export type ProjectRow = ReplyOf<typeof listProjects>['projects'][number];

/** One thing that waits for this person. The first of them is the page's tinted card, the others are rows. */
export interface Waiting {
  readonly key: string;
  readonly icon: ReactNode;
  readonly over: string;
  /** What authors wrote stands in serif in the card. */
  readonly title: string;
  readonly line: ReactNode;
  readonly action: (isFirst: boolean) => ReactNode;
}

export type Approvals = ReplyOf<typeof getHomeApprovals>;
export type MentorshipRow = ReplyOf<typeof getMentoring>['mentorships'][number];

/**
 * Everything that waits, in this order: the next deed of each review, offers, check-ins of these days, who asks for a mentor,
 * agreements and claims that lack one's word, people to answer, reviews to begin.
 */
export function waitingOf(
  home: HomeReply,
  projects: readonly ProjectRow[],
  approvals: Approvals | undefined,
  mentorships: readonly MentorshipRow[],
): Waiting[] {
  return [
    ...reviewsOf(home),
    ...offersOf(home),
    ...mentoringOf(mentorships),
    ...(approvals ? approvalsOf(approvals) : []),
    ...seatsOf(home),
    ...projectsOf(projects),
  ];
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function whenOf({ onDay, startsAt }: { readonly onDay: string; readonly startsAt: string | null }): string {
  return startsAt === null ? day(onDay) : `${day(onDay)}, ${clock.format(new Date(startsAt))}`;
}

const SOON_MS = 2 * 86_400_000;

/** Check-ins until tomorrow, also those that nobody has said anything about; requests to be somebody's mentor, and invitations of mentors. */
function mentoringOf(mentorships: readonly MentorshipRow[]): Waiting[] {
  const soon = new Date(Date.now() + SOON_MS);
  return mentorships.flatMap(one => {
    const to = `/mentoring?with=${one.mentorshipId}`;
    if (one.state === 'asked' && one.isMentor) {
      return [
        row(`asked-${one.mentorshipId}`, <IconUsers size={20} stroke={1.75} />, {
          ...{ over: one.with.name, title: `${one.with.name} asks you to be their mentor`, line: one.note },
          ...{ to, button: 'Read the request' },
        }),
      ];
    }
    if (one.state === 'invited' && !one.isMentor) {
      return [
        row(`invited-${one.mentorshipId}`, <IconUsers size={20} stroke={1.75} />, {
          ...{ over: one.with.name, title: `${one.with.name} would like to be your mentor`, line: one.note },
          ...{ to, button: 'Read the invitation' },
        }),
      ];
    }
    if (one.state !== 'active' || !one.next || new Date(one.next.onDay) > soon) return [];
    return [
      row(`check-in-${one.mentorshipId}`, <IconCalendarEvent size={20} stroke={1.75} />, {
        ...{ over: one.with.name, title: `Check-in on ${whenOf(one.next)}` },
        // An address is opened from the agenda; written out it says nothing.
        line: /^https?:/.test(one.next.place) ? null : one.next.place || null,
        ...{ to, button: 'Open agenda' },
      }),
    ];
  });
}

function approvalsOf({ agreements, claims }: Approvals): Waiting[] {
  return [
    ...agreements.map(one =>
      row(`agreement-${one.projectId}`, <IconSignature size={20} stroke={1.75} />, {
        ...{ over: one.projectTitle, title: `Sign version ${one.version} of the agreement`, line: null },
        ...{ to: `/projects/${one.projectId}/agreement`, button: 'Read and sign' },
      }),
    ),
    ...claims.map(one =>
      row(`claims-${one.reviewId}`, <IconCertificate size={20} stroke={1.75} />, {
        ...{ over: one.reviewTitle, title: `Confirm ${counted(one.count, 'claimed role')}`, line: null },
        ...{ to: `/reviews/${one.reviewId}/credit`, button: 'Look and confirm' },
      }),
    ),
  ];
}

function row(
  key: string,
  icon: ReactNode,
  words: Pick<Waiting, 'over' | 'title' | 'line'> & { readonly to: string; readonly button: string },
): Waiting {
  const { to, button, ...rest } = words;
  const [path = '/', query = ''] = to.split('?');
  return {
    ...{ key, icon, ...rest },
    action: isFirst => (
      <ActionButton
        kind={isFirst ? 'primary' : 'secondary'}
        size={isFirst ? 'large' : 'small'}
        to={path}
        search={Object.fromEntries(new URLSearchParams(query))}
      >
        {button}
      </ActionButton>
    ),
  };
}

function reviewsOf(home: HomeReply): Waiting[] {
  return home.reviews.flatMap(({ reviewId, title, next }) => {
    if (!next) return [];
    const to = `/reviews/${reviewId}/${next.path}`;
    return [
      {
        key: reviewId,
        icon: <IconClipboardCheck size={20} stroke={1.75} />,
        over: title,
        title: next.title,
        line: next.detail,
        action: isFirst => (
          <ActionButton kind={isFirst ? 'primary' : 'secondary'} size={isFirst ? 'large' : 'small'} to={to}>
            {next.button}
          </ActionButton>
        ),
      },
    ];
  });
}

function offersOf(home: HomeReply): Waiting[] {
  return home.offers.map(offer => ({
    key: offer.offerId,
    icon: <IconMailOpened size={20} stroke={1.75} />,
    over: offer.projectTitle,
    title: `${offer.madeBy} offers you a seat: ${offer.openingTitle}`,
    line: offerLine(offer),
    action: isFirst => <OfferAnswer offer={offer} isFirst={isFirst} />,
  }));
}

function offerLine({ note, role, answerBy }: HomeReply['offers'][number]): string {
  const words = note === '' ? roleName(role) : `“${note}”`;
  return answerBy === null ? words : `${words} · answer by ${day(answerBy)}`;
}

function seatsOf(home: HomeReply): Waiting[] {
  return home.seatsToFill
    .filter(seat => seat.toAnswer > 0)
    .map(seat => ({
      key: seat.openingId,
      icon: <IconUserCheck size={20} stroke={1.75} />,
      over: seat.projectTitle,
      title: `${counted(seat.toAnswer, 'application')} to answer: ${seat.title}`,
      line: `${counted(seat.seatsLeft, 'seat')} left`,
      action: isFirst => (
        <ActionButton
          kind={isFirst ? 'primary' : 'secondary'}
          size={isFirst ? 'large' : 'small'}
          to={`/openings/${seat.openingId}/applicants`}
        >
          See applicants
        </ActionButton>
      ),
    }));
}

/** A project whose review has not begun, for its lead. */
function projectsOf(projects: readonly ProjectRow[]): Waiting[] {
  return projects
    .filter(project => project.reviewId === null && project.roles.includes('lead'))
    .map(project => ({
      key: project.projectId,
      icon: <IconFolderCheck size={20} stroke={1.75} />,
      over: project.title,
      title: 'Get the team together and begin the review',
      line: counted(project.memberCount, 'person', 'people'),
      action: isFirst => (
        <ActionButton
          kind={isFirst ? 'primary' : 'secondary'}
          size={isFirst ? 'large' : 'small'}
          to={`/projects/${project.projectId}`}
        >
          Open the project
        </ActionButton>
      ),
    }));
}
