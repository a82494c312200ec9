import * as contract from '#contract/cohorts';
import { type Route, route } from '#http/bind';
import { offerCohortSeats, settleCohort, tryAllocation } from '#services/cohorts/allocations';
import { createCohort, listCohorts, readCohort, saveRankList, setCohortOpening } from '#services/cohorts/cohorts';

export const cohortRoutes: readonly Route[] = [
  route(contract.createCohort, (ctx, actor, { body }) => createCohort(ctx, actor, body)),
  route(contract.listCohorts, async (ctx, actor) => ({ cohorts: await listCohorts(ctx, actor) })),
  route(contract.getCohort, (ctx, actor, { params }) => readCohort(ctx, actor, params.cohortId)),
  route(contract.addCohortOpening, (ctx, actor, { params }) => setCohortOpening(ctx, actor, { ...params, isIn: true })),
  route(contract.removeCohortOpening, (ctx, actor, { params }) =>
    setCohortOpening(ctx, actor, { ...params, isIn: false }),
  ),
  route(contract.rankOpenings, (ctx, actor, { params, body }) =>
    saveRankList(ctx, actor, { ...params, side: 'person', choices: body.openingIds, shares: body.shares }),
  ),
  route(contract.leaveCohort, (ctx, actor, { params }) =>
    saveRankList(ctx, actor, { ...params, side: 'person', choices: null }),
  ),
  route(contract.rankPeople, (ctx, actor, { params, body }) =>
    saveRankList(ctx, actor, { ...params, side: 'lead', choices: body.personIds, capacity: body.capacity }),
  ),
  route(contract.tryAllocation, (ctx, actor, { params, body }) => tryAllocation(ctx, actor, params.cohortId, body)),
  route(contract.settleCohort, (ctx, actor, { params, body }) => settleCohort(ctx, actor, params.cohortId, body)),
  route(contract.offerCohortSeats, (ctx, actor, { params }) => offerCohortSeats(ctx, actor, params.cohortId)),
];
