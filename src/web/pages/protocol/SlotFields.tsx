import { Checkbox, NumberInput, TagsInput, Textarea } from '@mantine/core';
import { MeshField } from './MeshField.tsx';
import type { DraftSlot } from './questionDraft.ts';
import styles from './SlotRow.module.css';
import { TermSuggestions } from './TermSuggestions.tsx';

/** The fields of one slot. Tags are added with Enter or a comma's key, and pasted lists are split. */
export function SlotFields({
  reviewId,
  slot,
  asks,
  onChange,
}: {
  reviewId: string;
  slot: DraftSlot;
  asks: string;
  onChange: (slot: DraftSlot) => void;
}) {
  const tick = (name: 'explode' | 'majorOnly' | 'truncate' | 'inSearch', label: string) => (
    <Checkbox
      label={label}
      checked={slot[name]}
      onChange={event => onChange({ ...slot, [name]: event.currentTarget.checked })}
    />
  );
  const tags = (name: 'synonyms' | 'includeWords' | 'excludeWords', label: string, description: string) => (
    <TagsInput
      label={label}
      description={description}
      splitChars={[';', '\n']}
      acceptValueOnBlur
      value={[...slot[name]]}
      onChange={words => onChange({ ...slot, [name]: words })}
    />
  );
  return (
    <>
      <Textarea
        label="In words"
        description={asks}
        autosize
        minRows={1}
        value={slot.text}
        onChange={event => onChange({ ...slot, text: event.target.value })}
      />
      {tags(
        'synonyms',
        'Synonyms',
        'Other words for the same. Enter adds one; a pasted list with semicolons is split.',
      )}
      <MeshField value={slot.meshHeadings} onChange={meshHeadings => onChange({ ...slot, meshHeadings })} />
      <TermSuggestions
        reviewId={reviewId}
        slot={slot}
        onHeading={name => onChange({ ...slot, meshHeadings: [...slot.meshHeadings, name] })}
        onPhrase={phrase => onChange({ ...slot, synonyms: [...slot.synonyms, phrase] })}
      />
      {tick('inSearch', 'Search for it')}
      <details className={styles.more}>
        <summary>How it is searched, and words to mark while screening</summary>
        <div className={styles.fields}>
          {tick('explode', 'Narrower headings too (explode)')}
          {tick('majorOnly', 'Only where a heading is a main topic')}
          {tick('truncate', 'Find other endings of long words (truncate)')}
          <NumberInput
            label="Words between the words of a phrase, optional"
            description="Empty: the phrase as it stands. 3 finds “vaccination against BCG” for “BCG vaccination”."
            hideControls
            allowDecimal={false}
            allowNegative={false}
            min={0}
            max={99}
            value={slot.proximity ?? ''}
            onChange={value => onChange({ ...slot, proximity: typeof value === 'number' ? value : null })}
          />
          {tags('includeWords', 'Words for inclusion', 'Marked in titles and abstracts, not searched for.')}
          {tags('excludeWords', 'Words for exclusion', 'Marked otherwise: animals, children.')}
        </div>
      </details>
    </>
  );
}
