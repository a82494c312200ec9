import { useRef } from 'react';
import styles from './DataTable.module.css';
import type { Column, DataTableProps } from './DataTable.tsx';
import { TickBox } from './TickBox.tsx';
import { toggled } from './toggled.ts';
import { useRowWindow } from './useRowWindow.ts';

const USUAL_ROW = 64;

/** The table on the phone: title and last cell in the first line, the rest muted in the second, what is wide below. */
export function PhoneRows<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, selected, onSelect, isMarked, tickLabel = () => 'Tick this row' } = props;
  const body = useRef<HTMLUListElement>(null);
  const shown = useRowWindow(rows.length, body, USUAL_ROW);
  const at = (place: Column<Row>['phone']) => columns.filter(column => (column.phone ?? 'second') === place);
  return (
    <ul ref={body} className={styles.phone} aria-label={label}>
      {shown.above > 0 && <li data-room aria-hidden="true" style={{ height: shown.above }} />}
      {rows.slice(shown.first, shown.end).map(row => {
        const key = rowKey(row);
        const isTicked = selected?.has(key) ?? false;
        return (
          <li key={key} data-ticked={isTicked || undefined} data-marked={isMarked?.(row) || undefined}>
            {selected && (
              <TickBox label={tickLabel(row)} isTicked={isTicked} onToggle={() => onSelect?.(toggled(selected, key))} />
            )}
            <div className={styles.phoneWords}>
              <div className={styles.phoneTitle}>
                {at('title').map(column => (
                  <div key={column.key}>{column.cell(row)}</div>
                ))}
              </div>
              <div className={styles.phoneSecond}>
                {at('second').map(column => (
                  <span key={column.key}>{column.cell(row)}</span>
                ))}
              </div>
              {at('below').map(column => (
                <div key={column.key}>{column.cell(row)}</div>
              ))}
            </div>
            <div className={styles.phoneEnd}>
              {at('end').map(column => (
                <span key={column.key}>{column.cell(row)}</span>
              ))}
            </div>
          </li>
        );
      })}
      {shown.below > 0 && <li data-room aria-hidden="true" style={{ height: shown.below }} />}
    </ul>
  );
}
