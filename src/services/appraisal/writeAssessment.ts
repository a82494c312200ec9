import { OVERALL } from '#core/appraisal/assess';
import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalTool } from '#core/appraisal/tool';
import { canonicalJson } from '#core/audit/chain';
import { Problem } from '#core/problem';
import { Assessment, type StoredAnswer, type StoredJudgement } from '#entities/Assessment';
import { whyNotAssess, whyNotReopenOwn } from '#policies/appraisal';
import { insist } from '#policies/refusal';
import { judgedDomains, judgeStored, missingSentence } from '#services/appraisal/judgeStored';
import { type AppraisalKey, caseOf, holdAppraisal, type WholeAppraisal } from '#services/appraisal/loadAppraisal';
import type { Actor, Context } from '#services/context';
import { requireReport } from '#services/extraction/fieldValues';
import { notify } from '#services/notifications/notify';
import { namesOfReview } from '#services/notifications/people';
import { type DeedContext, perform } from '#services/perform';
import { standInReview } from '#services/standing';

/** Keeps one's own answer to a question, with what it rests on. The first answer takes a seat of an assessor. */
export async function saveAnswer(
  ctx: Context,
  actor: Actor,
  key: AppraisalKey & { readonly question: string },
  input: StoredAnswer,
): Promise<void> {
  const { question } = key;
  await changeOwn(ctx, actor, 'answer-question', key, { question }, async (tool, own, tx) => {
    requireAnswer(tool, question, input.answer);
    await requireReport(tx, key.reviewId, input);
    return { ...own, answers: { ...own.answers, [question]: input } };
  });
}

/** Keeps one's own judgement of a domain, or of the whole. That it has a reason where it differs is asked at the end. */
export async function saveOwnJudgement(
  ctx: Context,
  actor: Actor,
  key: AppraisalKey & { readonly domain: string },
  input: StoredJudgement,
): Promise<void> {
  const { domain } = key;
  await changeOwn(ctx, actor, 'judge-domain', key, { domain }, async (tool, own) => {
    requireJudgement(tool, domain, input.judgement);
    return { ...own, ownJudgements: { ...own.ownJudgements, [domain]: input } };
  });
}

/** Keeps many answers and judgements of one's own at once; what is not named stays as it was. */
export async function saveAssessment(
  ctx: Context,
  actor: Actor,
  key: AppraisalKey,
  { answers, ownJudgements }: Own,
): Promise<void> {
  await changeOwn(ctx, actor, 'answer-question', key, {}, async (tool, own, tx) => {
    for (const [question, { answer }] of Object.entries(answers)) requireAnswer(tool, question, answer);
    for (const answer of Object.values(answers)) await requireReport(tx, key.reviewId, answer);
    for (const [domain, { judgement }] of Object.entries(ownJudgements)) requireJudgement(tool, domain, judgement);
    return {
      answers: { ...own.answers, ...answers },
      ownJudgements: { ...own.ownJudgements, ...ownJudgements },
    };
  });
}

type Own = Pick<Assessment, 'answers' | 'ownJudgements'>;

async function changeOwn(
  ctx: Context,
  actor: Actor,
  deed: string,
  key: AppraisalKey,
  facts: Readonly<Record<string, string>>,
  change: (tool: AppraisalTool, own: Own, tx: DeedContext) => Promise<Own>,
): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  await perform(ctx, actor, deed, async tx => {
    const whole = await holdAppraisal(tx, key);
    insist(whyNotAssess(viewer, caseOf(whole, actor)));
    const mine = mineOf(whole, actor) ?? (await begin(tx, actor, whole));
    const before = { answers: mine.answers, ownJudgements: mine.ownJudgements };
    const after = await change(whole.tool, before, tx);
    if (canonicalJson(after) === canonicalJson(before)) return tx.changedNothing();
    const { reviewId, assessmentId } = mine;
    await tx.db.update(Assessment, { reviewId, assessmentId }, { ...after, changedAt: tx.now() });
    // What was answered is nobody's business yet: the event names the place alone.
    tx.witness({ reviewId, subjectKind: 'appraisal', subjectId: whole.appraisal.appraisalId, facts });
  });
}

async function begin(tx: DeedContext, actor: Actor, { appraisal }: WholeAppraisal): Promise<Assessment> {
  const { reviewId, appraisalId } = appraisal;
  const now = tx.now();
  const row = {
    reviewId,
    assessmentId: tx.newId(),
    appraisalId,
    personId: actor.personId,
    answers: {},
    ownJudgements: {},
  };
  const assessment = { ...row, judged: null, startedAt: now, changedAt: now, finishedAt: null };
  await tx.db.insert(Assessment, assessment);
  return assessment;
}

