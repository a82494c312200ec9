import { QueryFailedError } from 'typeorm';
import { Problem } from '#core/problem';
import { Membership } from '#entities/Membership';
import { Person } from '#entities/Person';
import { Profile } from '#entities/Profile';
import { Project } from '#entities/Project';
import { Review } from '#entities/Review';
import { SiteEvent } from '#entities/SiteEvent';
import type { Context } from '#services/context';
import { keepArchivedFullTexts } from '#services/reporting/archivedFullTexts';
import { ARCHIVE_FORMAT } from '#services/reporting/exportReview';
import { REVIEW_TABLES, TABLES_OF_THE_FIRST_VERSION } from '#services/reporting/reviewTables';

interface Head {
  readonly format: string;
  /** The tables that the version knew which made the archive. */
  readonly tables?: readonly string[];
  readonly project: Record<string, unknown>;
  readonly review: Record<string, unknown> & { readonly reviewId: string };
  readonly memberships: readonly Record<string, unknown>[];
  readonly people: readonly { readonly personId: string; readonly name: string }[];
}

const ROWS_AT_ONCE = 500;

/**
 * Reads a review's archive into this database, whole or not at all. People who have no account here get one that
 * nobody can sign in to; an administrator can make them a link. A review that is here already is a 'conflict'. Its own
 * audit events come with it and nothing is added to them, so that its chain still holds; the import itself is
 * witnessed outside.
 */
export async function importReview(
  ctx: Context,
  texts: ReadonlyMap<string, string>,
): Promise<{ reviewId: string; rows: number }> {
  try {
    const head = readHead(texts);
    const imported = await storeReview(ctx, texts, head);
    await keepArchivedFullTexts(ctx, texts);
    return imported;
  } catch (error) {
    throw isContradiction(error)
      ? new Problem('invalid', 'The archive’s rows contradict each other or lack something. Nothing was imported.')
      : error;
  }
}

async function storeReview(
  ctx: Context,
  texts: ReadonlyMap<string, string>,
  head: Head,
): Promise<{ reviewId: string; rows: number }> {
  const { reviewId } = head.review;
  return ctx.db.transaction(async db => {
    if (await db.existsBy(Review, { reviewId })) {
      throw new Problem('conflict', 'This review is in the database already. Nothing was changed.', { reviewId });
    }
    const createdAt = ctx.now();
    for (const { personId, name } of head.people) {
      if (await db.existsBy(Person, { personId })) continue;
      const email = `${personId}@import.invalid`;
      await db.insert(Person, {
        personId,
        email,
        name,
        passwordHash: null,
        orcid: null,
        isAdministrator: false,
        createdAt,
      });
      await db.insert(Profile, { personId, kind: 'other', updatedAt: createdAt });
    }
    // The archive holds rows of these very tables, written by exportReview.
    await db.insert(Project, head.project as object);
    await db.insert(Review, head.review as object);
    for (const membership of head.memberships) await db.insert(Membership, membership as object);
    let rows = 0;
    const kept = head.tables ?? TABLES_OF_THE_FIRST_VERSION;
    for (const [name, table] of Object.entries(REVIEW_TABLES)) {
      // An earlier version had no such table, and so no row of it.
      if (!kept.includes(name)) continue;
      const lines = readTable(texts, name, reviewId);
      rows += lines.length;
      for (let from = 0; from < lines.length; from += ROWS_AT_ONCE) {
        await db.insert(table, lines.slice(from, from + ROWS_AT_ONCE));
      }
    }
    await db.insert(SiteEvent, {
      siteEventId: ctx.newId(),
      actorId: null,
      deed: 'import-review',
      subjectKind: 'review',
      subjectId: reviewId,
      facts: { rows },
      at: createdAt,
    });
    return { reviewId, rows };
  });
}

/** PostgreSQL's classes of errors for values that can't be (22) and for broken constraints (23). */
function isContradiction(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string }; // pg's error field
  return code !== undefined && (code.startsWith('22') || code.startsWith('23'));
}

function readHead(texts: ReadonlyMap<string, string>): Head {
  const text = texts.get('review.json');
  if (!text) throw new Problem('invalid', 'The archive has no review.json: it is no review that Pooled exported.');
  const head = parse(text, 'review.json', 1) as Head; // its format and its parts are checked on the next lines
  if (head.format !== ARCHIVE_FORMAT) {
    throw new Problem('invalid', `The archive's format is "${head.format}"; this version reads ${ARCHIVE_FORMAT}.`);
  }
  const isWhole =
    typeof head.review?.reviewId === 'string' &&
    typeof head.project === 'object' &&
    (head.tables === undefined || Array.isArray(head.tables)) &&
    Array.isArray(head.memberships) &&
    Array.isArray(head.people);
  if (!isWhole) throw new Problem('invalid', 'The archive’s review.json lacks something. Nothing was imported.');
  return head;
}

function readTable(texts: ReadonlyMap<string, string>, name: string, reviewId: string): object[] {
  const file = `tables/${name}.ndjson`;
  const text = texts.get(file);
  if (text === undefined) throw new Problem('invalid', `The archive lacks ${file}. Nothing was imported.`);
  return text
    .split('\n')
    .filter(line => line !== '')
    .map((line, index) => {
      const row = parse(line, file, index + 1);
      if ((row as { reviewId?: unknown }).reviewId !== reviewId) {
        throw new Problem(
          'invalid',
          `${file}, line ${index + 1}: the row belongs to another review. Nothing was imported.`,
        );
      }
      return row;
    });
}

function parse(text: string, file: string, line: number): object {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('invalid', `${file}, line ${line}: not valid JSON. Nothing was imported.`);
  }
}
