import type { RemarkAudience } from '#core/vocabulary';
import type { Refusal } from '#policies/refusal';
import { whyNotAct } from '#policies/reviews';
import { hasRole, type ReviewStanding } from '#policies/standing';

interface LabelFacts {
  readonly audience: RemarkAudience;
  readonly createdBy: string;
}

/** Whether a person knows of a label: a shared one everybody, an own one its maker. */
export function knowsLabel(viewer: ReviewStanding, label: LabelFacts): boolean {
  return label.audience === 'shared' || label.createdBy === viewer.personId;
}

/** Why a person may not rename a label. */
export function whyNotChangeLabel(viewer: ReviewStanding, label: LabelFacts): Refusal {
  const may = label.createdBy === viewer.personId || hasRole(viewer, 'lead');
  return may ? whyNotAct(viewer, 'annotate') : 'Only who made this label, or a lead, may change it.';
}

/** Why a person may not remove a label from all records: a shared one may be on records of others. */
export function whyNotRemoveLabel(viewer: ReviewStanding, label: LabelFacts): Refusal {
  if (label.audience === 'own') return whyNotAct(viewer, 'annotate');
  return hasRole(viewer, 'lead') ? null : 'The team shares this label. Only a lead may remove it from all records.';
}
