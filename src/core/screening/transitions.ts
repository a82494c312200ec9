import type { Phase } from '#core/screening/phase';

/** `record`, `change` and `withdraw` are a screener's acts on the own decision; the others belong to an adjudicator or lead. */
export const SCREENING_ACTS = ['record', 'change', 'withdraw', 'adjudicate', 'reopen'] as const;
export type ScreeningAct = (typeof SCREENING_ACTS)[number];

export const ACT_REFUSALS = {
  'stage-closed': 'This stage is closed: decisions can no longer be made or changed.',
  'all-decided': 'Everybody who was asked has decided on this record.',
  'not-all-decided': 'Not everybody who was asked has decided on this record.',
  'decisions-agree':
    'The decisions on this record agree: there is nothing to settle. Ask one more screener if in doubt.',
  'already-settled': 'This record has been settled. Reopen it first.',
  'not-settled': 'Nobody has settled this record: there is nothing to reopen.',
} as const;
export type ActRefusal = keyof typeof ACT_REFUSALS;

/** `allowed`, or the reason why not. */
type Answer = 'allowed' | ActRefusal;

/**
 * What may be done to a record at a stage, phase by phase.
 *
 * The three rows after `independent` answer a screener in the same words. If a screener could change a decision while
 * decisions agree, but not once they conflict or are settled, the mere refusal would tell what the other one chose.
 * Until the stage is closed screeners are blinded, so a late change is still an independent decision; it is audited,
 * and an adjudication stands over it.
 */
export const TRANSITIONS: Readonly<Record<Phase, Readonly<Record<ScreeningAct, Answer>>>> = {
  independent: {
    record: 'allowed',
    change: 'allowed',
    withdraw: 'allowed',
    adjudicate: 'not-all-decided',
    reopen: 'not-settled',
  },
  agreed: {
    record: 'all-decided',
    change: 'allowed',
    withdraw: 'allowed',
    adjudicate: 'decisions-agree',
    reopen: 'not-settled',
  },
  conflicted: {
    record: 'all-decided',
    change: 'allowed',
    withdraw: 'allowed',
    adjudicate: 'allowed',
    reopen: 'not-settled',
  },
  adjudicated: {
    record: 'all-decided',
    change: 'allowed',
    withdraw: 'allowed',
    adjudicate: 'already-settled',
    reopen: 'allowed',
  },
};

/** The acts that end when the lead closes the stage: from then on screeners may see what the others chose. */
const ACTS_WHILE_BLINDED: ReadonlySet<ScreeningAct> = new Set(['record', 'change', 'withdraw']);

/** Why an act is not possible on a record in this phase, or null when it is. Says nothing of who may do it. */
export function whyNotPossible(act: ScreeningAct, phase: Phase, isStageClosed: boolean): ActRefusal | null {
  if (isStageClosed && ACTS_WHILE_BLINDED.has(act)) return 'stage-closed';
  const answer = TRANSITIONS[phase][act];
  return answer === 'allowed' ? null : answer;
}
