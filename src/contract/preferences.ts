import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Instant } from '#contract/shapes';
import { PREFERENCE_NAMES } from '#core/vocabulary';

/** How a person reads and works: keys, presets, highlight words. It follows them from device to device. */
export const listPreferences = endpoint({
  method: 'GET',
  path: '/api/preferences',
  summary: 'My own keys, highlight words and other habits of reading',
  reply: z.object({
    preferences: z.array(
      z.object({ name: z.enum(PREFERENCE_NAMES), about: z.string(), value: z.string(), savedAt: Instant }),
    ),
  }),
});

export const savePreference = endpoint({
  method: 'PUT',
  path: '/api/preferences/:name',
  summary: 'Keep a habit of mine; nobody else ever sees it',
  params: z.object({ name: z.enum(PREFERENCE_NAMES) }),
  body: z.object({
    /** What it is about: the id of a review or a practice set; empty where it holds everywhere. */
    about: z.union([z.uuid(), z.literal('')]).default(''),
    value: z.string().max(20_000, 'Keep it under 20,000 characters'),
  }),
});
