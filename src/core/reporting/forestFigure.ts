import type { ForestData, ForestGroup } from '#core/reporting/forestData';
import { PAGES_FROM, studiesOf } from '#core/reporting/forestLayout';
import { type ForestFigureOptions, forestPage } from '#core/reporting/forestPage';

/**
 * The forest plot of an analysis as SVG text, all studies on one page. Squares have areas in proportion to weights, the
 * diamond goes from bound to bound, clipped intervals end in arrows while their true bounds stand in the text.
 */
export function forestFigure(data: ForestData, options: ForestFigureOptions = {}): string {
  return forestPage(data, data.groups, true, options);
}

/** The same in pages of about sixty studies from 120 studies on; head and axis are repeated, the summary comes last. */
export function forestPages(data: ForestData, options: ForestFigureOptions = {}): readonly string[] {
  const count = studiesOf(data).length;
  if (count < PAGES_FROM) return [forestFigure(data, options)];
  const pages = Math.ceil(count / 60);
  const size = Math.ceil(count / pages);
  const shares: ForestGroup[][] = [[]];
  let room = size;
  for (const group of data.groups) {
    for (let start = 0; start < group.rows.length; ) {
      if (room === 0) {
        shares.push([]);
        room = size;
      }
      const rows = group.rows.slice(start, start + room);
      start += rows.length;
      room -= rows.length;
      const isEnd = start >= group.rows.length;
      const { subtotal: _subtotal, ...rest } = group;
      shares.at(-1)?.push(isEnd ? { ...group, rows } : { ...rest, rows });
    }
  }
  return shares.map((shown, place) => forestPage(data, shown, place === shares.length - 1, options));
}
