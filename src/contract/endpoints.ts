import * as account from '#contract/account';
import * as agreements from '#contract/agreements';
import * as appraisal from '#contract/appraisal';
import * as appraisalPlots from '#contract/appraisalPlots';
import * as assignments from '#contract/assignments';
import * as certainty from '#contract/certainty';
import * as characteristics from '#contract/characteristics';
import * as cohorts from '#contract/cohorts';
import * as communities from '#contract/communities';
import * as communityDeeds from '#contract/communityDeeds';
import * as conflicts from '#contract/conflicts';
import * as counts from '#contract/counts';
import * as credit from '#contract/credit';
import * as discussions from '#contract/discussions';
import * as duplicates from '#contract/duplicates';
import type { Endpoint } from '#contract/endpoint';
import * as extraction from '#contract/extraction';
import * as extractionForm from '#contract/extractionForm';
import * as extractionTables from '#contract/extractionTables';
import * as figures from '#contract/figures';
import * as flowSnapshots from '#contract/flowSnapshots';
import * as fullTexts from '#contract/fullTexts';
import * as goals from '#contract/goals';
import * as home from '#contract/home';
import * as homeParts from '#contract/homeParts';
import * as jobs from '#contract/jobs';
import * as keptFilters from '#contract/keptFilters';
import * as manuscript from '#contract/manuscript';
import * as mentoring from '#contract/mentoring';
import * as messages from '#contract/messages';
import * as notifications from '#contract/notifications';
import * as offers from '#contract/offers';
import * as openingAlerts from '#contract/openingAlerts';
import * as openings from '#contract/openings';
import * as outcomes from '#contract/outcomes';
import * as outreach from '#contract/outreach';
import * as people from '#contract/people';
import * as pilots from '#contract/pilots';
import * as practice from '#contract/practice';
import * as preferences from '#contract/preferences';
import * as preparedExports from '#contract/preparedExports';
import * as profiles from '#contract/profiles';
import * as projects from '#contract/projects';
import * as protocol from '#contract/protocol';
import * as publication from '#contract/publication';
import * as publications from '#contract/publications';
import * as ranking from '#contract/ranking';
import * as records from '#contract/records';
import * as registration from '#contract/registration';
import * as remarks from '#contract/remarks';
import * as reportedOutcomes from '#contract/reportedOutcomes';
import * as reporting from '#contract/reporting';
import * as reviews from '#contract/reviews';
import * as screening from '#contract/screening';
import * as searching from '#contract/searching';
import * as sheets from '#contract/sheets';
import * as studyLinks from '#contract/studyLinks';
import * as synthesis from '#contract/synthesis';
import * as whatIf from '#contract/whatIf';

/** In the order of the work. */
const FEATURES: readonly Readonly<Record<string, unknown>>[] = [
  people,
  account,
  profiles,
  publications,
  preferences,
  home,
  homeParts,
  notifications,
  messages,
  projects,
  openings,
  offers,
  openingAlerts,
  agreements,
  cohorts,
  outreach,
  reviews,
  protocol,
  searching,
  jobs,
  records,
  remarks,
  keptFilters,
  duplicates,
  pilots,
  practice,
  ranking,
  screening,
  conflicts,
  assignments,
  fullTexts,
  discussions,
  extraction,
  counts,
  outcomes,
  extractionForm,
  sheets,
  reportedOutcomes,
  extractionTables,
  studyLinks,
  appraisal,
  appraisalPlots,
  characteristics,
  synthesis,
  figures,
  certainty,
  reporting,
  credit,
  flowSnapshots,
  manuscript,
  preparedExports,
  registration,
  mentoring,
  goals,
  communities,
  communityDeeds,
  whatIf,
  publication,
];

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && (value as { isEndpoint?: unknown }).isEndpoint === true;
}

/** Every endpoint by its name, which is OpenAPI's operationId. */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = Object.fromEntries(
  FEATURES.flatMap(feature =>
    Object.entries(feature).flatMap(([name, value]) => (isEndpoint(value) ? [[name, value] as const] : [])),
  ),
);
