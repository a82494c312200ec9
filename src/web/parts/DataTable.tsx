import { type ReactNode, useRef } from 'react';
import styles from './DataTable.module.css';
import { PhoneRows } from './PhoneRows.tsx';
import { SortHead } from './SortHead.tsx';
import { TickBox } from './TickBox.tsx';
import { toggled } from './toggled.ts';
import { usePhone } from './usePhone.ts';
import { useRowWindow } from './useRowWindow.ts';

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** `end` is for numbers: right-aligned and tabular. Never centre them. */
  readonly align?: 'start' | 'end';
  readonly width?: string;
  /** Where the cell stands in the phone's two-line row. */
  readonly phone?: 'title' | 'second' | 'end' | 'below' | 'hidden';
  /** The word for this column in the address; sortable when given. */
  readonly sort?: string;
}

export interface Sorting {
  readonly by: string;
  readonly isDescending: boolean;
}

export interface DataTableProps<Row> {
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
  /** Ticked rows: gives the table its boxes. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  /** What a row's box is called: "Tick Aronson 1948". */
  readonly tickLabel?: (row: Row) => string;
  /** A row that matters most, or is open beside the table. */
  readonly isMarked?: (row: Row) => boolean;
  /** What stands there while there is no row. Never only "No data". */
  readonly empty?: ReactNode;
}

const STICKY_FROM = 20;
const USUAL_ROW = 48;

/** Hairlines only, first and last cell flush with the page; on the phone rows of two lines. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, selected, onSelect, isMarked, tickLabel = () => 'Tick this row' } = props;
  const isPhone = usePhone();
  const body = useRef<HTMLTableSectionElement>(null);
  const shown = useRowWindow(rows.length, body, USUAL_ROW);
  if (rows.length === 0 && props.empty) return props.empty;
  if (isPhone) return <PhoneRows {...props} />;

  const allTicked = selected !== undefined && rows.length > 0 && rows.every(row => selected.has(rowKey(row)));
  const someTicked = selected !== undefined && !allTicked && rows.some(row => selected.has(rowKey(row)));
  return (
    <table
      className={styles.table}
      data-sticky={rows.length >= STICKY_FROM || undefined}
      aria-label={label}
      aria-rowcount={rows.length + 1}
    >
      <thead>
        <tr>
          {selected && (
            <th className={styles.tick} scope="col">
              <TickBox
                label={allTicked ? 'Untick all rows' : 'Tick all rows'}
                isTicked={allTicked}
                isSome={someTicked}
                onToggle={() => onSelect?.(new Set(allTicked ? [] : rows.map(rowKey)))}
              />
            </th>
          )}
          {columns.map(column => (
            <SortHead key={column.key} column={column} sorting={props.sorting} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {shown.above > 0 && <tr data-room style={{ height: shown.above }} />}
        {rows.slice(shown.first, shown.end).map((row, place) => {
          const key = rowKey(row);
          const isTicked = selected?.has(key) ?? false;
          return (
            <tr
              key={key}
              aria-rowindex={shown.first + place + 2}
              data-ticked={isTicked || undefined}
              data-marked={isMarked?.(row) || undefined}
            >
              {selected && (
                <td className={styles.tick}>
                  <TickBox
                    label={tickLabel(row)}
                    isTicked={isTicked}
                    onToggle={() => onSelect?.(toggled(selected, key))}
                  />
                </td>
              )}
              {columns.map(column => (
                <td key={column.key} data-align={column.align}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
        {shown.below > 0 && <tr data-room style={{ height: shown.below }} />}
      </tbody>
    </table>
  );
}
