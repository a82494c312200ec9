import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#contract/endpoint';
import { getProfile } from '#contract/profiles';
import { call } from '../../call.ts';

export type OwnProfile = ReplyOf<typeof getProfile>;

/** One's own profile, whole. */
export function useOwnProfile() {
  return useQuery({ queryKey: ['profile'], queryFn: ({ signal }) => call(getProfile, { signal }) });
}
