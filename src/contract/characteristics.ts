import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, Instant, Made, ReviewParams, WhyNot } from '#contract/shapes';
import { sourceField } from '#contract/valueSource';
import { CHARACTERISTIC_KINDS } from '#core/extraction/vocabulary';

/** A property of studies by which they may be divided, or which may explain their effects. */
export const CharacteristicOf = z.object({
  characteristicId: Id,
  name: z.string(),
  kind: z.enum(CHARACTERISTIC_KINDS),
  unit: z.string(),
  /** Named in the protocol; analyses by any other are exploratory. */
  isPlanned: z.boolean(),
  position: z.number().int(),
});

const CharacteristicParams = ReviewParams.extend({ characteristicId: Id });
const StudyCharacteristicParams = CharacteristicParams.extend({ studyId: Id });

export const listCharacteristics = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/characteristics',
  summary: 'Characteristics of studies for subgroups and meta-regression, with what is known of each study',
  params: ReviewParams,
  reply: z.object({
    characteristics: z.array(CharacteristicOf),
    studies: z.array(z.object({ studyId: Id, label: z.string(), year: z.number().int().nullable() })),
    values: z.array(
      z.object({
        characteristicId: Id,
        studyId: Id,
        value: z.union([z.number(), z.string()]),
        foundAt: z.string(),
        recordedByName: z.string(),
        recordedAt: Instant,
      }),
    ),
    may: z.object({ change: WhyNot }),
  }),
});

const characteristicFields = {
  name: z.string().trim().min(1, 'Give it a name').max(120),
  kind: z.enum(CHARACTERISTIC_KINDS),
  unit: z.string().trim().max(60).default(''),
  isPlanned: z.boolean().default(false),
  position: z.number().int().min(0).max(1000).default(0),
};

export const addCharacteristic = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/characteristics',
  summary: 'Add a characteristic of studies',
  params: ReviewParams,
  body: z.object(characteristicFields),
  reply: Made,
  status: 201,
});

export const updateCharacteristic = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/characteristics/:characteristicId',
  summary: 'Change a characteristic; its kind stays once a study has a value',
  params: CharacteristicParams,
  body: z.object(characteristicFields),
});

export const removeCharacteristic = endpoint({
  method: 'DELETE',
  path: '/api/reviews/:reviewId/characteristics/:characteristicId',
  summary: 'Remove a characteristic with its values',
  params: CharacteristicParams,
});

export const recordCharacteristic = endpoint({
  method: 'PUT',
  path: '/api/reviews/:reviewId/characteristics/:characteristicId/studies/:studyId',
  summary: 'Record what a study is like in one respect; null takes the value away',
  params: StudyCharacteristicParams,
  body: z.object({
    value: z.union([z.number(), z.string().trim().min(1).max(20_000)]).nullable(),
    /** No report tells it: the value is null then, and it counts as answered. */
    isNotReported: z.boolean().default(false),
    foundAt: z.string().trim().max(300).default(''),
    ...sourceField,
  }),
});
