import { Checkbox, TagsInput, Textarea } from '@mantine/core';
import type { DraftSlot } from './questionDraft.ts';

/** The fields of one slot. Tags are added with Enter or a comma's key, and pasted lists are split. */
export function SlotFields({
  slot,
  asks,
  onChange,
}: {
  slot: DraftSlot;
  asks: string;
  onChange: (slot: DraftSlot) => void;
}) {
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
      <TagsInput
        label="Synonyms"
        description="Other words for the same. Enter adds one; a pasted list with semicolons is split."
        splitChars={[';', '\n']}
        acceptValueOnBlur
        value={[...slot.synonyms]}
        onChange={synonyms => onChange({ ...slot, synonyms })}
      />
      <TagsInput
        label="MeSH headings"
        description="Names as PubMed’s thesaurus has them: BCG Vaccine."
        splitChars={[';', '\n']}
        acceptValueOnBlur
        value={[...slot.meshHeadings]}
        onChange={meshHeadings => onChange({ ...slot, meshHeadings })}
      />
      <Checkbox
        label="Narrower headings too (explode)"
        checked={slot.explode}
        onChange={event => onChange({ ...slot, explode: event.currentTarget.checked })}
      />
      <Checkbox
        label="Search for it"
        checked={slot.inSearch}
        onChange={event => onChange({ ...slot, inSearch: event.currentTarget.checked })}
      />
    </>
  );
}
