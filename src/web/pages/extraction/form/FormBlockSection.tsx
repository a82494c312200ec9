import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FormBlock } from '#core/extraction/vocabulary';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Badge } from '../../../parts/Badge.tsx';
import { MenuButton } from '../../../parts/MenuButton.tsx';
import { Section } from '../../../parts/Section.tsx';
import styles from '../Rows.module.css';
import { FieldDialog } from './FieldDialog.tsx';
import { ALWAYS_ASKED, BLOCK_WORDS, type DraftField, EMPTY_FIELD, fieldLine } from './formDraft.ts';

/** One block of the form with its fields in order. */
export function FormBlockSection({
  block,
  draft,
  because,
  onDraft,
}: {
  block: FormBlock;
  draft: readonly DraftField[];
  because: string | null;
  onDraft: (draft: DraftField[]) => void;
}) {
  const [open, setOpen] = useState<DraftField | null>(null);
  const own = draft.filter(field => field.block === block);
  const always = ALWAYS_ASKED[block];
  const add = () =>
    setOpen({ ...EMPTY_FIELD, block, characteristicId: null, key: `new ${block} ${own.length} ${draft.length}` });
  const keep = (field: DraftField) => {
    const isKnown = draft.some(one => one.key === field.key);
    onDraft(isKnown ? draft.map(one => (one.key === field.key ? field : one)) : [...draft, field]);
    setOpen(null);
  };
  const swap = (field: DraftField, other: DraftField | undefined) => {
    if (other) onDraft(draft.map(one => (one === field ? other : one === other ? field : one)));
  };
  return (
    <Section
      title={BLOCK_WORDS[block]}
      aside={
        because === null && (
          <ActionButton
            size="small"
            icon={<IconPlus stroke={1.75} />}
            label={`Add a field to ${BLOCK_WORDS[block]}`}
            onClick={add}
          >
            Add a field
          </ActionButton>
        )
      }
    >
      {always && <p className={styles.second}>{always}</p>}
      {own.length === 0 && !always && <p className={styles.second}>No field: the form doesn’t ask for it.</p>}
      {own.length > 0 && (
        <ul className={styles.rows} style={{ marginTop: 8 }}>
          {own.map((field, place) => (
            <li key={field.key} className={styles.row} data-one-button>
              <div className={styles.words}>
                <p className={styles.first}>
                  {field.name} {field.isRequired && <Badge kind="fact">required</Badge>}{' '}
                  {field.isPlanned && <Badge kind="info">moderator of the protocol</Badge>}{' '}
                  {field.characteristicId === null && <Badge kind="warn">new</Badge>}
                </p>
                <p className={styles.second}>{[fieldLine(field), field.help].filter(Boolean).join(' · ')}</p>
              </div>
              {because === null && (
                <MenuButton
                  label={`More for ${field.name}`}
                  size="small"
                  deeds={[
                    { name: 'Change', onClick: () => setOpen(field) },
                    {
                      name: 'Move up',
                      because: place === 0 ? 'It is the first one.' : null,
                      onClick: () => swap(field, own[place - 1]),
                    },
                    {
                      name: 'Move down',
                      because: place === own.length - 1 ? 'It is the last one.' : null,
                      onClick: () => swap(field, own[place + 1]),
                    },
                    {
                      name: field.characteristicId === null ? 'Leave out' : 'Put away',
                      isDangerous: true,
                      onClick: () => onDraft(draft.filter(one => one.key !== field.key)),
                    },
                  ]}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {open && <FieldDialog field={open} others={draft} onKeep={keep} onClose={() => setOpen(null)} />}
    </Section>
  );
}
