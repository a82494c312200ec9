import type { ReplyOf } from '#contract/endpoint';
import type { listMyApplications } from '#contract/openings';
import { Badge } from '../../parts/Badge.tsx';

type Application = ReplyOf<typeof listMyApplications>['applications'][number];

/** How an application stands, in one word. */
export function ApplicationBadge({ application }: { application: Pick<Application, 'state' | 'seenAt'> }) {
  switch (application.state) {
    case 'sent':
      return <Badge kind="neutral">{application.seenAt === null ? 'Sent' : 'Seen'}</Badge>;
    case 'waiting':
      return <Badge kind="neutral">On the waiting list</Badge>;
    case 'offered':
      return <Badge kind="include">Offered</Badge>;
    case 'accepted':
      return <Badge kind="include">In the team</Badge>;
    case 'declined':
      return <Badge kind="fact">Declined</Badge>;
    case 'withdrawn':
      return <Badge kind="fact">Withdrawn</Badge>;
  }
}
