import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Day, Id, Instant, Made } from '#contract/shapes';

/** One line of a person's own words, for a goal or a promise. */
export const GoalLine = z.string().trim().min(1, 'Write something here').max(300, 'Keep it under 300 characters');

export const Goal = z.object({
  goalId: Id,
  text: z.string(),
  dueOn: Day.nullable(),
  isShared: z.boolean(),
  reachedAt: Instant.nullable(),
});

export const addGoal = endpoint({
  method: 'POST',
  path: '/api/goals',
  summary: 'Set a goal for oneself, with its day; mentors see a shared one',
  body: z.object({ text: GoalLine, dueOn: Day.nullable().default(null), isShared: z.boolean().default(true) }),
  reply: Made,
  status: 201,
});

export const changeGoal = endpoint({
  method: 'PATCH',
  path: '/api/goals/:goalId',
  summary: 'Change an own goal, or say that it is reached',
  params: z.object({ goalId: Id }),
  body: z.object({
    text: GoalLine.optional(),
    dueOn: Day.nullable().optional(),
    isShared: z.boolean().optional(),
    isReached: z.boolean().optional(),
  }),
});

export const removeGoal = endpoint({
  method: 'DELETE',
  path: '/api/goals/:goalId',
  summary: 'Remove an own goal',
  params: z.object({ goalId: Id }),
});
