import { counted } from '../../words/counted.ts';

/** "12 pages · 1.3 MB" */
export function fileFacts({ pages, bytes }: { pages: number | null; bytes: number }): string {
  const size = bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return pages === null ? size : `${counted(pages, 'page')} · ${size}`;
}
