import type { Frame } from '#core/vocabulary';

export interface FrameSlot {
  readonly slot: string;
  /** What the page asks for. */
  readonly asks: string;
  /** Whether the slot is searched for unless the question says otherwise. */
  readonly inSearch: boolean;
}

const slot = (name: string, asks: string, inSearch = false): FrameSlot => ({ slot: name, asks, inSearch });

const POPULATION = slot('population', 'Who is studied?', true);
const COMPARATOR = slot('comparator', 'Compared with what?');
const OUTCOME = slot('outcome', 'What is measured?');
const INTERVENTION = slot('intervention', 'What is done?', true);

/**
 * The slots of each frame, in their order. Comparators and outcomes are named in so few titles and abstracts that
 * searching for them loses eligible studies, so they stay out of the search unless asked for (Cochrane Handbook 4.4.2).
 */
export const FRAME_SLOTS: Readonly<Record<Frame, readonly FrameSlot[]>> = {
  PICO: [POPULATION, INTERVENTION, COMPARATOR, OUTCOME],
  PICOS: [POPULATION, INTERVENTION, COMPARATOR, OUTCOME, slot('study design', 'What kinds of study?')],
  PICOTS: [
    POPULATION,
    INTERVENTION,
    COMPARATOR,
    OUTCOME,
    slot('timing', 'Measured when, or followed for how long?'),
    slot('setting', 'Where?'),
  ],
  PECO: [POPULATION, slot('exposure', 'Exposed to what?', true), COMPARATOR, OUTCOME],
  PIRD: [
    slot('population', 'Who is tested?'),
    slot('index test', 'Which test is judged?', true),
    slot('reference test', 'Against which reference?'),
    slot('diagnosis', 'Which condition is looked for?', true),
  ],
  PCC: [POPULATION, slot('concept', 'What is mapped?', true), slot('context', 'In which context?')],
  SPIDER: [
    slot('sample', 'Who is asked?', true),
    slot('phenomenon of interest', 'What is lived or done?', true),
    slot('design', 'How are data gathered?'),
    slot('evaluation', 'What is told or felt?'),
    slot('research type', 'Qualitative, quantitative or mixed?'),
  ],
  CoCoPop: [slot('condition', 'What is counted?', true), slot('context', 'Where and when?'), POPULATION],
  PFO: [POPULATION, slot('prognostic factor', 'What may foretell the course?', true), OUTCOME],
};

const ALSO: Readonly<Record<string, string>> = {
  patient: 'population',
  patients: 'population',
  participants: 'population',
  comparison: 'comparator',
  control: 'comparator',
  outcomes: 'outcome',
  interventions: 'intervention',
  time: 'timing',
  phenomenon: 'phenomenon of interest',
  reference: 'reference test',
  'reference standard': 'reference test',
  'target condition': 'diagnosis',
  factor: 'prognostic factor',
  'study type': 'study design',
};

/** The slot of a frame that a name means (`studyDesign`, `Comparison`), or null when the frame has none such. */
export function frameSlot(frame: Frame, name: string): FrameSlot | null {
  const plain = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
  const slots = FRAME_SLOTS[frame];
  return (
    slots.find(known => known.slot === plain) ??
    slots.find(known => known.slot === ALSO[plain]) ??
    slots.find(known => plain.length === 1 && known.slot.startsWith(plain)) ??
    null
  );
}
