import { z } from 'zod';
import { ROLES } from '#core/vocabulary';

/** Small shapes that many endpoints share. */
export const Id = z.uuid();
/** An instant as ISO 8601 text, made from a Date of the database. */
export const Instant = z.union([z.iso.datetime(), z.date().transform(date => date.toISOString())]);
export const Day = z.iso.date();
export const RoleWord = z.enum(ROLES);
export const ShortText = z.string().trim().min(1, 'Write something here').max(300, 'Keep it under 300 characters');
export const LongText = z.string().trim().max(20_000, 'Keep it under 20,000 characters');

/** Why a deed is not allowed, or null where it is: the button is disabled and shows it. */
export const WhyNot = z.string().nullable();

export const PersonName = z.object({ personId: Id, name: z.string() });

export const ReviewParams = z.object({ reviewId: Id });

/** A list that is read page by page: hand `next` back as `cursor`. */
export const cursorQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
export const NextCursor = z.string().nullable();

/** The answer of a deed that made one thing. */
export const Made = z.object({ id: Id });

/** The answer of a deed that started a job. */
export const JobStarted = z.object({ jobId: Id });
