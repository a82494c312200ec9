import { useMatches } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import type { PageRoute } from '../PageRoute.ts';

/** A name that a page gave to its place, valid only at the address where it was given. */
interface NamedPlace {
  readonly pathname: string;
  readonly name: string;
}

let named: NamedPlace | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setNamed(next: NamedPlace | null): void {
  named = next;
  for (const listener of listeners) listener();
}

/** The page knows a better name than its route's title, "PubMed, 9 November" say. Undefined while it is loading. */
export function usePlace(name: string | undefined): void {
  const pathname = usePathname();
  useEffect(() => {
    if (name === undefined) return;
    setNamed({ pathname, name });
    return () => setNamed(null);
  }, [name, pathname]);
}

export interface Place {
  readonly page: PageRoute | null;
  readonly title: string;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** Where the reader is: the page's route, its name, and the parameters of the address. */
export function useCurrentPlace(): Place {
  const pathname = usePathname();
  const here = useMatches().at(-1);
  const given = useSyncExternalStore(subscribe, () => named);
  const page = here?.staticData.page ?? null;
  const title = given?.pathname === pathname ? given.name : (page?.title ?? '');
  return { page, title, params: (here?.params ?? {}) as Place['params'] }; // parameters of an address are texts
}

function usePathname(): string {
  return useMatches({ select: matches => matches.at(-1)?.pathname ?? '/' });
}
