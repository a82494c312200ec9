/** A part of a page, in shares of its width and height from the top left corner: it holds at every size. */
export interface PageRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a value was read: in which report, on which page, in which words, and where these stand on the page. */
export interface ValueSource {
  /** The report's record; none where it is not known which report. */
  readonly recordId: string | null;
  readonly page: number | null;
  readonly quote: string;
  readonly rects: readonly PageRect[];
}
