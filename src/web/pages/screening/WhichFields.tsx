import { NativeSelect, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import styles from './TeamPage.module.css';
import type { Board } from './teamQueries.ts';
import type { GiveOutForm, HowMany, Order } from './useGiveOut.ts';

export interface WhichFieldsProps {
  readonly form: GiveOutForm;
  readonly board: Board;
  readonly unit: string;
  readonly from: string | null;
  readonly onFrom: (personId: string | null) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** Which records, and how many of them. */
export function WhichFields({ form, board, unit, from, onFrom, errorOf }: WhichFieldsProps) {
  const holders = board.people.filter(one => one.given > one.done && !one.hasLeft);
  return (
    <>
      <Select
        label="Which records"
        allowDeselect={false}
        value={from ?? form.kind}
        data={[
          { value: 'waiting', label: `All that wait, ${count(board.waiting)}` },
          { value: 'found', label: 'Those with certain words' },
          ...holders.map(one => ({
            value: one.personId,
            label: `${one.name}’s open ${unit}s, ${count(one.given - one.done)}`,
          })),
        ]}
        onChange={value => {
          const isPerson = holders.some(one => one.personId === value);
          onFrom(isPerson ? value : null);
          if (!isPerson) form.setKind(value === 'found' ? 'found' : 'waiting');
        }}
      />
      {from === null && form.kind === 'found' && (
        <TextInput
          label="Words"
          name="text"
          placeholder="children or infants"
          description="In the title or abstract, as in a search engine: “birth weight”, or, -word."
          error={errorOf('text')}
          value={form.text}
          onChange={event => form.setText(event.currentTarget.value)}
        />
      )}
      <div>
        <span className={styles.label}>How many</span>
        <SegmentedControl
          fullWidth
          aria-label="How many"
          value={form.howMany}
          onChange={value => form.setHowMany(HOW_MANY.find(one => one.value === value)?.value ?? 'all')}
          data={[...HOW_MANY]}
        />
      </div>
      {form.howMany === 'count' && (
        <NumberInput
          name="count"
          label={`Number of ${unit}s`}
          description={`${counted(form.available, unit)} ${form.available === 1 ? 'waits' : 'wait'}.`}
          error={errorOf('count')}
          min={1}
          max={Math.max(1, form.available)}
          allowDecimal={false}
          value={form.count}
          onChange={value => {
            if (typeof value === 'number' && value > 0) form.setCount(value);
          }}
        />
      )}
      {form.howMany === 'share' && (
        <NumberInput
          label="Share of them"
          description="Drawn by lot, the same again for the same draw."
          suffix=" %"
          min={1}
          max={100}
          allowDecimal={false}
          value={form.sharePercent}
          onChange={value => {
            if (typeof value === 'number' && value >= 1 && value <= 100) form.setSharePercent(value);
          }}
        />
      )}
      <NativeSelect
        label="In which order"
        description={ORDER_MEANS[form.order]}
        value={form.order}
        onChange={event =>
          form.setOrder(ORDERS.find(one => one.value === event.currentTarget.value)?.value ?? 'import')
        }
        data={[...ORDERS]}
      />
    </>
  );
}

const ORDERS: readonly { value: Order; label: string }[] = [
  { value: 'import', label: 'As imported' },
  { value: 'ranked', label: 'Most promising first' },
  { value: 'lot', label: 'By lot' },
];

const ORDER_MEANS: Readonly<Record<Order, string>> = {
  import: 'Those that were imported first are given out first.',
  ranked: 'By the question, and by what the team has decided if the ranking of this stage learns from the team.',
  lot: 'The same again for the same draw.',
};

const HOW_MANY: readonly { value: HowMany; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'count', label: 'A number' },
  { value: 'share', label: 'A share' },
];
