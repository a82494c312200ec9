import { Link } from '@tanstack/react-router';
import { type MouseEvent, type ReactNode, useId } from 'react';
import styles from './ActionButton.module.css';
import { KeyCap } from './KeyCap.tsx';

export interface ActionButtonProps {
  /** A verb and its object: "Give out 133 records". */
  readonly children: ReactNode;
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: ReactNode;
  /** An icon after the words, an arrow say. */
  readonly after?: ReactNode;
  readonly keyCap?: string;
  /** A deed is at work: a ring takes the icon's place, the words and the width stay. */
  readonly isWorking?: boolean;
  /** Why one can't do it now, in the server's words. The button stays reachable and shows the reason. */
  readonly because?: string | null | undefined;
  /** Where the reason stands: beside the button, or above it when one points at it. */
  readonly becauseAt?: 'beside' | 'tip';
  readonly onClick?: (event: MouseEvent<HTMLElement>) => void;
  readonly type?: 'button' | 'submit';
  readonly form?: string;
  /** Full width on the phone. */
  readonly isWide?: boolean;
  /** A link that looks like a button: a place in the app, or an address (`href`). */
  readonly to?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string>>;
  readonly href?: string;
  readonly download?: boolean | string;
  readonly label?: string;
}

/** Every button with words on it. One primary a page. */
export function ActionButton(props: ActionButtonProps) {
  const {
    kind = 'secondary',
    size = 'medium',
    isWorking = false,
    because = null,
    becauseAt = 'beside',
    isWide = false,
  } = props;
  const reasonId = useId();
  const look = { className: styles.button, 'data-kind': kind, 'data-size': size, 'data-wide': isWide || undefined };
  const inside = (
    <>
      {isWorking ? <span className={styles.ring} aria-hidden="true" /> : props.icon}
      <span className={styles.words}>{props.children}</span>
      {props.after}
      {props.keyCap && <KeyCap>{props.keyCap}</KeyCap>}
    </>
  );

  if (props.to !== undefined && because === null) {
    return (
      <Link to={props.to} params={props.params ?? {}} search={props.search ?? {}} aria-label={props.label} {...look}>
        {inside}
      </Link>
    );
  }
  if (props.href !== undefined && because === null) {
    return (
      <a href={props.href} download={props.download} aria-label={props.label} {...look}>
        {inside}
      </a>
    );
  }

  const button = (
    <button
      type={props.type ?? 'button'}
      form={props.form}
      aria-label={props.label}
      aria-disabled={because !== null || isWorking || undefined}
      aria-busy={isWorking || undefined}
      aria-describedby={because === null ? undefined : reasonId}
      aria-keyshortcuts={props.keyCap}
      onClick={event => {
        // Also stops a submit: a disabled deed must not happen by way of the form.
        if (because !== null || isWorking) event.preventDefault();
        else props.onClick?.(event);
      }}
      {...look}
    >
      {inside}
    </button>
  );
  if (because === null) return button;
  return (
    <span className={styles.withReason} data-at={becauseAt} data-wide={isWide || undefined}>
      {button}
      <span id={reasonId} className={styles.reason} role={becauseAt === 'tip' ? 'tooltip' : undefined}>
        {because}
      </span>
    </span>
  );
}
