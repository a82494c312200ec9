import { SegmentedControl } from '@mantine/core';
import { STAGES, type Stage } from '#core/vocabulary';
import { STAGE_WORDS, stageOf } from './stageWords.ts';

/** From title and abstract to full text and back. */
export function StageSwitch({ stage, onSwitch }: { stage: Stage; onSwitch: (stage: Stage) => void }) {
  return (
    <SegmentedControl
      aria-label="Stage"
      value={stage}
      onChange={next => onSwitch(stageOf(next))}
      data={STAGES.map(one => ({ value: one, label: STAGE_WORDS[one].name }))}
    />
  );
}
