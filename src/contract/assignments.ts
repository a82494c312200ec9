import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { RecordFilters } from '#contract/records';
import { StageParams } from '#contract/screening';
import { Day, Id, Instant, PersonName, WhyNot } from '#contract/shapes';
import { SCREENING_MODES } from '#core/vocabulary';

/** Which records: all that wait, those found by words or source, chosen ones, all that a list of records shows, or what a person has not decided yet. */
const WhichRecords = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }),
  z.object({
    kind: z.literal('found'),
    text: z.string().trim().max(500).default(''),
    source: z.string().max(100).nullable().default(null),
  }),
  z.object({ kind: z.literal('chosen'), recordIds: z.array(Id).min(1).max(20_000) }),
  z.object({ kind: z.literal('selected'), filters: RecordFilters }),
  z.object({ kind: z.literal('of-person'), personId: Id }),
]);

export const getAssignmentBoard = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/assignments/:stage',
  summary: 'Who has how much to screen at a stage, and what nobody has yet (lead)',
  params: StageParams,
  reply: z.object({
    mode: z.enum(SCREENING_MODES),
    records: z.number().int(),
    /** Records that too few people were asked about. */
    waiting: z.number().int(),
    /** Records on which everybody who was asked has decided. */
    decidedByAll: z.number().int(),
    /** Of these, on how many the decisions differ and nobody has settled it. */
    conflicts: z.number().int(),
    people: z.array(
      PersonName.extend({
        given: z.number().int(),
        done: z.number().int(),
        dueOn: Day.nullable(),
        lastAt: Instant.nullable(),
        firstGivenAt: Instant.nullable(),
        /** Decisions a day, over the last seven days. */
        perDay: z.number(),
        hoursPerWeek: z.number().int().nullable(),
        timeZone: z.string().nullable(),
        nudgedAt: Instant.nullable(),
        canScreen: z.boolean(),
        /** Who has left: their decisions stay, their open records wait for others. */
        hasLeft: z.boolean(),
      }),
    ),
    isClosed: z.boolean(),
    may: z.object({ assign: WhyNot, close: WhyNot }),
  }),
});

export const giveOutRecords = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/assignments/:stage',
  summary: 'Give waiting records out to people, evenly and repeatably; a preview changes nothing (lead)',
  params: StageParams,
  body: z.object({
    personIds: z.array(Id).min(1, 'Choose at least one person').max(50),
    which: WhichRecords.default({ kind: 'waiting' }),
    /** How many records; all where null. */
    count: z.number().int().min(1).nullable().default(null),
    /** A share of them, drawn by lot from the seed. */
    sharePercent: z.number().int().min(1).max(100).nullable().default(null),
    /** As imported, by lot from the seed, or the most promising first. */
    order: z.enum(['import', 'lot', 'ranked']).default('import'),
    split: z.enum(['equal', 'hours']).default('equal'),
    /** At most so many more for a person. */
    limits: z
      .array(z.object({ personId: Id, most: z.number().int().min(0) }))
      .max(50)
      .default([]),
    /** Nobody gets a record that they wrote: told by name, or only by ORCID iD or name with affiliation ("sure"). */
    recuse: z.enum(['name', 'sure']).default('name'),
    pairs: z.enum(['rotated', 'kept']).default('rotated'),
    dueOn: Day.nullable().default(null),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31)
      .default(1),
    isPreview: z.boolean().default(false),
  }),
  reply: z.object({
    given: z.number().int(),
    perPerson: z.array(
      PersonName.extend({
        added: z.number().int(),
        total: z.number().int(),
        /** For all that is open then, at their pace or the team's; null before a pace is known. */
        hoursNeeded: z.number().nullable(),
        /** Until the due date; null without one, or where the person has not said their hours. */
        hoursAvailable: z.number().nullable(),
      }),
    ),
    /** Records that a person may have written, and how many of these are told by the name alone. */
    authors: z.array(PersonName.extend({ records: z.number().int(), byName: z.number().int() })),
    notGiven: z.array(z.object({ because: z.string(), count: z.number().int() })),
  }),
  status: 201,
});

export const takeBackRecords = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/assignments/:stage/people/:personId',
  summary: 'Take back what a person has not decided yet, so that it can be given to others (lead)',
  params: StageParams.extend({ personId: Id }),
  reply: z.object({ takenBack: z.number().int() }),
});

export const sendNudge = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/assignments/:stage/people/:personId/nudges',
  summary: 'Send a friendly note to somebody with open work, once a day at most (lead)',
  params: StageParams.extend({ personId: Id }),
  body: z.object({ text: z.string().trim().min(1, 'Write a line').max(1000) }),
  reply: z.object({ isMailed: z.boolean() }),
  status: 201,
});
