import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { frameSlot } from '#core/protocol/frames';
import { FRAMES } from '#core/vocabulary';
import { Section } from '../../parts/Section.tsx';
import styles from './QuestionForm.module.css';
import { type QuestionDraft, withFrame } from './questionDraft.ts';
import { SlotRow } from './SlotRow.tsx';

/** The question by the slots of its frame. One slot is open at a time. */
export function QuestionForm({
  reviewId,
  draft,
  isReadOnly,
  onChange,
}: {
  reviewId: string;
  draft: QuestionDraft;
  isReadOnly: boolean;
  onChange: (part: Partial<QuestionDraft>) => void;
}) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Section
      title="Question"
      aside={
        <Select
          aria-label="Frame"
          size="xs"
          w={112}
          data={[...FRAMES]}
          value={draft.frame}
          disabled={isReadOnly}
          onChange={value => {
            const frame = FRAMES.find(one => one === value);
            if (frame) onChange(withFrame(draft, frame));
          }}
        />
      }
    >
      <Textarea
        label="In one sentence"
        autosize
        minRows={2}
        maxLength={300}
        placeholder="Does BCG vaccine prevent tuberculosis?"
        className={styles.title}
        disabled={isReadOnly}
        value={draft.title}
        onChange={event => onChange({ title: event.target.value })}
      />
      <ul>
        {draft.slots.map((slot, place) => (
          <SlotRow
            key={slot.slot}
            reviewId={reviewId}
            slot={slot}
            asked={frameSlot(draft.frame, slot.slot)}
            isOpen={open === slot.slot}
            isReadOnly={isReadOnly}
            onToggle={() => setOpen(open === slot.slot ? null : slot.slot)}
            onChange={changed => onChange({ slots: draft.slots.with(place, changed) })}
          />
        ))}
      </ul>
    </Section>
  );
}
