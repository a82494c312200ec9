import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, RoleWord } from '#contract/shapes';
import { PROFILE_KINDS } from '#core/vocabulary';

const profileFields = {
  kind: z.enum(PROFILE_KINDS),
  headline: z.string().trim().max(200),
  interests: z.string().trim().max(5000),
  skills: z.array(z.string().trim().min(1).max(60)).max(40),
  rolesWanted: z.array(RoleWord).max(9),
  languages: z.array(z.string().trim().min(1).max(40)).max(20),
  hoursPerWeek: z.number().int().min(0).max(80).nullable(),
  timeZone: z.string().trim().max(60).nullable(),
};

export const Profile = z.object({ personId: Id, name: z.string(), ...profileFields });

export const getProfile = endpoint({
  method: 'GET',
  path: '/api/profile',
  summary: 'My profile',
  reply: Profile,
});

export const saveProfile = endpoint({
  method: 'PUT',
  path: '/api/profile',
  summary: 'Save my profile',
  body: z.object(profileFields),
});

export const getPerson = endpoint({
  method: 'GET',
  path: '/api/people/:personId',
  summary: 'Another person, as everybody who is signed in sees them',
  params: z.object({ personId: Id }),
  reply: Profile,
});