function mineOf({ assessments }: WholeAppraisal, actor: Actor): Assessment | undefined {
  return assessments.find(one => one.personId === actor.personId);
}

/** Says that one's own assessment is finished, or opens it again while nobody else can have seen it. */
export async function finishAssessment(
  ctx: Context,
  actor: Actor,
  key: AppraisalKey,
  isFinished: boolean,
): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  await perform(ctx, actor, isFinished ? 'appraise-result' : 'reopen-assessment', async tx => {
    const whole = await holdAppraisal(tx, key);
    const mine = mineOf(whole, actor);
    if (mine && (mine.finishedAt !== null) === isFinished) return tx.changedNothing();
    const at = caseOf(whole, actor);
    insist(isFinished ? whyNotAssess(viewer, at) : whyNotReopenOwn(viewer, at));
    if (!mine) throw new Problem('conflict', 'You have not begun this assessment.');
    const { reviewId, assessmentId } = mine;
    const assessed = judgeStored(whole.tool, mine.answers, mine.ownJudgements);
    if (isFinished && !assessed.isComplete) throw new Problem('conflict', missingSentence(assessed));
    const now = tx.now();
    const state = isFinished
      ? { judged: judgedDomains(assessed), finishedAt: now, changedAt: now }
      : { judged: null, finishedAt: null, changedAt: now };
    await tx.db.update(Assessment, { reviewId, assessmentId }, state);
    tx.witness({ reviewId, subjectKind: 'appraisal', subjectId: whole.appraisal.appraisalId });
  });
}

/** Gives up one's seat, or frees the seat of somebody who can't go on. What is finished is not thrown away. */
export async function withdrawAssessment(
  ctx: Context,
  actor: Actor,
  key: AppraisalKey & { readonly personId: string },
): Promise<void> {
  const viewer = await standInReview(ctx, actor, key.reviewId);
  if (key.personId !== actor.personId && !viewer.roles.includes('lead')) {
    throw new Problem('forbidden', 'Only a lead of the team may free somebody else’s seat.');
  }
  await perform(ctx, actor, 'withdraw-assessment', async tx => {
    const { appraisal, assessments } = await holdAppraisal(tx, key);
    const found = assessments.find(one => one.personId === key.personId);
    if (!found) throw new Problem('not-found', 'This person does not assess this.');
    if (found.finishedAt !== null) throw new Problem('conflict', 'This assessment is finished, so it stays.');
    const { reviewId, assessmentId } = found;
    await tx.db.delete(Assessment, { reviewId, assessmentId });
    tx.witness({
      reviewId,
      subjectKind: 'appraisal',
      subjectId: appraisal.appraisalId,
      facts: { personId: key.personId },
    });
    const { title } = await namesOfReview(tx, reviewId);
    await notify(tx, key.personId === actor.personId ? [] : [key.personId], {
      ...{ kind: 'seat-freed', about: assessmentId, link: `/reviews/${reviewId}/risk-of-bias` },
      title: `Your seat at an appraisal is free for somebody else: ${title}`,
    });
  });
}

/** Refuses a question that the tool doesn't ask, or an answer that the question doesn't take. */
export function requireAnswer(tool: AppraisalTool, id: string, answer: string | null): void {
  const question = tool.domains.flatMap(({ questions }) => questions).find(one => one.id === id);
  if (!question) throw new Problem('not-found', `${tool.name} has no question ${id}.`);
  const letters = question.choices.map(choice => choice.answer);
  if (answer === null || letters.includes(answer)) return;
  const detail = `Question ${id} takes ${letters.join(', ')}.`;
  throw new Problem('invalid', detail, {}, [{ pointer: '/body/answer', detail }]);
}

export function requireJudgement(tool: AppraisalTool, id: string, judgement: Judgement | null): void {
  if (id !== OVERALL && !tool.domains.some(domain => domain.id === id)) {
    throw new Problem('not-found', `${tool.name} has no domain ${id}.`);
  }
  if (judgement === null || tool.judgements.includes(judgement)) return;
  const detail = `${tool.name} judges ${tool.judgements.join(', ')}.`;
  throw new Problem('invalid', detail, {}, [{ pointer: '/body/judgement', detail }]);
}
