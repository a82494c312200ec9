import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Day, Id, RoleWord } from '#contract/shapes';
import {
  AUDIENCES,
  CAREER_STAGES,
  EXAM_STEPS,
  PROFILE_KINDS,
  PROFILE_LINES,
  TOPIC_CHANGES,
  VISA_NEEDS,
} from '#core/people/vocabulary';

const Word = z.string().trim().min(1).max(80);

const Away = z
  .object({ from: Day, to: Day, why: z.string().trim().max(100).default('') })
  .refine(one => one.from <= one.to, { message: 'The last day is before the first', path: ['to'] });

const profileFields = {
  kind: z.enum(PROFILE_KINDS),
  headline: z.string().trim().max(200),
  interests: z.string().trim().max(5000),
  skills: z.array(z.string().trim().min(1).max(60)).max(40),
  rolesWanted: z.array(RoleWord).max(9),
  languages: z.array(z.string().trim().min(1).max(40)).max(20),
  hoursPerWeek: z.number().int().min(0).max(80).nullable(),
  timeZone: z.string().trim().max(60).nullable(),
  away: z.array(Away).max(30),
  affiliation: z.string().trim().max(300),
  careerStage: z.enum(CAREER_STAGES).nullable(),
  medicalSchool: z.string().trim().max(200),
  schoolCountry: z.string().trim().max(80),
  graduationYear: z.number().int().min(1940, 'Write the year with four digits').max(2100).nullable(),
  examSteps: z.array(z.enum(EXAM_STEPS)).max(EXAM_STEPS.length),
  visaNeed: z.enum(VISA_NEEDS).nullable(),
  aims: z.array(Word).max(10),
};

const Audiences = z.partialRecord(z.enum(PROFILE_LINES), z.enum(AUDIENCES));

export const Topic = z.object({
  topic: z.string(),
  kind: z.enum(['mesh', 'word']),
  weight: z.number(),
  publications: z.number().int(),
  isOwnWord: z.boolean(),
  change: z.enum(TOPIC_CHANGES).nullable(),
});

const PublishedWork = z.object({
  publicationId: Id,
  pmid: z.string().nullable(),
  doi: z.string().nullable(),
  title: z.string(),
  journal: z.string(),
  year: z.number().int().nullable(),
});

/** A profile as somebody sees it: lines that are not shared with them are empty, and stand in `hidden` for the person alone. */
export const SeenProfile = z.object({
  personId: Id,
  name: z.string(),
  ...profileFields,
  away: z.array(z.object({ from: Day, to: Day, why: z.string() })),
  topics: z.array(Topic),
  publications: z.array(PublishedWork),
  orcid: z.string().nullable(),
  /** Shown to the team, once both have agreed to work together. */
  email: z.string().nullable(),
});

export const Profile = SeenProfile.extend({
  audiences: Audiences,
  /** Publications that wait for an answer: mine, or not mine. */
  proposed: z.number().int(),
  isWelcomed: z.boolean(),
});

export const getProfile = endpoint({
  method: 'GET',
  path: '/api/profile',
  summary: 'My profile, whole',
  reply: Profile,
});

export const changeProfile = endpoint({
  method: 'PATCH',
  path: '/api/profile',
  summary: 'Change lines of my profile, or who sees them; what is left out stays',
  body: z
    .object({
      ...profileFields,
      audiences: Audiences,
      topicCorrections: z.array(z.object({ topic: Word, change: z.enum(TOPIC_CHANGES) })).max(200),
      isWelcomed: z.literal(true),
    })
    .partial(),
});

export const correctTopic = endpoint({
  method: 'PUT',
  path: '/api/profile/topics',
  summary: 'Make one of my topics count more, less or not at all, add one, or take the correction back',
  body: z.object({ topic: Word, change: z.enum(TOPIC_CHANGES).nullable() }),
});

export const previewProfile = endpoint({
  method: 'GET',
  path: '/api/profile/as-seen',
  summary: 'My profile, exactly as everybody, a lead whom I apply to, or my team gets it',
  query: z.object({ by: z.enum(['stranger', 'lead', 'team']) }),
  reply: SeenProfile.extend({ hidden: z.array(z.enum(PROFILE_LINES)) }),
});

export const getPerson = endpoint({
  method: 'GET',
  path: '/api/people/:personId',
  summary: 'Another person: what they share with me',
  params: z.object({ personId: Id }),
  reply: SeenProfile,
});
