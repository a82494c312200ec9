import { QueryFailedError } from 'typeorm';
import { Problem } from '#core/problem';
import { AuditEvent } from '#entities/AuditEvent';
import { SiteEvent } from '#entities/SiteEvent';
import { CONSTRAINT_SENTENCES } from '#services/constraintSentences';
import type { Context } from '#services/context';

/** What a deed did to what. An event with a review goes into that review's chain. */
export interface Witnessed {
  readonly reviewId?: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Plain facts for the log's readers; never titles, abstracts, notes, e-mail addresses or tokens. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A context inside a deed's transaction. */
export interface DeedContext extends Context {
  witness(event: Witnessed): void;
  /** For a deed that found everything as it should be: a double click changes nothing twice. */
  changedNothing(): void;
}

/**
 * The only way to write: opens the transaction, does the work, and stores its audit events in the same transaction, so
 * that there is no way to write without saying who did what to what. A broken constraint becomes a 'conflict' in words.
 */
export async function perform<T>(
  ctx: Context,
  actor: { readonly personId: string } | null,
  deed: string,
  work: (tx: DeedContext) => Promise<T>,
): Promise<T> {
  try {
    return await ctx.db.transaction(async manager => {
      const events: Witnessed[] = [];
      let isUnchanged = false;
      const tx: DeedContext = {
        ...ctx,
        db: manager,
        witness: event => {
          events.push(event);
        },
        changedNothing: () => {
          isUnchanged = true;
        },
      };
      const result = await work(tx);
      if (events.length === 0 && !isUnchanged) throw new TypeError(`perform: the deed "${deed}" left no audit event`);
      await storeEvents(tx, actor?.personId ?? null, deed, events);
      return result;
    });
  } catch (error) {
    throw asConflict(error);
  }
}

/** A deed that is one insert: its text in SQL gives back what it wrote, and nothing where it wrote nothing. */
export interface OneInsert {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The way to write for what people do a thousand times a day: one insert and its audit event in one statement, which is a
 * transaction by itself. Where the insert wrote nothing, no event is kept, and the answer is null.
 */
export async function performInsert<Row extends object>(
  ctx: Context,
  actor: { readonly personId: string },
  deed: string,
  insert: OneInsert,
  event: Witnessed & { readonly reviewId: string },
): Promise<Row | null> {
  const from = insert.values.length;
  const place = (nth: number) => `$${from + nth}`;
  try {
    const rows: Row[] = await ctx.db.query(
      `with written as (${insert.text}), told as (
         insert into audit_events (review_id, event_id, actor_id, deed, subject_kind, subject_id, facts, at)
         select ${place(1)}::uuid, ${place(2)}::uuid, ${place(3)}::uuid, ${place(4)}, ${place(5)}, ${place(6)}::uuid,
           ${place(7)}::jsonb, ${place(8)}::timestamptz from written
       ) select * from written`,
      [
        ...insert.values,
        ...[event.reviewId, ctx.newId(), actor.personId, deed, event.subjectKind, event.subjectId],
        ...[JSON.stringify(event.facts ?? {}), ctx.now()],
      ],
    );
    return rows[0] ?? null;
  } catch (error) {
    throw asConflict(error);
  }
}

async function storeEvents(tx: DeedContext, actorId: string | null, deed: string, events: readonly Witnessed[]) {
  const at = tx.now();
  const inReviews: Partial<AuditEvent>[] = [];
  const outside: Partial<SiteEvent>[] = [];
  for (const { reviewId, subjectKind, subjectId, facts } of events) {
    const event = { actorId, deed, subjectKind, subjectId, facts: { ...facts }, at };
    if (reviewId) inReviews.push({ ...event, reviewId, eventId: tx.newId() });
    else outside.push({ ...event, siteEventId: tx.newId() });
  }
  if (inReviews.length > 0) await tx.db.insert(AuditEvent, inReviews);
  if (outside.length > 0) await tx.db.insert(SiteEvent, outside);
}

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';
const SERIALIZATION_FAILURES = new Set(['40001', '40P01']);

function asConflict(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string }; // pg's error fields
  if (code === UNIQUE_VIOLATION) {
    const sentence = CONSTRAINT_SENTENCES[constraint ?? ''];
    return new Problem('conflict', sentence ?? 'Somebody else wrote the same thing first. Nothing was changed.', {
      rule: constraint,
    });
  }
  if (code === FOREIGN_KEY_VIOLATION) {
    return new Problem(
      'conflict',
      'Something that this needs is gone, or still needed elsewhere. Nothing was changed.',
      {
        rule: constraint,
      },
    );
  }
  if (code && SERIALIZATION_FAILURES.has(code)) {
    return new Problem('conflict', 'Two people changed this at the same moment. Nothing was changed: try again.');
  }
  return error;
}
