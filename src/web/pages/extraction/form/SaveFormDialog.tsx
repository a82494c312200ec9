import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FormProblem } from '../../../parts/FormProblem.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { Note } from '../../../parts/Note.tsx';
import { useFieldErrors } from '../../../parts/useFieldErrors.ts';
import { counted } from '../../../words/counted.ts';
import styles from '../Rows.module.css';
import type { FormBody, FormEffects } from './formDraft.ts';
import { useFormPreview, useSaveForm } from './useForm.ts';

const CHANGE_WORDS: Readonly<Record<FormEffects['effects'][number]['change'], string>> = {
  added: 'is asked from now on',
  'brought-back': 'comes back',
  'put-away': 'is put away',
  changed: 'changes',
  moved: 'moves to another block',
};

/** What a new version does to what is there, before it does it. */
export function SaveFormDialog({
  reviewId,
  version,
  fields,
  onClose,
}: {
  reviewId: string;
  version: number;
  fields: FormBody['fields'];
  onClose: () => void;
}) {
  const preview = useFormPreview(reviewId, fields);
  const save = useSaveForm(reviewId);
  const [note, setNote] = useState('');
  const errors = useFieldErrors(save.error ?? preview.error, ['note']);
  return (
    <Dialog title={`Save version ${version + 1} of the form?`} onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          save.mutate({ fields, basedOn: version, note }, { onSuccess: onClose });
        }}
      >
        <FormProblem problem={save.error ?? preview.error} errors={errors} />
        {preview.isPending && <Loading shape="lines" />}
        {preview.data && <Effects preview={preview.data} />}
        <TextInput
          label="Why, optional"
          name="note"
          description="Stands beside the version."
          maxLength={500}
          value={note}
          error={errors.of('note')}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not yet</ActionButton>
          <ActionButton
            kind="primary"
            type="submit"
            isWorking={save.isPending || preview.isPending}
            because={preview.isError ? 'The form can’t be saved like this.' : null}
          >
            {`Save version ${version + 1}`}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}

function Effects({ preview: { effects, blindStudies } }: { preview: FormEffects }) {
  const unfit = effects.reduce((sum, effect) => sum + effect.unfit.length, 0);
  const plain = effects.filter(effect => effect.change === 'added' && effect.empty === 0);
  const told = effects.filter(effect => !plain.includes(effect));
  return (
    <>
      {unfit > 0 ? (
        <Note kind="warn" claim={`${counted(unfit, 'value')} will not fit.`}>
          They stay as they were written, are marked, and count for nothing until somebody has looked at them.
        </Note>
      ) : (
        <Note kind="info" claim="Every value that is there stays as it is." />
      )}
      {blindStudies > 0 && (
        <p className={styles.second}>
          {counted(blindStudies, 'study', 'studies')} still being extracted blind: what stands in their sheets isn’t
          counted.
        </p>
      )}
      {plain.length > 0 && <p>{`${counted(plain.length, 'field is', 'fields are')} new.`}</p>}
      <ul className={styles.rows} style={{ maxHeight: 320, overflow: 'auto' }}>
        {told.map(effect => (
          <li key={effect.name} className={styles.row} style={{ display: 'block' }}>
            <p className={styles.first}>{`${effect.name} ${CHANGE_WORDS[effect.change]}`}</p>
            {effect.sentences.map(sentence => (
              <p key={sentence} className={styles.second}>
                {sentence}
              </p>
            ))}
            <p className={styles.second}>{lineOf(effect)}</p>
            {effect.unfit.map(({ place, value, because }) => (
              <p key={`${place} ${value}`} className={styles.second}>
                {`${place}: ${because}`}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function lineOf({ change, fitting, unfit, empty }: FormEffects['effects'][number]): string {
  const held = change === 'put-away' ? `${counted(fitting + unfit.length, 'value')} kept with it` : null;
  const fit = change === 'put-away' ? null : `${counted(fitting, 'value fits', 'values fit')}`;
  return [
    held ?? fit,
    unfit.length > 0 && change !== 'put-away' ? `${counted(unfit.length, 'doesn’t fit', 'don’t fit')}` : null,
    empty > 0 ? `${counted(empty, 'place')} still to fill` : null,
  ]
    .filter(Boolean)
    .join(' · ');
}
