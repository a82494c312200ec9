import { z } from 'zod';
import { endpoint } from '#contract/endpoint';
import { Id, ReviewParams, WhyNot } from '#contract/shapes';

export const suggestStudyLinks = endpoint({
  method: 'GET',
  path: '/api/reviews/:reviewId/study-links',
  summary: 'Reports that seem to tell of one study: they name the same trial, or a person has called them so',
  params: ReviewParams,
  reply: z.object({
    groups: z.array(
      z.object({
        /** What they share: NCT01234567. */
        trialNumbers: z.array(z.string()),
        /** What the study might be called: Aronson 1948. */
        label: z.string(),
        /** Studies to which some of them belong. */
        studies: z.array(z.object({ studyId: Id, label: z.string() })),
        isLinked: z.boolean(),
        reports: z.array(
          z.object({
            recordId: Id,
            title: z.string(),
            authorsText: z.string(),
            year: z.number().int().nullable(),
            journal: z.string().nullable(),
            studyLabel: z.string().nullable(),
          }),
        ),
      }),
    ),
    may: z.object({ link: WhyNot }),
  }),
});

export const linkReports = endpoint({
  method: 'POST',
  path: '/api/reviews/:reviewId/studies/:studyId/reports',
  summary: 'Add reports to a study; those that it has stay',
  params: ReviewParams.extend({ studyId: Id }),
  body: z.object({ recordIds: z.array(Id).min(1).max(200) }),
});
