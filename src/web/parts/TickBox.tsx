import styles from './TickBox.module.css';

/** The box of a row: ticked, not, or (in the table's head) some of them. */
export function TickBox({
  label,
  isTicked,
  isSome = false,
  onToggle,
}: {
  label: string;
  isTicked: boolean;
  isSome?: boolean;
  onToggle: () => void;
}) {
  return (
    <span className={styles.tick}>
      <input
        type="checkbox"
        aria-label={label}
        checked={isTicked}
        ref={box => {
          if (box) box.indeterminate = isSome;
        }}
        onChange={onToggle}
      />
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={isSome ? 'M4.5 8h7' : 'm4.2 8.3 2.6 2.6 5-5.3'} />
      </svg>
    </span>
  );
}
