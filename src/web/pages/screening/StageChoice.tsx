import { Checkbox, Group } from '@mantine/core';
import { STAGES, type Stage } from '#core/vocabulary';
import { STAGE_WORDS } from './stageWords.ts';

/** At which stages a person does a part of the work. */
export function StageChoice({
  label,
  stages,
  onChange,
}: {
  label: string;
  stages: readonly Stage[];
  onChange: (stages: Stage[]) => void;
}) {
  return (
    <Checkbox.Group
      label={label}
      value={[...stages]}
      onChange={next => onChange(STAGES.filter(stage => next.includes(stage)))}
    >
      <Group gap={24} mt={6}>
        {STAGES.map(stage => (
          <Checkbox key={stage} value={stage} label={STAGE_WORDS[stage].name} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
