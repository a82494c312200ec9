import { Select, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { RECORD_BOXES } from '#contract/records';
import { IconButton } from '../../parts/IconButton.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useReviewOverview } from '../../queries/useReviewOverview.ts';
import { day } from '../../words/day.ts';
import { BOX_NAMES } from './boxNames.ts';
import { useImports } from './imports.ts';
import styles from './RecordsPage.module.css';

const REST_MS = 300;

/** One field for words, the sources, the boxes for who may see them, and what a link brought along as chips. */
export function RecordFilterBar({ reviewId }: { reviewId: string }) {
  const [text, setText] = useAddress('text');
  const [source, setSource] = useAddress('source');
  const [importId, setImportId] = useAddress('import');
  const [box, setBox] = useAddress('box');
  const [reason, setReason] = useAddress('reason');
  const [typed, setTyped] = useState(text);
  const imports = useImports(reviewId).data?.imports ?? [];
  const whyNotBoxes = useReviewOverview(reviewId).data?.may.seeFlow;

  // The address follows when the typing rests; a new address (a link, Back) is shown in the field.
  const settle = useEffectEvent(() => {
    if (typed !== text) setText(typed);
  });
  useEffect(() => {
    const resting = setTimeout(() => settle(), typed === '' ? 0 : REST_MS);
    return () => clearTimeout(resting);
  }, [typed]);
  useEffect(() => setTyped(text), [text]);

  const sources = [...new Set(imports.filter(one => one.state === 'imported').map(one => one.source.name))];
  const ofImport = imports.find(one => one.importId === importId);
  return (
    <search className={styles.bar}>
      <TextInput
        className={styles.text}
        aria-label="Words to look for"
        placeholder="Words in title and abstract, an author, a DOI or a PMID"
        leftSection={<IconSearch size={16} stroke={1.75} />}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      <Select
        aria-label="Source"
        w={180}
        data={[{ value: '', label: 'All sources' }, ...sources.map(name => ({ value: name, label: name }))]}
        value={source}
        onChange={value => setSource(value ?? '')}
      />
      {whyNotBoxes === null && (
        <Select
          aria-label="Box of the flow diagram"
          w={240}
          data={[
            { value: '', label: 'Anywhere in the flow' },
            ...RECORD_BOXES.map(one => ({ value: one, label: BOX_NAMES[one] })),
          ]}
          value={box}
          onChange={value => {
            setBox(value ?? '');
          }}
        />
      )}
      {(importId !== '' || reason !== '') && (
        <div className={styles.chips}>
          {importId !== '' && (
            <Chip
              words={ofImport ? `${ofImport.source.name}, searched on ${day(ofImport.source.ranOn)}` : 'one import'}
              onClear={() => setImportId('')}
            />
          )}
          {reason !== '' && <Chip words="one reason of exclusion" onClear={() => setReason('')} />}
        </div>
      )}
    </search>
  );
}

function Chip({ words, onClear }: { words: string; onClear: () => void }) {
  return (
    <span className={styles.chip}>
      {words}
      <IconButton label={`Take “${words}” away`} icon={<IconX size={14} stroke={1.75} />} onClick={onClear} />
    </span>
  );
}
