import * as offers from '#contract/offers';
import * as alerts from '#contract/openingAlerts';
import * as contract from '#contract/openings';
import { type Route, route } from '#http/bind';
import { dropAlert, keepSearch, listAlerts, lookAtAlert } from '#services/openings/alerts';
import {
  answerApplication,
  applyForOpening,
  listApplicants,
  listMyApplications,
} from '#services/openings/applications';
import { listReportedOpenings, moderateOpening, reportOpening } from '#services/openings/moderation';
import { acceptOffer, declineOffer, listMyOffers, makeOffer, withdrawOffer } from '#services/openings/offers';
import { listOpenings, readOpening } from '#services/openings/readOpenings';
import { suggestPeople } from '#services/openings/suggestPeople';
import { createOpening, updateOpening } from '#services/openings/writeOpening';

export const openingRoutes: readonly Route[] = [
  route(contract.createOpening, (ctx, actor, { params, body }) => createOpening(ctx, actor, params.projectId, body)),
  route(contract.updateOpening, (ctx, actor, { params, body }) => updateOpening(ctx, actor, params.openingId, body)),
  route(contract.listOpenings, async (ctx, actor, { query }) => ({ openings: await listOpenings(ctx, actor, query) })),
  route(contract.getOpening, (ctx, actor, { params }) => readOpening(ctx, actor, params.openingId)),
  route(contract.applyForOpening, (ctx, actor, { params, body }) =>
    applyForOpening(ctx, actor, { ...params, ...body }),
  ),
  route(contract.listApplicants, async (ctx, actor, { params }) => ({
    applicants: await listApplicants(ctx, actor, params.openingId),
  })),
  route(contract.listMyApplications, async (ctx, actor) => ({ applications: await listMyApplications(ctx, actor) })),
  route(contract.answerApplication, (ctx, actor, { params, body }) =>
    answerApplication(ctx, actor, { ...params, ...body }),
  ),
  route(offers.suggestPeople, async (ctx, actor, { params }) => ({
    people: await suggestPeople(ctx, actor, params.openingId),
  })),
  route(offers.makeOffer, (ctx, actor, { params, body }) => makeOffer(ctx, actor, { ...params, ...body })),
  route(offers.listMyOffers, async (ctx, actor) => ({ offers: await listMyOffers(ctx, actor) })),
  route(offers.acceptOffer, (ctx, actor, { params }) => acceptOffer(ctx, actor, params.offerId)),
  route(offers.declineOffer, (ctx, actor, { params }) => declineOffer(ctx, actor, params.offerId)),
  route(offers.withdrawOffer, (ctx, actor, { params }) => withdrawOffer(ctx, actor, params.offerId)),
  route(alerts.keepSearch, (ctx, actor, { body }) => keepSearch(ctx, actor, body)),
  route(alerts.listAlerts, async (ctx, actor) => ({ alerts: await listAlerts(ctx, actor) })),
  route(alerts.lookAtAlert, (ctx, actor, { params }) => lookAtAlert(ctx, actor, params.alertId)),
  route(alerts.dropAlert, (ctx, actor, { params }) => dropAlert(ctx, actor, params.alertId)),
  route(alerts.reportOpening, (ctx, actor, { params, body }) => reportOpening(ctx, actor, { ...params, ...body })),
  route(alerts.listReportedOpenings, async (ctx, actor) => ({ openings: await listReportedOpenings(ctx, actor) })),
  route(alerts.moderateOpening, (ctx, actor, { params, body }) => moderateOpening(ctx, actor, { ...params, ...body })),
];
