import { Checkbox, NumberInput, SegmentedControl } from '@mantine/core';
import { Avatar } from '../../parts/Avatar.tsx';
import { count } from '../../words/count.ts';
import styles from './TeamPage.module.css';
import type { Board, Gift } from './teamQueries.ts';
import type { GiveOutForm, Split } from './useGiveOut.ts';

export interface WhomFieldsProps {
  readonly form: GiveOutForm;
  readonly board: Board;
  readonly plan: Gift | null;
  readonly from: string | null;
  readonly error: string | undefined;
}

/** To whom, and how it is split among them; each person's share follows at once. */
export function WhomFields({ form, board, plan, from, error }: WhomFieldsProps) {
  const people = board.people.filter(one => one.canScreen && one.personId !== from);
  const planned = (personId: string) => plan?.perPerson.find(one => one.personId === personId) ?? null;
  return (
    <>
      <Checkbox.Group label="To whom" value={[...form.chosen]} onChange={form.setChosen} error={error}>
        <ul className={styles.people}>
          {people.map(one => (
            <li key={one.personId}>
              <Checkbox
                value={one.personId}
                label={
                  <span className={styles.person}>
                    <Avatar name={one.name} size={24} />
                    <span>
                      {one.name}
                      {form.split === 'hours' && (
                        <span className={styles.below}>
                          {one.hoursPerWeek === null ? 'hours not said' : `${one.hoursPerWeek} h a week`}
                        </span>
                      )}
                    </span>
                  </span>
                }
              />
              {form.split === 'hand' && form.chosen.includes(one.personId) ? (
                <NumberInput
                  className={styles.limit}
                  size="xs"
                  aria-label={`At most for ${one.name}`}
                  placeholder="no limit"
                  min={0}
                  allowDecimal={false}
                  value={form.limits.get(one.personId) ?? ''}
                  onChange={value => form.setLimit(one.personId, typeof value === 'number' ? value : null)}
                />
              ) : null}
              <span className="number">{planned(one.personId) ? count(planned(one.personId)?.added ?? 0) : '–'}</span>
            </li>
          ))}
        </ul>
      </Checkbox.Group>
      {form.chosen.length > 1 && (
        <div>
          <span className={styles.label}>Split</span>
          <SegmentedControl
            fullWidth
            aria-label="Split"
            value={form.split}
            onChange={value => form.setSplit(SPLITS.find(one => one.value === value)?.value ?? 'equal')}
            data={[...SPLITS]}
          />
        </div>
      )}
      {board.mode !== 'single' && form.chosen.length > 2 && (
        <div>
          <span className={styles.label}>Pairs</span>
          <SegmentedControl
            fullWidth
            aria-label="Pairs"
            value={form.pairs}
            onChange={next => form.setPairs(next === 'kept' ? 'kept' : 'rotated')}
            data={[
              { value: 'rotated', label: 'All with all' },
              { value: 'kept', label: 'The same two' },
            ]}
          />
        </div>
      )}
    </>
  );
}

const SPLITS: readonly { value: Split; label: string }[] = [
  { value: 'equal', label: 'Equal' },
  { value: 'hours', label: 'By hours' },
  { value: 'hand', label: 'By hand' },
];
