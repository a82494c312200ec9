import type { CreditRole } from '#core/credit/creditRoles';
import { type AuthorshipEvidence, DEEDS, type DeedMeaning, TAKEN_BACK_BY } from '#core/credit/deeds';
import { STAGES, type Stage } from '#core/vocabulary';

/** What the audit trail tells of one deed. */
export interface ContributionEvent {
  readonly actorId: string;
  /** Verb and noun: `record-decision`. */
  readonly deed: string;
  readonly subjectKind: string;
  /** Which record, study or analysis. Deeds on the same subject count once; without it each event counts. */
  readonly subjectId?: string;
  /** An instant as ISO 8601 text. */
  readonly at: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** How much of one kind of work a person did, by the log. */
export interface Contribution {
  readonly kind: string;
  readonly stage: Stage | null;
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
  /** At least so long, in minutes: see `SITTING_BREAK_MINUTES`. */
  readonly minutes: number;
  /** "decided on 354 records at title and abstract": follows the person's name. */
  readonly sentence: string;
  readonly roles: readonly CreditRole[];
  readonly authorship: AuthorshipEvidence;
}

export interface PersonLedger {
  readonly personId: string;
  readonly contributions: readonly Contribution[];
  /** Deeds in the log that no row of the table credits, each once. */
  readonly notCounted: readonly string[];
}

interface Tally {
  readonly meaning: DeedMeaning;
  readonly stage: Stage | null;
  /** Each subject once, however often the deed was repeated on it. */
  readonly subjects: Set<string>;
  firstAt: string;
  lastAt: string;
  minutes: number;
}

/**
 * Two deeds of a person no further apart than this belong to one sitting, and the time between them to the later one.
 * What was done before the first deed of a sitting leaves no trace, so that the time counted is a lower bound.
 */
export const SITTING_BREAK_MINUTES = 30;

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  'title-and-abstract': 'at title and abstract',
  'full-text': 'at full text',
};

function stageOf(meaning: DeedMeaning, facts: ContributionEvent['facts']): Stage | null {
  if (!meaning.byStage) return null;
  return STAGES.find(stage => stage === facts.stage) ?? null;
}

function sentenceOf({ one, many }: DeedMeaning, count: number, stage: Stage | null): string {
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  const said = count === 1 ? one : many.replace('{n}', digits);
  return stage ? `${said} ${STAGE_WORDS[stage]}` : said;
}

/** Names a deed on a subject, and at a stage where the facts name one: by everybody, and by one person. */
function keysOf(deed: string, { subjectId, facts, actorId }: ContributionEvent): readonly [string, string] {
  const everybody = `${deed} ${subjectId} ${typeof facts.stage === 'string' ? facts.stage : ''}`;
  return [everybody, `${everybody} ${actorId}`];
}

/** The events that still stand, in order: a deed falls when a later one takes it back. */
function standingEvents(events: readonly ContributionEvent[]): ContributionEvent[] {
  const inOrder = events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const takenBackLater = new Set<string>();
  const standing: ContributionEvent[] = [];
  for (const event of inOrder.toReversed()) {
    const undone = Object.hasOwn(TAKEN_BACK_BY, event.deed) ? TAKEN_BACK_BY[event.deed] : undefined;
    for (const deed of undone?.deeds ?? []) {
      const [everybody, self] = keysOf(deed, event);
      takenBackLater.add(undone?.of === 'self' ? self : everybody);
    }
    const hasFallen = event.subjectId !== undefined && keysOf(event.deed, event).some(key => takenBackLater.has(key));
    if (!hasFallen) standing.push(event);
  }
  return standing.toReversed();
}

function contributionOf({ meaning, stage, subjects, firstAt, lastAt, minutes }: Tally): Contribution {
  const count = subjects.size;
  const { kind, roles, authorship } = meaning;
  const sentence = sentenceOf(meaning, count, stage);
  return { kind, stage, count, firstAt, lastAt, minutes, sentence, roles, authorship };
}

/**
 * Who did how much of what, from the audit trail alone. Takes events in any order; gives one ledger a person, in the
 * order of first deeds. A deed repeated on the same subject counts once; one that was taken back doesn't count.
 * What somebody decided is never read: only that they decided.
 */
export function contributionLedger(events: readonly ContributionEvent[]): readonly PersonLedger[] {
  const people = new Map<string, { tallies: Map<string, Tally>; notCounted: Set<string>; seenAt: number }>();
  standingEvents(events).forEach(({ actorId, deed, subjectId, at, facts }, place) => {
    const person = people.get(actorId) ?? {
      tallies: new Map<string, Tally>(),
      notCounted: new Set<string>(),
      seenAt: Number.NEGATIVE_INFINITY,
    };
    people.set(actorId, person);
    const meaning = Object.hasOwn(DEEDS, deed) ? DEEDS[deed] : undefined;
    if (!meaning) {
      if (!Object.hasOwn(TAKEN_BACK_BY, deed)) person.notCounted.add(deed);
      return;
    }
    // Time runs from one counted deed to the next: what isn't counted, a note say, must not show in the hours either.
    const minutes = (Date.parse(at) - person.seenAt) / 60_000;
    person.seenAt = Date.parse(at);
    const stage = stageOf(meaning, facts);
    const key = `${meaning.kind} ${stage ?? ''}`;
    const tally = person.tallies.get(key) ?? {
      meaning,
      stage,
      subjects: new Set<string>(),
      firstAt: at,
      lastAt: at,
      minutes: 0,
    };
    if (minutes <= SITTING_BREAK_MINUTES) tally.minutes += minutes;
    tally.subjects.add(subjectId ?? `event ${place}`);
    tally.lastAt = at;
    person.tallies.set(key, tally);
  });
  return [...people].map(([personId, { tallies, notCounted }]) => ({
    personId,
    contributions: [...tallies.values()].map(contributionOf),
    notCounted: [...notCounted],
  }));
}
