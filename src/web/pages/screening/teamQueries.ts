import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { getAssignmentBoard, giveOutRecords } from '#contract/assignments';
import type { BodyInputOf, ReplyOf } from '#contract/endpoint';
import { getProject, listInvitations } from '#contract/projects';
import type { Stage } from '#core/vocabulary';
import { call } from '../../call.ts';

export type Board = ReplyOf<typeof getAssignmentBoard>;
export type BoardPerson = Board['people'][number];
export type GiveOut = Omit<BodyInputOf<typeof giveOutRecords>, 'isPreview'>;
export type Gift = ReplyOf<typeof giveOutRecords>;
export type Project = ReplyOf<typeof getProject>;

/** Who has how much to screen; asked only for who may know (a lead). */
export function useBoard(reviewId: string, stage: Stage, isWanted: boolean) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'board', stage],
    queryFn: ({ signal }) => call(getAssignmentBoard, { params: { reviewId, stage }, signal }),
    enabled: isWanted,
  });
}

/** What giving out would do. The server allots with the very same seed later, so that the preview is the deed. */
export function usePreview(reviewId: string, stage: Stage, input: GiveOut | null) {
  return useQuery({
    queryKey: ['reviews', reviewId, 'board', stage, 'preview', input],
    queryFn:
      input === null
        ? skipToken
        : ({ signal }) =>
            call(giveOutRecords, { params: { reviewId, stage }, body: { ...input, isPreview: true }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useProject(projectId: string | undefined) {
  return useQuery({
    queryKey: ['projects', projectId],
    queryFn: projectId === undefined ? skipToken : ({ signal }) => call(getProject, { params: { projectId }, signal }),
  });
}

export function useInvitations(projectId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['projects', projectId, 'invitations'],
    queryFn: ({ signal }) => call(listInvitations, { params: { projectId }, signal }),
    enabled: isWanted,
  });
}
