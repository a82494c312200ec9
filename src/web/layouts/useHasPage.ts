import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Whether a feature has put a page at this path (in the router's style). What has no page is not offered as a link. */
export function useHasPage(): (path: string) => boolean {
  const router = useRouter();
  return useCallback(path => Object.hasOwn(router.routesByPath, path), [router]);
}
