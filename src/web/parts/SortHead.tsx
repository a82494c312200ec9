import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import styles from './DataTable.module.css';
import type { Column, Sorting } from './DataTable.tsx';

/** A column's head; a button when one may sort by it, with the arrow only where the table is sorted. */
export function SortHead<Row>({
  column,
  sorting,
  onSort,
}: {
  column: Column<Row>;
  sorting: Sorting | undefined;
  onSort: ((sorting: Sorting) => void) | undefined;
}) {
  const { sort } = column;
  const isSorted = sort !== undefined && sorting?.by === sort;
  const direction = sorting?.isDescending ? 'descending' : 'ascending';
  const Arrow = sorting?.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      data-align={column.align}
      style={{ width: column.width }}
      aria-sort={isSorted ? direction : undefined}
    >
      {sort !== undefined && onSort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ by: sort, isDescending: isSorted && !sorting.isDescending })}
        >
          {column.head}
          {isSorted && <Arrow size={14} stroke={1.75} aria-hidden="true" />}
        </button>
      ) : (
        column.head
      )}
    </th>
  );
}
