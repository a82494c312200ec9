import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { FileInTheMaking } from '#contract/fileInTheMaking';
import { Id, Instant, Made, WhyNot } from '#contract/shapes';

export const getAccount = endpoint({
  method: 'GET',
  path: '/api/account',
  summary: 'One’s own account: the last archive of it, and what deleting it would do',
  reply: z.object({
    name: z.string(),
    email: z.string(),
    orcid: z.string().nullable(),
    createdAt: Instant,
    /** What is asked for before the account is deleted. */
    confirmsBy: z.enum(['password', 'orcid']),
    lastExport: FileInTheMaking.nullable(),
    leaving: z.object({
      seats: z.number().int(),
      openApplications: z.number().int(),
      mentorships: z.number().int(),
      /** They stay, under "former member". */
      decisions: z.number().int(),
      /** Titles of projects that nobody could open any more. */
      aloneIn: z.array(z.string()),
    }),
    may: z.object({ remove: WhyNot }),
  }),
});

export const exportAccount = endpoint({
  method: 'POST',
  path: '/api/account/exports',
  summary: 'Gather all that is one’s own in an archive, as long work; asked again meanwhile it is the same one',
  reply: Made,
  status: 202,
});

const ExportParams = z.object({ exportId: Id });

export const removeAccountExport = endpoint({
  method: 'DELETE',
  path: '/api/account/exports/:exportId',
  summary: 'Stop gathering an archive, or remove its file',
  params: ExportParams,
});

export const downloadAccountExport = endpoint({
  method: 'GET',
  path: '/api/account/exports/:exportId/account.zip',
  summary: 'Download the archive of one’s own account',
  params: ExportParams,
  replyKind: 'file',
});

export const deleteAccount = endpoint({
  method: 'POST',
  path: '/api/account/deletion',
  summary: 'Delete one’s own account: personal data go, decisions stay under “former member”',
  body: z.object({
    password: z.string().max(200).default(''),
    /** Of people who sign in by ORCID alone, in place of a password. */
    orcid: z.string().max(40).default(''),
  }),
});

export const setAdministrator = endpoint({
  method: 'PUT',
  path: '/api/people/:personId/administration',
  summary: 'Make a person an administrator, or end it (administrators)',
  params: z.object({ personId: Id }),
  body: z.object({ isAdministrator: z.boolean() }),
});
