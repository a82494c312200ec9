import * as assignments from '#contract/assignments';
import * as conflicts from '#contract/conflicts';
import * as contract from '#contract/screening';
import { type Route, route } from '#http/bind';
import { readAssignmentBoard } from '#services/screening/assignmentBoard';
import { closeStage } from '#services/screening/closeStage';
import { adjudicateRecord, listConflicts, reopenRecord } from '#services/screening/conflicts';
import { giveOutRecords } from '#services/screening/giveOutRecords';
import { listMyQueue, readMyScreening } from '#services/screening/myScreening';
import { sendNudge } from '#services/screening/nudges';
import { readAgreement } from '#services/screening/readAgreement';
import { recordDecision, withdrawDecision } from '#services/screening/recordDecision';
import { listReports, setRetrieval } from '#services/screening/reports';
import { takeBackRecords } from '#services/screening/takeBackRecords';

export const screeningRoutes: readonly Route[] = [
  route(contract.getMyScreening, (ctx, actor, { params }) => readMyScreening(ctx, actor, params)),
  route(contract.listMyQueue, (ctx, actor, { params, query }) => listMyQueue(ctx, actor, params, query)),
  route(contract.recordDecision, (ctx, actor, { params, body }) => recordDecision(ctx, actor, params, body)),
  route(contract.withdrawDecision, (ctx, actor, { params }) => withdrawDecision(ctx, actor, params)),
  route(assignments.getAssignmentBoard, (ctx, actor, { params }) => readAssignmentBoard(ctx, actor, params)),
  route(assignments.giveOutRecords, (ctx, actor, { params, body }) => giveOutRecords(ctx, actor, params, body)),
  route(assignments.takeBackRecords, (ctx, actor, { params }) => takeBackRecords(ctx, actor, params)),
  route(assignments.sendNudge, (ctx, actor, { params, body }) => sendNudge(ctx, actor, params, body.text)),
  route(contract.closeStage, (ctx, actor, { params, body }) => closeStage(ctx, actor, params, body.isClosed)),
  route(conflicts.listConflicts, (ctx, actor, { params, query }) => listConflicts(ctx, actor, params, query.show)),
  route(conflicts.adjudicateRecord, (ctx, actor, { params, body }) => adjudicateRecord(ctx, actor, params, body)),
  route(conflicts.reopenRecord, (ctx, actor, { params }) => reopenRecord(ctx, actor, params)),
  route(conflicts.getAgreement, (ctx, actor, { params }) => readAgreement(ctx, actor, params)),
  route(contract.listReports, (ctx, actor, { params, query }) => listReports(ctx, actor, params.reviewId, query.show)),
  route(contract.setRetrieval, (ctx, actor, { params, body }) => setRetrieval(ctx, actor, params, body)),
];
