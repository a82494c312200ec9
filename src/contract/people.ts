import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, ShortText } from '#contract/shapes';
import { PROFILE_KINDS } from '#core/people/vocabulary';

const Email = z.email('This is not an e-mail address').max(200);
const NewPassword = z
  .string()
  .min(10, 'A password needs at least 10 characters')
  .max(200, 'A password has at most 200 characters');

export const Me = z.object({
  personId: Id,
  name: z.string(),
  email: z.string(),
  kind: z.enum(PROFILE_KINDS),
  isAdministrator: z.boolean(),
});

/** Who is asked for by nobody gets null: the page then shows the way in. */
export const CurrentSession = z.object({
  person: Me.nullable(),
  signIn: z.object({ hasOrcid: z.boolean(), hasMail: z.boolean(), isEmpty: z.boolean() }),
});

export const getSession = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, and which ways of signing in there are',
  access: 'anyone',
  reply: CurrentSession,
});

export const signUp = endpoint({
  method: 'POST',
  path: '/api/accounts',
  summary: 'Create an account and sign in',
  access: 'anyone',
  body: z.object({
    name: ShortText,
    email: Email,
    password: NewPassword,
    kind: z.enum(PROFILE_KINDS).default('other'),
  }),
  reply: Me,
  status: 201,
});

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with e-mail and password',
  access: 'anyone',
  body: z.object({ email: z.string().max(200), password: z.string().max(200) }),
  reply: Me,
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out',
  access: 'anyone',
});

export const askPasswordReset = endpoint({
  method: 'POST',
  path: '/api/password-resets',
  summary: 'Ask for a link to set a new password',
  access: 'anyone',
  body: z.object({ email: Email }),
  /** The same answer whether there is such an account or not. */
  reply: z.object({ sentence: z.string() }),
  status: 202,
});

export const makePasswordResetLink = endpoint({
  method: 'POST',
  path: '/api/people/:personId/password-reset-links',
  summary: 'Make a link to set a new password for a person, where no mail can be sent (administrators)',
  params: z.object({ personId: Id }),
  reply: z.object({ link: z.string() }),
  status: 201,
});

export const setPassword = endpoint({
  method: 'PUT',
  path: '/api/password-resets/:token',
  summary: 'Set a new password with the link’s token',
  access: 'anyone',
  params: z.object({ token: z.string().min(20).max(100) }),
  body: z.object({ password: NewPassword }),
});
