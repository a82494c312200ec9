import styles from './EmptyState.module.css';

export const DRAWINGS = ['records', 'people', 'search', 'plot', 'question', 'table', 'way'] as const;
export type DrawingName = (typeof DRAWINGS)[number];

const LINES: Readonly<Record<DrawingName, string>> = {
  records: 'M20 18h24v32a3 3 0 0 1-3 3H23a3 3 0 0 1-3-3zM23 12h18M27 6h10M26 28h12M26 35h12M26 42h7',
  people:
    'M24 26a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 50c0-9 6-14 14-14s14 5 14 14M42 28a6 6 0 1 0-3-11M44 37c6 1 10 5 10 13',
  search: 'M28 44a16 16 0 1 0 0-32 16 16 0 0 0 0 32zM40 40l14 14M21 24h14M21 31h9',
  plot: 'M32 8v46M14 18h22M24 15v6h6v-6zM20 30h24M30 27v6h6v-6zM16 46l12-5 12 5-12 5z',
  question:
    'M14 12h36a3 3 0 0 1 3 3v26a3 3 0 0 1-3 3H32L20 54V44h-6a3 3 0 0 1-3-3V15a3 3 0 0 1 3-3zM27 23a5 5 0 1 1 7 5c-1.5.7-2 1.5-2 3M32 36v.5',
  table: 'M12 14h40v36H12zM12 24h40M26 14v36M12 33h40M12 42h40',
  way: 'M14 14a4 4 0 1 0 0-.1M18 14h24a8 8 0 0 1 0 18H22a9 9 0 0 0 0 18h24M50 50a4 4 0 1 0 0-.1',
};

/** A small line drawing for a place that is still empty. It carries no meaning of its own. */
export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg viewBox="0 0 64 60" width="64" height="60" className={styles.drawing} aria-hidden="true">
      <path d={LINES[name]} />
    </svg>
  );
}
