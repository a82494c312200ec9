/** A value, or why there is none. An honest absence of a number is returned, never thrown and never NaN. */
export type Estimable<T> =
  | { readonly estimable: true; readonly value: T }
  | { readonly estimable: false; readonly because: string };

export function estimable<T>(value: T): Estimable<T> {
  return { estimable: true, value };
}

export function notEstimable<T = never>(because: string): Estimable<T> {
  return { estimable: false, because };
}
