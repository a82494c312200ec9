import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id } from '#contract/shapes';
import { PUBLICATION_ORIGINS, PUBLICATION_STATES } from '#core/people/vocabulary';

export const MyPublication = z.object({
  publicationId: Id,
  pmid: z.string().nullable(),
  doi: z.string().nullable(),
  title: z.string(),
  journal: z.string(),
  year: z.number().int().nullable(),
  authors: z.array(z.string()),
  state: z.enum(PUBLICATION_STATES),
  origin: z.enum(PUBLICATION_ORIGINS),
  evidence: z.array(z.string()),
  score: z.number(),
  isLikely: z.boolean(),
});

/** What a claim or a search brought. */
const Found = z.object({
  claimed: z.number().int(),
  proposed: z.number().int(),
  known: z.number().int(),
  /** What could not be found or read, in sentences. */
  problems: z.array(z.string()),
});

export const listMyPublications = endpoint({
  method: 'GET',
  path: '/api/profile/publications',
  summary: 'My publications, and those that might be mine with what speaks for them',
  reply: z.object({ publications: z.array(MyPublication) }),
});

export const claimPmids = endpoint({
  method: 'POST',
  path: '/api/profile/publications/pmids',
  summary: 'Claim publications by their PMIDs',
  body: z.object({ pmids: z.string().trim().min(1, 'Write at least one PMID').max(20_000) }),
  reply: Found,
});

export const claimFile = endpoint({
  method: 'POST',
  path: '/api/profile/publications/file',
  summary: 'Claim the publications of an NBIB, RIS, BibTeX, EndNote or PubMed file',
  query: z.object({ fileName: z.string().max(300).default('') }),
  bodyKind: 'file',
  reply: Found,
});

export const findMyPublications = endpoint({
  method: 'POST',
  path: '/api/profile/publications/search',
  summary: 'Look in PubMed for publications under a name or my ORCID iD; they are proposed, I confirm',
  body: z.object({ name: z.string().trim().max(200).default(''), byOrcid: z.boolean().default(false) }),
  reply: Found,
});

export const answerPublications = endpoint({
  method: 'PUT',
  path: '/api/profile/publications/state',
  summary: 'Say of publications whether they are mine',
  body: z.object({ publicationIds: z.array(Id).min(1).max(500), state: z.enum(PUBLICATION_STATES) }),
});

export const forgetPublication = endpoint({
  method: 'DELETE',
  path: '/api/profile/publications/:publicationId',
  summary: 'Forget a publication, whatever I said of it',
  params: z.object({ publicationId: Id }),
});
