import { Select, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { RECORD_SORTS, type RecordSort } from '#core/vocabulary';
import { IconButton } from '../../parts/IconButton.tsx';
import styles from './RecordsPage.module.css';

const REST_MS = 150;

const SORT_NAMES: Readonly<Record<RecordSort, string>> = {
  match: 'Best match',
  newest: 'Newest first',
  oldest: 'Oldest first',
  title: 'By title',
  import: 'As imported',
};

/** One field for words and fields, and the order of what is found. */
export function RecordSearchBar({
  text,
  sort,
  onText,
  onSort,
  children,
}: {
  text: string;
  sort: RecordSort;
  onText: (text: string) => void;
  onSort: (sort: RecordSort) => void;
  children?: ReactNode;
}) {
  const [typed, setTyped] = useState(text);

  // The address follows when the typing rests; a new address (a link, Back) is shown in the field.
  const settle = useEffectEvent(() => {
    if (typed !== text) onText(typed);
  });
  useEffect(() => {
    const resting = setTimeout(() => settle(), typed === '' ? 0 : REST_MS);
    return () => clearTimeout(resting);
  }, [typed]);
  useEffect(() => setTyped(text), [text]);

  return (
    <search className={styles.bar}>
      <TextInput
        className={styles.text}
        classNames={{ input: styles.query }}
        aria-label="Words to look for"
        placeholder="title:randomi* AND (reminder* OR adheren*) NOT mice"
        leftSection={<IconSearch size={16} stroke={1.75} />}
        rightSection={
          typed !== '' && (
            <IconButton
              label="Clear the search"
              icon={<IconX size={16} stroke={1.75} />}
              onClick={() => setTyped('')}
            />
          )
        }
        spellCheck={false}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      <Select
        aria-label="Order"
        w={160}
        allowDeselect={false}
        data={RECORD_SORTS.map(value => ({ value, label: SORT_NAMES[value] }))}
        value={sort}
        onChange={value => onSort(RECORD_SORTS.find(one => one === value) ?? 'match')}
      />
      {children}
    </search>
  );
}
