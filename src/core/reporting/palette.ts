/** What a figure is drawn with. A page chooses one and never restyles the figure afterwards. */
export interface Palette {
  readonly fontFamily: string;
  readonly background: string;
  readonly ink: string;
  /** Second lines, foot notes: still readable text. */
  readonly muted: string;
  /** The thin line above a summary and between rows. */
  readonly hairline: string;
  /** Rules behind data: at ticks, at zero. */
  readonly grid: string;
  readonly square: string;
  readonly diamond: string;
  /** Fill and border of the prediction interval. */
  readonly predictionBar: string;
  readonly predictionBorder: string;
  readonly link: string;
  /** A funnel's regions: p > 0.10, 0.05 to 0.10, 0.01 to 0.05, at most 0.01. */
  readonly contours: readonly [string, string, string, string];
  readonly point: string;
  /** What is told apart from `point`, in grey too: filled-in studies, subsets with a marked study. */
  readonly mark: string;
  /** The other side of `mark` where colours say which way: what cools. */
  readonly cool: string;
  /** Bands and wedges: what may be. */
  readonly tint: string;
  /** Lines between treatments of a network. */
  readonly edge: string;
  readonly flow: {
    readonly head: string;
    readonly otherHead: string;
    readonly side: string;
    readonly box: string;
    readonly border: string;
    /** On heads and side bars, whose fills stay the same in every palette with colour. */
    readonly onFill: string;
  };
  /** Whether judgements are told apart by fills; if not, symbol and word alone carry them. */
  readonly hasColour: boolean;
}

export const PALETTE_NAMES = ['print', 'black-and-white', 'light', 'dark'] as const;
export type PaletteName = (typeof PALETTE_NAMES)[number];

const PRINT_FONT = 'Helvetica, Arial, sans-serif';
const SCREEN_FONT = "'Inter Variable', Inter, system-ui, sans-serif";

export const PALETTES: Readonly<Record<PaletteName, Palette>> = {
  print: {
    fontFamily: PRINT_FONT,
    background: '#ffffff',
    ink: '#000000',
    muted: '#4d4d4d',
    hairline: '#b8b8b8',
    grid: '#b8b8b8',
    square: '#333333',
    diamond: '#000000',
    predictionBar: '#8a8a8a',
    predictionBorder: '#8a8a8a',
    link: '#000000',
    contours: ['#ffffff', '#c6c6c6', '#dcdcdc', '#f3f3f3'],
    point: '#111111',
    mark: '#c2570c',
    cool: '#2f6ea8',
    tint: '#e6e6e6',
    edge: '#8a8a8a',
    flow: {
      head: '#DAA520',
      otherHead: '#D9D9D9',
      side: '#B0C4DE',
      box: '#ffffff',
      border: '#000000',
      onFill: '#000000',
    },
    hasColour: true,
  },
  'black-and-white': {
    fontFamily: PRINT_FONT,
    background: '#ffffff',
    ink: '#000000',
    muted: '#000000',
    hairline: '#000000',
    // In full black it would be taken for data.
    grid: '#b0b0b0',
    square: '#000000',
    diamond: '#000000',
    predictionBar: '#ffffff',
    predictionBorder: '#000000',
    link: '#000000',
    contours: ['#ffffff', '#c6c6c6', '#dcdcdc', '#f3f3f3'],
    point: '#000000',
    mark: '#9a9a9a',
    cool: '#e8e8e8',
    tint: '#e6e6e6',
    edge: '#7a7a7a',
    flow: {
      head: '#ffffff',
      otherHead: '#ffffff',
      side: '#ffffff',
      box: '#ffffff',
      border: '#000000',
      onFill: '#000000',
    },
    hasColour: false,
  },
  light: {
    fontFamily: SCREEN_FONT,
    background: '#ffffff',
    ink: '#1d1a15',
    muted: '#66635d',
    hairline: '#dddad6',
    grid: '#dddad6',
    square: '#3854bb',
    diamond: '#2b44a2',
    predictionBar: '#5a7ce7',
    predictionBorder: '#5a7ce7',
    link: '#2b44a2',
    contours: ['#ffffff', '#dddad6', '#ebe9e5', '#f6f4f1'],
    point: '#3854bb',
    mark: '#c2570c',
    cool: '#3f74c4',
    tint: '#e5edff',
    edge: '#bdbab5',
    flow: {
      head: '#DAA520',
      otherHead: '#D9D9D9',
      side: '#B0C4DE',
      box: '#ffffff',
      border: '#66635d',
      onFill: '#000000',
    },
    hasColour: true,
  },
  dark: {
    fontFamily: SCREEN_FONT,
    background: '#15171b',
    ink: '#ebedef',
    muted: '#9b9ea5',
    hairline: '#33353c',
    grid: '#33353c',
    square: '#536ccc',
    diamond: '#8ba5f8',
    predictionBar: '#718ce8',
    predictionBorder: '#718ce8',
    link: '#a0b7ff',
    contours: ['#15171b', '#33353c', '#25282d', '#1c1e23'],
    point: '#8ba5f8',
    mark: '#f7a87c',
    cool: '#6f9bff',
    tint: '#1d243b',
    edge: '#4a4d54',
    flow: {
      head: '#DAA520',
      otherHead: '#D9D9D9',
      side: '#B0C4DE',
      box: '#1c1e23',
      border: '#9b9ea5',
      onFill: '#000000',
    },
    hasColour: true,
  },
};
