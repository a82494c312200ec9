import { IconX } from '@tabler/icons-react';
import { IconButton } from '../../parts/IconButton.tsx';
import { day } from '../../words/day.ts';
import { BOX_NAMES } from './boxNames.ts';
import { useImports } from './imports.ts';
import styles from './RecordsPage.module.css';
import type { RecordFilters } from './useRecordFilters.ts';

/** What a link brought along, and the years: each can be taken away where it stands. */
export function FilterChips({
  reviewId,
  filters,
  onChange,
}: {
  reviewId: string;
  filters: RecordFilters;
  onChange: (part: Partial<RecordFilters>) => void;
}) {
  const imports = useImports(reviewId).data?.imports ?? [];
  const ofImport = imports.find(one => one.importId === filters.import);
  const { yearFrom, yearTo } = filters;
  return (
    <>
      {filters.import !== '' && (
        <Chip
          words={ofImport ? `${ofImport.source.name}, searched on ${day(ofImport.source.ranOn)}` : 'one import'}
          onClear={() => onChange({ import: '' })}
        />
      )}
      {filters.box !== '' && <Chip words={BOX_NAMES[filters.box]} onClear={() => onChange({ box: '', reason: '' })} />}
      {filters.reason !== '' && <Chip words="one reason of exclusion" onClear={() => onChange({ reason: '' })} />}
      {(yearFrom !== null || yearTo !== null) && (
        <Chip words={yearWords(yearFrom, yearTo)} onClear={() => onChange({ yearFrom: null, yearTo: null })} />
      )}
    </>
  );
}

function yearWords(from: number | null, to: number | null): string {
  if (from === null) return `up to ${to}`;
  return to === null ? `from ${from}` : `${from} to ${to}`;
}

function Chip({ words, onClear }: { words: string; onClear: () => void }) {
  return (
    <span className={styles.chip}>
      {words}
      <IconButton label={`Take “${words}” away`} icon={<IconX size={14} stroke={1.75} />} onClick={onClear} />
    </span>
  );
}
