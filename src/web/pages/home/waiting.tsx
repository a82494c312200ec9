import { IconClipboardCheck, IconFolderCheck, IconMailOpened, IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import type { getHome } from '#contract/home';
import type { listProjects } from '#contract/projects';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { counted } from '../../words/counted.ts';
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

/** Everything that waits, in this order: the next deed of each review, offers, people to answer, reviews to begin. */
export function waitingOf(home: HomeReply, projects: readonly ProjectRow[]): Waiting[] {
  return [...reviewsOf(home), ...offersOf(home), ...seatsOf(home), ...projectsOf(projects)];
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
    line: offer.note === '' ? roleName(offer.role) : `“${offer.note}”`,
    action: isFirst => <OfferAnswer offer={offer} isFirst={isFirst} />,
  }));
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
