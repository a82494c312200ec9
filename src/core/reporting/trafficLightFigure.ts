import type { Judgement } from '#core/appraisal/judgements';
import type { AppraisalData } from '#core/reporting/appraisalData';
import { figure } from '#core/reporting/figure';
import { JUDGEMENT_MARKS, judgementMark, unjudgedMark } from '#core/reporting/judgementMark';
import { PALETTES, type Palette } from '#core/reporting/palette';
import { element, line, words } from '#core/reporting/svg';
import { wrapWords } from '#core/reporting/wrap';

export interface AppraisalFigureOptions {
  readonly palette?: Palette;
  readonly isColourBlindSet?: boolean;
}

const LABEL_WIDTH = 196;
const FIRST_DOMAIN = 224;
const BETWEEN_DOMAINS = 72;
const BEFORE_OVERALL = 94;
const AFTER_OVERALL = 58;
const ROW = 30;
const LEADING = 15.5;
const RADIUS = 10.5;
const HEAD_RULE = 35;

function mark(
  judgement: Judgement | null,
  x: number,
  y: number,
  radius: number,
  palette: Palette,
  isColourBlindSet: boolean,
): string {
  if (judgement === null) return unjudgedMark(x, y, radius, palette);
  return judgementMark(judgement, x, y, radius, { palette, isColourBlindSet });
}

/** What each sign means; "not judged yet" only where something is. */
function legend(data: AppraisalData, x: number, y: number, palette: Palette, isColourBlindSet: boolean): string[] {
  const isUnfinished = data.studies.some(({ judgements, overall }) => overall === null || judgements.includes(null));
  const meanings: (Judgement | null)[] = [...data.judgements, ...(isUnfinished ? [null] : [])];
  return meanings.map((judgement, place) => {
    const middle = y + place * 22;
    const text = judgement === null ? 'Not judged yet' : JUDGEMENT_MARKS[judgement].word;
    return (
      mark(judgement, x, middle, 8, palette, isColourBlindSet) + words(text, x + 16, middle + 4.2, { 'font-size': 12 })
    );
  });
}

/** Judgements of every study in every domain as SVG text: one row a study, signs and words beside colours. */
export function trafficLightFigure(data: AppraisalData, options: AppraisalFigureOptions = {}): string {
  const palette = options.palette ?? PALETTES.print;
  const isColourBlindSet = options.isColourBlindSet ?? false;
  const domainAt = (place: number) => FIRST_DOMAIN + place * BETWEEN_DOMAINS;
  const overallAt = domainAt(data.domains.length - 1) + BEFORE_OVERALL;
  const width = overallAt + AFTER_OVERALL;
  const heading = { 'font-weight': 600, 'text-anchor': 'middle' };

  let y = HEAD_RULE + 5;
  const rows = data.studies.map(({ studyId, label, judgements, overall }, place) => {
    const labelLines = wrapWords(label, LABEL_WIDTH, 13);
    const height = Math.max(ROW, labelLines.length * LEADING + 10);
    const middle = y + height / 2;
    const first = middle + 4.5 - ((labelLines.length - 1) * LEADING) / 2;
    y += height;
    const isLast = place === data.studies.length - 1;
    return element(
      'g',
      { 'data-study': studyId },
      ...labelLines.map((text, row) => words(text, 0, first + row * LEADING)),
      ...data.domains.map((_, domain) =>
        mark(judgements[domain] ?? null, domainAt(domain), middle, RADIUS, palette, isColourBlindSet),
      ),
      mark(overall, overallAt, middle, RADIUS, palette, isColourBlindSet),
      isLast ? '' : line(0, y, width, y, { stroke: palette.hairline, 'stroke-width': 0.8 }),
    );
  });
  const bottom = y;
  const domainNames = data.domains.map(({ id, name }, place) =>
    words(id === name ? name : `${id} ${name}`, 0, bottom + 21 + place * 18, { 'font-size': 12 }),
  );
  const keyRows = data.judgements.length + 1;
  const noteAt = bottom + 25 + data.domains.length * 18;
  const note = data.note
    ? words(data.note, 0, noteAt, { 'font-size': 11.5, 'font-style': 'italic', fill: palette.muted })
    : '';
  return figure(
    {
      width,
      height: Math.max(noteAt, bottom + 17 + keyRows * 22),
      margin: 32,
      title: 'Risk of bias by study and domain',
      description: `${data.studies.length} studies, ${data.domains.length} domains and the overall judgement.`,
    },
    palette,
    [
      words('Study', 0, 22, { 'font-weight': 600 }),
      ...data.domains.map(({ id }, place) => words(id, domainAt(place), 22, heading)),
      words('Overall', overallAt, 22, heading),
      line(0, HEAD_RULE, width, HEAD_RULE, { stroke: palette.ink }),
      ...rows,
      line(0, bottom, width, bottom, { stroke: palette.ink }),
      ...domainNames,
      ...legend(data, Math.max(width - 166, width / 2), bottom + 17, palette, isColourBlindSet),
      note,
    ],
  );
}
