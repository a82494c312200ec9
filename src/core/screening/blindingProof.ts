import type { Stage } from '#core/vocabulary';

/** A deed of the chain, as far as the proof needs it, in the order of the chain. */
export interface ChainedDeed {
  readonly deed: string;
  readonly actorId: string | null;
  /** The record of a decision, discussion or settlement; the review of a closed stage. */
  readonly subjectId: string;
  readonly stage: Stage | null;
  readonly at: string;
  readonly position: number;
}

export interface ProofRequest {
  readonly deeds: readonly ChainedDeed[];
  /** Leads and adjudicators: they see what was decided on a record once everybody asked has. */
  readonly settlerIds: readonly string[];
  /** When a person was first asked about a record at a stage: `askKey` → instant. */
  readonly askedAt: ReadonlyMap<string, string>;
  /** How many decisions a record needs at a stage. */
  readonly needed: (stage: Stage, recordId: string) => number;
}

/** Why a person might have known what others chose when they decided. */
export const SIGHTS = [
  'stage-was-closed-before',
  'asked-after-others-had-decided',
  'discussion-was-opened-before',
] as const;
export type Sight = (typeof SIGHTS)[number];

/** One decision of the chain, first or changed. */
export interface ProvenDecision {
  readonly personId: string;
  readonly recordId: string;
  readonly stage: Stage;
  readonly at: string;
  readonly position: number;
  /** Others who had decided on the record before. */
  readonly othersBefore: number;
  /** Null: nobody else's decision on this record could be seen by this person. */
  readonly couldHaveSeen: Sight | null;
}

export function askKey(stage: Stage, recordId: string, personId: string): string {
  return `${stage} ${recordId} ${personId}`;
}

/**
 * For every decision of a sealed chain, whether the person could have known what others chose on that record: because the
 * stage had been closed before (closing opens it to the team), or because they may settle conflicts and were asked only
 * after enough others had decided, or because a discussion of the record had been opened to them. The program shows decisions of others at no other moment; that it ran as it should is
 * what the chain's seals and its public source are for.
 */
export function blindingProof({ deeds, settlerIds, askedAt, needed }: ProofRequest): readonly ProvenDecision[] {
  const settlers = new Set(settlerIds);
  const closed = new Set<Stage>();
  const standing = new Map<string, Map<string, string>>();
  const invited = new Map<string, ReadonlySet<string>>();
  const proven: ProvenDecision[] = [];
  for (const { deed, actorId, subjectId, stage, at, position } of deeds) {
    if (stage === null || actorId === null) continue;
    if (deed === 'close-stage') closed.add(stage);
    const onRecord = standing.get(`${stage} ${subjectId}`) ?? new Map<string, string>();
    if (deed === 'open-discussion') invited.set(`${stage} ${subjectId}`, new Set(onRecord.keys()));
    if (deed === 'withdraw-decision') onRecord.delete(actorId);
    if (deed !== 'record-decision') continue;
    standing.set(`${stage} ${subjectId}`, onRecord);
    const others = [...onRecord].filter(([personId]) => personId !== actorId);
    const asked = askedAt.get(askKey(stage, subjectId, actorId)) ?? at;
    const before = others.filter(([, decidedAt]) => decidedAt < asked).length;
    const isLate = settlers.has(actorId) && !onRecord.has(actorId) && before >= needed(stage, subjectId);
    const isDiscussed = invited.get(`${stage} ${subjectId}`)?.has(actorId) ?? false;
    proven.push({
      ...{ personId: actorId, recordId: subjectId, stage, at, position, othersBefore: others.length },
      couldHaveSeen: closed.has(stage) ? SIGHTS[0] : isLate ? SIGHTS[1] : isDiscussed ? SIGHTS[2] : null,
    });
    onRecord.set(actorId, onRecord.get(actorId) ?? at);
  }
  return proven;
}

/** What the supplement says in one sentence. */
export function proofSentence(proven: readonly ProvenDecision[]): string {
  const number = (count: number) => count.toLocaleString('en-US');
  const records = new Set(proven.map(one => `${one.stage} ${one.recordId}`)).size;
  const seen = proven.filter(one => one.couldHaveSeen !== null).length;
  if (proven.length === 0) return 'Nobody has decided on any record yet.';
  const all = `${number(proven.length)} ${proven.length === 1 ? 'decision' : 'decisions'} on ${number(records)} ${records === 1 ? 'record' : 'records'} are in the sealed log`;
  if (seen === 0) return `${all}; each was made before its author could see what anybody else chose on that record.`;
  const others = proven.length - seen;
  return `${all}; ${number(others)} were made before their author could see what anybody else chose on that record, ${number(seen)} ${seen === 1 ? 'was' : 'were'} not and ${seen === 1 ? 'is' : 'are'} listed.`;
}
