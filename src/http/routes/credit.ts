import * as contract from '#contract/credit';
import { openRoute, type Route, route } from '#http/bind';
import { declareAuthorship, orderAuthors } from '#services/credit/authors';
import { checkCertificate, issueCertificate, withdrawCertificate } from '#services/credit/certificates';
import { answerClaim, claimRole, withdrawClaim } from '#services/credit/claims';
import { exportCredit } from '#services/credit/exportCredit';
import { readJournals, startJournalLook } from '#services/credit/journals';
import { readCredit } from '#services/credit/readCredit';

import { readMentored } from '#services/credit/readMentored';

export const creditRoutes: readonly Route[] = [
  route(contract.getMentored, (ctx, actor) => readMentored(ctx, actor)),
  route(contract.getCredit, (ctx, actor, { params }) => readCredit(ctx, actor, params.reviewId)),
  route(contract.claimRole, (ctx, actor, { params, body }) => claimRole(ctx, actor, params.reviewId, body)),
  route(contract.withdrawClaim, (ctx, actor, { params }) => withdrawClaim(ctx, actor, params)),
  route(contract.answerClaim, (ctx, actor, { params, body }) => answerClaim(ctx, actor, params, body)),
  route(contract.declareAuthorship, (ctx, actor, { params, body }) =>
    declareAuthorship(ctx, actor, params, body.isDeclared),
  ),
  route(contract.orderAuthors, (ctx, actor, { params, body }) =>
    orderAuthors(ctx, actor, params.reviewId, body.personIds),
  ),
  route(contract.exportCredit, (ctx, actor, { params }) => exportCredit(ctx, actor, params.reviewId, params.document)),
  route(contract.issueCertificate, (ctx, actor, { params }) => issueCertificate(ctx, actor, params.reviewId)),
  route(contract.withdrawCertificate, (ctx, actor, { params }) => withdrawCertificate(ctx, actor, params)),
  openRoute(contract.checkCertificate, (ctx, _actor, { params }) => checkCertificate(ctx, params)),
  route(contract.rankJournals, (ctx, actor, { params }) => startJournalLook(ctx, actor, params.reviewId)),
  route(contract.getJournals, (ctx, actor, { params }) => readJournals(ctx, actor, params.reviewId)),
];
