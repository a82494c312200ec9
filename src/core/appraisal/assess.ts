import type { Answers } from '#core/appraisal/answers';
import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalDomain, AppraisalTool, PathStep } from '#core/appraisal/tool';

/** The key of the whole, beside the ids of the domains. */
export const OVERALL = 'overall';

/** What a person says of a domain, or of the whole, beside the answers. */
export interface OwnJudgement {
  /** None where the suggestion stands. */
  readonly judgement: Judgement | null;
  /** Why it is not what the answers suggest. */
  readonly reason: string;
}

export interface Judged {
  readonly id: string;
  /** What follows from the answers; none while questions are open, or where the tool leaves it to a person. */
  readonly suggested: Judgement | null;
  /** The answers that led to the suggestion. */
  readonly path: readonly PathStep[];
  /** What stands: the person's own judgement, or the suggestion. */
  readonly judgement: Judgement | null;
  readonly stars: number | null;
  /** Questions still to be answered; the id itself: a person has to judge. */
  readonly missing: readonly string[];
  readonly needsReason: boolean;
}

export interface Assessed {
  readonly domains: readonly Judged[];
  readonly overall: Judged;
  /** Nothing is missing, and every judgement that differs from its suggestion has a reason. */
  readonly isComplete: boolean;
}

function judged(
  id: string,
  from: Pick<Judged, 'suggested' | 'path' | 'stars'>,
  open: readonly string[],
  own: OwnJudgement | undefined,
  order: readonly Judgement[],
): Judged {
  const said = own?.judgement && order.includes(own.judgement) ? own.judgement : null;
  const judgement = open.length > 0 ? null : (said ?? from.suggested);
  const needsReason = judgement !== null && from.suggested !== null && judgement !== from.suggested;
  return {
    id,
    ...from,
    judgement,
    missing: open.length > 0 || judgement !== null ? open : [id],
    needsReason: needsReason && (own?.reason ?? '').trim() === '',
  };
}

function judgeDomain(domain: AppraisalDomain, answers: Answers, own: OwnJudgement | undefined, tool: AppraisalTool) {
  const { judgement, path, missing, stars } = domain.suggest({ ...answers, [domain.id]: undefined });
  const open = missing.filter(id => id !== domain.id);
  return judged(domain.id, { suggested: judgement, path, stars: stars ?? null }, open, own, tool.judgements);
}

/**
 * One person's assessment: what the answers suggest, and what the person makes of it. A domain has no judgement until
 * every question that is to be asked is answered, also where the person has said one already; the whole has none until
 * every domain has. A judgement that differs from its suggestion needs a reason.
 */
export function assess(
  tool: AppraisalTool,
  answers: Answers,
  own: Readonly<Record<string, OwnJudgement | undefined>>,
): Assessed {
  const domains = tool.domains.map(domain => judgeDomain(domain, answers, own[domain.id], tool));
  const unjudged = domains.filter(({ judgement }) => judgement === null).map(({ id }) => id);
  const known = domains.flatMap(({ judgement }) => judgement ?? []);
  const suggested = unjudged.length > 0 ? null : tool.overall(known);
  const path = domains.flatMap(({ id, judgement }) => (judgement ? [{ question: id, answer: judgement }] : []));
  const stars = domains.every(domain => domain.stars !== null)
    ? domains.reduce((sum, domain) => sum + (domain.stars ?? 0), 0)
    : null;
  const overall = judged(OVERALL, { suggested, path, stars }, unjudged, own[OVERALL], tool.judgements);
  return {
    domains,
    overall,
    isComplete: overall.judgement !== null && [...domains, overall].every(({ needsReason }) => !needsReason),
  };
}
