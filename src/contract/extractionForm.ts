import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, ReviewParams, WhyNot } from '#contract/shapes';
import { FIELD_CHANGES } from '#core/extraction/form/formEffects';
import { FIELD_KINDS, FORM_BLOCKS } from '#core/extraction/vocabulary';

const formField = {
  name: z.string().trim().min(1, 'Give it a name').max(120),
  block: z.enum(FORM_BLOCKS),
  kind: z.enum(FIELD_KINDS),
  unit: z.string().trim().max(60).default(''),
  help: z.string().trim().max(500).default(''),
  isRequired: z.boolean().default(false),
  isPlanned: z.boolean().default(false),
  choices: z.array(z.string().trim().min(1, 'A choice has a word').max(120)).max(60).default([]),
  lowest: z.number().nullable().default(null),
  highest: z.number().nullable().default(null),
};

const FieldOfForm = z.object({
  characteristicId: Id,
  ...{ name: z.string(), block: z.enum(FORM_BLOCKS), kind: z.enum(FIELD_KINDS), unit: z.string(), help: z.string() },
  ...{ isRequired: z.boolean(), isPlanned: z.boolean(), choices: z.array(z.string()) },
  ...{ lowest: z.number().nullable(), highest: z.number().nullable() },
});

export const getExtractionForm = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/extraction-form',
  summary: 'The extraction form field by field, fields that were put away, and its versions',
  params: ReviewParams,
  reply: z.object({
    /** 0 while no version was saved. */
    version: z.number().int(),
    fields: z.array(FieldOfForm),
    /** Not asked any more; their values are kept and come back with them. */
    putAway: z.array(FieldOfForm),
    versions: z.array(
      z.object({
        version: z.number().int(),
        note: z.string(),
        fields: z.array(FieldOfForm),
        savedByName: z.string(),
        savedAt: Instant,
      }),
    ),
    may: z.object({ design: WhyNot }),
  }),
});

/** A field that is new has no id; one that is left out is put away with its values. */
const Fields = z.array(z.object({ characteristicId: Id.nullable().default(null), ...formField })).max(200);

export const previewExtractionForm = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/extraction-form/preview',
  summary: 'What a change of the extraction form would do to the values that stand; nothing is changed',
  params: ReviewParams,
  body: z.object({ fields: Fields }),
  reply: z.object({
    effects: z.array(
      z.object({
        characteristicId: Id.nullable(),
        name: z.string(),
        change: z.enum(FIELD_CHANGES),
        sentences: z.array(z.string()),
        fitting: z.number().int(),
        unfit: z.array(z.object({ place: z.string(), value: z.string(), because: z.string() })),
        empty: z.number().int(),
      }),
    ),
    /** Studies that are extracted blind and not settled yet: what stands in their sheets is not counted. */
    blindStudies: z.number().int(),
  }),
});

export const saveExtractionForm = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/extraction-form',
  summary:
    'Save the next version of the extraction form; values are never rewritten, those that no longer fit are named',
  params: ReviewParams,
  body: z.object({
    fields: Fields,
    /** The version that was changed: somebody else's newer one is not written over. */
    basedOn: z.number().int().min(0),
    note: z.string().trim().max(500).default(''),
  }),
  reply: z.object({ version: z.number().int() }),
});
