import type { CSSProperties } from 'react';
import type { Spot } from './PdfPages.tsx';

/** Widest box that is offered at a spot. */
const WIDTH = 340;

/** Puts a box at a spot, but within the window; on the phone its style puts it at the foot. */
export function spotStyle(at: Spot, height: number): CSSProperties & Record<'--at-left' | '--at-top', string> {
  const left = Math.max(8, Math.min(at.left, window.innerWidth - WIDTH));
  const top = Math.max(8, Math.min(at.top, window.innerHeight - height));
  return { '--at-left': `${left}px`, '--at-top': `${top}px` };
}
