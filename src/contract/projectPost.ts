import { z } from 'zod';
import { EXAM_STEPS, LETTERS, PAYS, STUDY_TYPES, VISA_RULES, WORK_PLACES } from '#core/people/vocabulary';

/** What a project's post says beside its title and summary: the kind of work, whom it asks, and what help it may bring. */
export const projectPostFields = {
  studyType: z.enum(STUDY_TYPES).nullable().default(null),
  pay: z.enum(PAYS).nullable().default(null),
  workPlace: z.enum(WORK_PLACES).nullable().default(null),
  city: z.string().trim().max(100).default(''),
  months: z.number().int().min(1).max(60).nullable().default(null),
  graduatedSince: z.number().int().min(1950, 'Write the year with four digits').max(2100).nullable().default(null),
  examStepsAsked: z.array(z.enum(EXAM_STEPS)).max(EXAM_STEPS.length).default([]),
  visaRule: z.enum(VISA_RULES).nullable().default(null),
  mentor: z.string().trim().max(300).default(''),
  contactRule: z.string().trim().max(300).default(''),
  letter: z.enum(LETTERS).nullable().default(null),
};

export const ProjectPost = z.object(projectPostFields);
