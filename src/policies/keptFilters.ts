import type { RemarkAudience } from '#core/vocabulary';
import type { Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { hasRole, type ReviewStanding } from '#policies/standing';
import { whyNotSeeFlow, whyNotSeeVerdicts } from '#policies/visibility';

interface KeptFilterFacts {
  readonly audience: RemarkAudience;
  readonly createdBy: string;
}

/**
 * Whether a person knows of a kept filter: their own, and what the team shares. One that asks for verdicts or a box of the flow
 * is nothing for the blind, who could not use it; its name might tell what was decided.
 */
export function knowsKeptFilter(
  viewer: ReviewStanding,
  filter: KeptFilterFacts,
  asked: { readonly verdict: readonly unknown[]; readonly box?: unknown },
): boolean {
  if (filter.createdBy !== viewer.personId && filter.audience === 'own') return false;
  if (asked.verdict.length > 0 && whyNotSeeVerdicts(viewer) !== null) return false;
  return asked.box === undefined || whyNotSeeFlow(viewer) === null;
}

/** Why a person may not remove a kept filter: who keeps it may, and a lead what the team shares. */
export function whyNotRemoveKeptFilter(viewer: ReviewStanding, filter: KeptFilterFacts): Refusal {
  const may = filter.createdBy === viewer.personId || hasRole(viewer, 'lead');
  return may ? whyNotAct(viewer, 'annotate') : 'Only who keeps this search, or a lead, may remove it.';
}
