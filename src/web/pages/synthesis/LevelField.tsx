import type { Specification } from '#core/synthesis/specification';
import { LEVELS } from './choices.ts';
import { Pick } from './Pick.tsx';

/** The confidence of all intervals. */
export function LevelField({
  specification,
  onSet,
}: {
  specification: Specification;
  onSet: (part: Partial<Specification>) => void;
}) {
  return (
    <Pick
      label="Confidence level"
      choices={LEVELS.map(value => ({ value, label: `${value} %` }))}
      value={String(specification.level) as (typeof LEVELS)[number]} // another level, set elsewhere, shows as an empty field
      onPick={level => onSet({ level: Number(level) })}
    />
  );
}
