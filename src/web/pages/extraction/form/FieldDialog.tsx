import { Checkbox, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formProblems } from '#core/extraction/form/formProblems';
import { FIELD_KINDS, FORM_BLOCKS } from '#core/extraction/vocabulary';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import styles from '../Rows.module.css';
import { BLOCK_WORDS, type DraftField, FIELD_KIND_WORDS, isModerator } from './formDraft.ts';

/** What a field is called, what it takes, and what help it gives. Nothing is stored before the form is saved. */
export function FieldDialog({
  field,
  others,
  onKeep,
  onClose,
}: {
  field: DraftField;
  others: readonly DraftField[];
  onKeep: (field: DraftField) => void;
  onClose: () => void;
}) {
  const [fields, setFields] = useState(field);
  const [isTried, setIsTried] = useState(false);
  const set = (part: Partial<DraftField>) => setFields(before => ({ ...before, ...part }));
  const { kind, block } = fields;
  // The field stands last, so that a double name is told at its place.
  const rest = others.filter(one => one.key !== field.key);
  const problems = formProblems([...rest, fields]);
  const problemOf = (part: string) => {
    if (!isTried) return undefined;
    if (part === 'name' && fields.name.trim() === '') return 'Give it a name';
    return problems.find(one => one.pointer === `/body/fields/${rest.length}/${part}`)?.detail;
  };
  const hasWords = kind === 'category' || kind === 'choices';
  const keep = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (fields.name.trim() === '' || problems.some(one => one.pointer.startsWith(`/body/fields/${rest.length}/`)))
      return;
    onKeep({ ...fields, name: fields.name.trim(), isPlanned: fields.isPlanned && isModerator(fields) });
  };
  return (
    <Dialog title={field.name === '' ? 'Add a field' : `Change ${field.name}`} onClose={onClose}>
      <form className={styles.form} onSubmit={keep} noValidate>
        <TextInput
          label="Name"
          name="name"
          maxLength={120}
          value={fields.name}
          error={problemOf('name')}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <div className={styles.twins}>
          <Select
            label="It takes"
            name="kind"
            allowDeselect={false}
            data={FIELD_KINDS.map(value => ({ value, label: FIELD_KIND_WORDS[value] }))}
            value={kind}
            comboboxProps={{ withinPortal: false }}
            onChange={next => set({ kind: FIELD_KINDS.find(word => word === next) ?? kind })}
          />
          <Select
            label="Block"
            name="block"
            allowDeselect={false}
            data={FORM_BLOCKS.map(value => ({ value, label: BLOCK_WORDS[value] }))}
            value={block}
            comboboxProps={{ withinPortal: false }}
            onChange={next => set({ block: FORM_BLOCKS.find(word => word === next) ?? block })}
          />
        </div>
        {hasWords && (
          <TagsInput
            label="Words to choose from"
            name="choices"
            description={
              kind === 'category' ? 'Enter after each. With none, any word may be written.' : 'Enter after each.'
            }
            value={[...fields.choices]}
            error={problemOf('choices')}
            comboboxProps={{ withinPortal: false }}
            onChange={choices => set({ choices })}
          />
        )}
        {kind === 'number' && (
          <div className={styles.thirds}>
            <TextInput
              label="Unit"
              name="unit"
              maxLength={60}
              value={fields.unit}
              onChange={event => set({ unit: event.currentTarget.value })}
            />
            <NumberInput
              label="Lowest"
              name="lowest"
              hideControls
              placeholder="any"
              value={fields.lowest ?? ''}
              onChange={next => set({ lowest: typeof next === 'number' ? next : null })}
            />
            <NumberInput
              label="Highest"
              name="highest"
              hideControls
              placeholder="any"
              value={fields.highest ?? ''}
              error={problemOf('highest')}
              onChange={next => set({ highest: typeof next === 'number' ? next : null })}
            />
          </div>
        )}
        <Textarea
          label="Help"
          name="help"
          description="Stands under the field."
          autosize
          minRows={1}
          maxLength={500}
          value={fields.help}
          onChange={event => set({ help: event.currentTarget.value })}
        />
        <Checkbox
          label="Required"
          description="An extractor can’t be done without an answer; “not reported” is one."
          checked={fields.isRequired}
          onChange={event => set({ isRequired: event.currentTarget.checked })}
        />
        {isModerator(fields) && (
          <Checkbox
            label="Named in the protocol for subgroups or meta-regression"
            description="Analyses by any other field are marked exploratory."
            checked={fields.isPlanned}
            onChange={event => set({ isPlanned: event.currentTarget.checked })}
          />
        )}
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton kind="primary" type="submit">
            {field.name === '' ? 'Add the field' : 'Keep the change'}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
