import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { getProject } from '#contract/projects';
import { call } from '../../call.ts';

export type ProjectDetails = ReplyOf<typeof getProject>;

/** One project with its team. Whoever changes something in it invalidates `['projects']`. */
export function useProject(projectId: string) {
  return useQuery({
    queryKey: ['projects', projectId],
    queryFn: ({ signal }) => call(getProject, { params: { projectId }, signal }),
  });
}
