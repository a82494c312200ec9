import { IconFileText, IconPencil, IconQuote } from '@tabler/icons-react';
import { use, useState } from 'react';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { ReadingContext } from '../../../parts/reading/reading.ts';
import type { Study } from '../extraction.ts';
import { SourceDialog } from '../sheet/SourceDialog.tsx';
import { type Source, sourceWords } from '../sheet/sheet.ts';
import styles from './SourceSlot.module.css';

/** Where a value was read: pressing it goes there. Without one, the way to say it, or to put the quote that waits. */
export function SourceSlot({
  place,
  whose,
  reports,
  source,
  because,
  onKeep,
}: {
  place: string;
  whose: string;
  reports: Study['reports'];
  source: Source | null;
  because: string | null;
  onKeep: (source: Source | null) => void;
}) {
  const reading = use(ReadingContext);
  const [isSaying, setSaying] = useState(false);
  const words = sourceWords(source);
  const mayChange = because === null;
  return (
    <span className={styles.slot} id={`source ${place}`.replaceAll(' ', '_')}>
      {source && words !== '' && (
        <button
          type="button"
          className={styles.at}
          aria-label={`Go to where ${whose} was read: ${words}`}
          disabled={source.page === null || source.recordId === null}
          onClick={() => reading.show(place, source)}
        >
          <IconFileText size={14} stroke={1.75} aria-hidden="true" />
          {words}
        </button>
      )}
      {mayChange && reading.held && (
        <ActionButton
          size="small"
          label={`Put the quote at ${whose}`}
          onClick={() => {
            const taken = reading.take();
            if (taken) onKeep(taken);
          }}
        >
          Put it here
        </ActionButton>
      )}
      {mayChange && !reading.held && (
        <ActionButton
          kind="quiet"
          size="small"
          icon={words === '' ? <IconQuote stroke={1.75} /> : <IconPencil stroke={1.75} />}
          label={`${words === '' ? 'Where' : 'Change where'} ${whose} was read`}
          onClick={() => setSaying(true)}
        >
          {words === '' ? 'Where it was read' : 'Change'}
        </ActionButton>
      )}
      {isSaying && (
        <SourceDialog
          whose={whose}
          reports={reports}
          source={source}
          onKeep={next => {
            onKeep(next);
            setSaying(false);
          }}
          onClose={() => setSaying(false)}
        />
      )}
    </span>
  );
}
