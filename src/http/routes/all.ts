import type { Route } from '#http/bind';
import { accountRoutes } from '#http/routes/account';
import { agreementRoutes } from '#http/routes/agreements';
import { appraisalRoutes } from '#http/routes/appraisal';
import { certaintyRoutes } from '#http/routes/certainty';
import { cohortRoutes } from '#http/routes/cohorts';
import { communityRoutes } from '#http/routes/communities';
import { creditRoutes } from '#http/routes/credit';
import { discussionRoutes } from '#http/routes/discussions';
import { duplicateRoutes } from '#http/routes/duplicates';
import { extractionRoutes } from '#http/routes/extraction';
import { figureRoutes } from '#http/routes/figures';
import { flowSnapshotRoutes } from '#http/routes/flowSnapshots';
import { fullTextRoutes } from '#http/routes/fullTexts';
import { homeRoutes } from '#http/routes/home';
import { manuscriptRoutes } from '#http/routes/manuscript';
import { mentoringRoutes } from '#http/routes/mentoring';
import { messageRoutes } from '#http/routes/messages';
import { notificationRoutes } from '#http/routes/notifications';
import { openingRoutes } from '#http/routes/openings';
import { outreachRoutes } from '#http/routes/outreach';
import { peopleRoutes } from '#http/routes/people';
import { pilotRoutes } from '#http/routes/pilots';
import { practiceRoutes } from '#http/routes/practice';
import { preparedExportRoutes } from '#http/routes/preparedExports';
import { profileRoutes } from '#http/routes/profiles';
import { projectRoutes } from '#http/routes/projects';
import { protocolRoutes } from '#http/routes/protocol';
import { publicationRoutes } from '#http/routes/publication';
import { rankingRoutes } from '#http/routes/ranking';
import { recordRoutes } from '#http/routes/records';
import { registrationRoutes } from '#http/routes/registration';
import { remarkRoutes } from '#http/routes/remarks';
import { reportingRoutes } from '#http/routes/reporting';
import { reviewRoutes } from '#http/routes/reviews';
import { screeningRoutes } from '#http/routes/screening';
import { searchingRoutes } from '#http/routes/searching';
import { synthesisRoutes } from '#http/routes/synthesis';

/** Every endpoint of the contract with the deed that answers it. A test fails when one is missing. */
export function createRoutes(options: { hasOrcid: boolean }): readonly Route[] {
  return [
    ...peopleRoutes(options),
    ...accountRoutes,
    ...profileRoutes,
    ...homeRoutes,
    ...notificationRoutes,
    ...messageRoutes,
    ...projectRoutes,
    ...openingRoutes,
    ...agreementRoutes,
    ...cohortRoutes,
    ...outreachRoutes,
    ...reviewRoutes,
    ...protocolRoutes,
    ...searchingRoutes,
    ...recordRoutes,
    ...remarkRoutes,
    ...duplicateRoutes,
    ...pilotRoutes,
    ...practiceRoutes,
    ...discussionRoutes,
    ...rankingRoutes,
    ...screeningRoutes,
    ...figureRoutes,
    ...fullTextRoutes,
    ...extractionRoutes,
    ...appraisalRoutes,
    ...synthesisRoutes,
    ...certaintyRoutes,
    ...reportingRoutes,
    ...creditRoutes,
    ...flowSnapshotRoutes,
    ...manuscriptRoutes,
    ...preparedExportRoutes,
    ...registrationRoutes,
    ...mentoringRoutes,
    ...communityRoutes,
    ...publicationRoutes,
  ];
}
