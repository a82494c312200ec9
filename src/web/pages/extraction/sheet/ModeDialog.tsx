import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { EXTRACTION_MODES, type ExtractionMode } from '#core/extraction/vocabulary';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Note } from '../../../parts/Note.tsx';
import { toast } from '../../../parts/toast.ts';
import { counted } from '../../../words/counted.ts';
import type { Extraction } from '../extraction.ts';
import styles from '../Rows.module.css';
import { MODE_WORDS } from './caseWords.ts';
import { useSetMode } from './useSheetDeeds.ts';

/** How studies are extracted. Those that somebody has begun stay as they were planned. */
export function ModeDialog({
  reviewId,
  extraction: { mode, studies },
  onClose,
}: {
  reviewId: string;
  extraction: Extraction;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<ExtractionMode>(mode);
  const save = useSetMode(reviewId);
  const send = () =>
    save.mutate(chosen, {
      onSuccess: ({ changed, kept }) => {
        const left = kept === 0 ? '' : `; ${counted(kept, 'study', 'studies')} begun before stay as they were`;
        toast({ text: `${MODE_WORDS[chosen].name}: ${counted(changed, 'study', 'studies')}${left}.` });
        onClose();
      },
    });
  return (
    <Dialog title="How are studies extracted?" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          send();
        }}
      >
        {save.error && <Note kind="error" claim={save.error.message} />}
        <Radio.Group
          name="mode"
          value={chosen}
          onChange={next => setChosen(EXTRACTION_MODES.find(word => word === next) ?? chosen)}
        >
          <Stack gap={12}>
            {EXTRACTION_MODES.map(word => (
              <Radio key={word} value={word} label={MODE_WORDS[word].name} description={MODE_WORDS[word].line} />
            ))}
          </Stack>
        </Radio.Group>
        {studies.length > 0 && (
          <p className={styles.second}>
            Studies that somebody has begun stay as they were planned; all others, and new ones, follow.
          </p>
        )}
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton
            kind="primary"
            type="submit"
            isWorking={save.isPending}
            because={chosen === mode && studies.every(study => study.mode === mode) ? 'It is so already.' : null}
            becauseAt="tip"
          >
            Set it
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
