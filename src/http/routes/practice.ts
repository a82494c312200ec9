import * as contract from '#contract/practice';
import { type Route, route } from '#http/bind';
import { listPassports, readPassport, readPersonPassport } from '#services/screening/passports';
import { createPracticeSet, retirePracticeSet } from '#services/screening/practiceSets';
import { decideInPractice, finishPractice, sharePassportPage, withdrawInPractice } from '#services/screening/practise';
import {
  listPracticeRecords,
  listPracticeSets,
  readPracticeOutcome,
  readPracticeSet,
} from '#services/screening/readPractice';

export const practiceRoutes: readonly Route[] = [
  route(contract.listPracticeSets, (ctx, actor) => listPracticeSets(ctx, actor)),
  route(contract.createPracticeSet, (ctx, actor, { body }) => createPracticeSet(ctx, actor, body)),
  route(contract.getPracticeSet, (ctx, actor, { params }) => readPracticeSet(ctx, actor, params.practiceSetId)),
  route(contract.retirePracticeSet, (ctx, actor, { params }) => retirePracticeSet(ctx, actor, params.practiceSetId)),
  route(contract.listPracticeRecords, (ctx, actor, { params }) =>
    listPracticeRecords(ctx, actor, params.practiceSetId),
  ),
  route(contract.decideInPractice, (ctx, actor, { params, body }) => decideInPractice(ctx, actor, params, body)),
  route(contract.withdrawInPractice, (ctx, actor, { params }) => withdrawInPractice(ctx, actor, params)),
  route(contract.finishPractice, (ctx, actor, { params }) => finishPractice(ctx, actor, params.practiceSetId)),
  route(contract.getPracticeOutcome, (ctx, actor, { params }) => readPracticeOutcome(ctx, actor, params.practiceSetId)),
  route(contract.getPassport, (ctx, actor) => readPassport(ctx, actor)),
  route(contract.sharePassportPage, (ctx, actor, { params, body }) =>
    sharePassportPage(ctx, actor, params.practiceSetId, body.isShared),
  ),
  route(contract.getPersonPassport, (ctx, _actor, { params }) => readPersonPassport(ctx, params.personId)),
  route(contract.listPassports, (ctx, actor, { params }) => listPassports(ctx, actor, params.reviewId)),
];
