import { type Estimable, estimable, notEstimable } from '#core/estimable';

/** How a number in one unit becomes one in another: times `factor`, plus `offset` for a level; spreads and differences take the factor alone. */
export interface UnitChange {
  readonly factor: number;
  readonly offset: number;
}

interface Unit {
  readonly of:
    | 'mass'
    | 'length'
    | 'time'
    | 'share'
    | 'temperature'
    | 'pressure'
    | 'energy'
    | 'mass-per-volume'
    | 'moles-per-volume';
  /** Into the dimension's own unit: value × factor + offset. */
  readonly factor: number;
  readonly offset?: number;
  /** Other ways to write it. */
  readonly as?: readonly string[];
}

const DAYS_OF_A_YEAR = 365.25;

/** By name. Exact by definition, but for months and years, which are means of the Julian calendar. */
const UNITS: Readonly<Record<string, Unit>> = {
  kg: { of: 'mass', factor: 1000, as: ['kilogram', 'kilograms'] },
  g: { of: 'mass', factor: 1, as: ['gram', 'grams'] },
  mg: { of: 'mass', factor: 1e-3 },
  µg: { of: 'mass', factor: 1e-6, as: ['ug', 'mcg', 'μg'] },
  lb: { of: 'mass', factor: 453.59237, as: ['lbs', 'pound', 'pounds'] },
  oz: { of: 'mass', factor: 28.349523125 },
  st: { of: 'mass', factor: 6350.29318, as: ['stone'] },
  m: { of: 'length', factor: 100, as: ['metre', 'metres'] },
  cm: { of: 'length', factor: 1 },
  mm: { of: 'length', factor: 0.1 },
  in: { of: 'length', factor: 2.54, as: ['inch', 'inches'] },
  ft: { of: 'length', factor: 30.48, as: ['foot', 'feet'] },
  minutes: { of: 'time', factor: 1 / 1440, as: ['min', 'minute'] },
  hours: { of: 'time', factor: 1 / 24, as: ['h', 'hour'] },
  days: { of: 'time', factor: 1, as: ['d', 'day'] },
  weeks: { of: 'time', factor: 7, as: ['week', 'wk'] },
  months: { of: 'time', factor: DAYS_OF_A_YEAR / 12, as: ['month', 'mo'] },
  years: { of: 'time', factor: DAYS_OF_A_YEAR, as: ['year', 'yr', 'y'] },
  '%': { of: 'share', factor: 0.01, as: ['percent', 'per cent'] },
  fraction: { of: 'share', factor: 1, as: ['proportion'] },
  'per 1,000': { of: 'share', factor: 0.001, as: ['per 1000', '‰'] },
  '°C': { of: 'temperature', factor: 1, as: ['c', 'celsius'] },
  '°F': { of: 'temperature', factor: 5 / 9, offset: (-32 * 5) / 9, as: ['f', 'fahrenheit'] },
  mmHg: { of: 'pressure', factor: 0.133322387415, as: ['mm hg'] },
  kPa: { of: 'pressure', factor: 1 },
  cmH2O: { of: 'pressure', factor: 0.0980665, as: ['cm h2o'] },
  kcal: { of: 'energy', factor: 4.184 },
  kJ: { of: 'energy', factor: 1 },
  'g/L': { of: 'mass-per-volume', factor: 1, as: ['mg/ml'] },
  'g/dL': { of: 'mass-per-volume', factor: 10 },
  'mg/dL': { of: 'mass-per-volume', factor: 0.01 },
  'mg/L': { of: 'mass-per-volume', factor: 1e-3, as: ['µg/ml', 'ug/ml', 'mcg/ml'] },
  'µg/dL': { of: 'mass-per-volume', factor: 1e-5, as: ['ug/dl', 'mcg/dl'] },
  'µg/L': { of: 'mass-per-volume', factor: 1e-6, as: ['ng/ml', 'ug/l'] },
  'ng/dL': { of: 'mass-per-volume', factor: 1e-8 },
  'ng/L': { of: 'mass-per-volume', factor: 1e-9, as: ['pg/ml'] },
  'mol/L': { of: 'moles-per-volume', factor: 1 },
  'mmol/L': { of: 'moles-per-volume', factor: 1e-3 },
  'µmol/L': { of: 'moles-per-volume', factor: 1e-6, as: ['umol/l', 'μmol/l'] },
  'nmol/L': { of: 'moles-per-volume', factor: 1e-9 },
  'pmol/L': { of: 'moles-per-volume', factor: 1e-12 },
};

/** Grams in a mole, by analyte: between milligrams per decilitre and millimoles per litre. Triglycerides are counted as triolein. */
const MOLAR_MASSES = {
  glucose: 180.156,
  cholesterol: 386.65,
  triglycerides: 885.43,
  creatinine: 113.12,
  urea: 60.056,
  'urea nitrogen': 28.014,
  'uric acid': 168.11,
  bilirubin: 584.66,
  calcium: 40.078,
  magnesium: 24.305,
  phosphorus: 30.974,
  iron: 55.845,
  'vitamin D (25-OH-D3)': 400.64,
  testosterone: 288.42,
  cortisol: 362.46,
  lactate: 90.08,
} as const;

export const ANALYTES = ['', ...(Object.keys(MOLAR_MASSES) as (keyof typeof MOLAR_MASSES)[]), 'HbA1c'] as const; // keys of a constant
export type Analyte = (typeof ANALYTES)[number];

export const UNIT_NAMES: readonly string[] = Object.keys(UNITS);

/** IFCC–NGSP master equation: NGSP % = 0.09148 × IFCC mmol/mol + 2.152 (Weykamp 2008, doi:10.1373/clinchem.2007.094755). */
const HBA1C = { slope: 0.09148, intercept: 2.152 };

/**
 * The change from one unit to another. Takes unit names as people write them (`mg/dl`, `mmol/L`, `lbs`), and the analyte where
 * mass and moles meet, or for HbA1c between `%` and `mmol/mol`. Not estimable: `unit-not-known`, `units-of-different-kinds`,
 * `analyte-needed`. Sources: international definitions of 1959 (pound, inch), thermochemical calorie, conventional mmHg; molar masses from IUPAC
 * atomic weights. Agrees with AMA's SI table (glucose 0.0555, cholesterol 0.0259, creatinine 88.4) to its three digits.
 */
export function unitChange(from: string, to: string, analyte: Analyte): Estimable<UnitChange> {
  if (plain(from) === plain(to)) return estimable({ factor: 1, offset: 0 });
  if (analyte === 'HbA1c') return changeOfHbA1c(plain(from), plain(to));
  const [one, other] = [unitOf(from), unitOf(to)];
  if (!one || !other) return notEstimable('unit-not-known');
  const bridge = bridgeOf(one, other, analyte);
  if (!bridge.estimable) return bridge;
  return estimable({
    factor: (one.factor * bridge.value) / other.factor,
    offset: ((one.offset ?? 0) * bridge.value - (other.offset ?? 0)) / other.factor,
  });
}

function bridgeOf(one: Unit, other: Unit, analyte: Analyte): Estimable<number> {
  if (one.of === other.of) return estimable(1);
  const kinds = [one.of, other.of];
  if (!kinds.includes('mass-per-volume') || !kinds.includes('moles-per-volume')) {
    return notEstimable('units-of-different-kinds');
  }
  if (analyte === '' || analyte === 'HbA1c') return notEstimable('analyte-needed');
  const molarMass = MOLAR_MASSES[analyte];
  return estimable(one.of === 'mass-per-volume' ? 1 / molarMass : molarMass);
}

function changeOfHbA1c(from: string, to: string): Estimable<UnitChange> {
  const { slope, intercept } = HBA1C;
  if (from === 'mmol/mol' && to === '%') return estimable({ factor: slope, offset: intercept });
  if (from === '%' && to === 'mmol/mol') return estimable({ factor: 1 / slope, offset: -intercept / slope });
  return notEstimable('unit-not-known');
}

const plain = (name: string) => name.trim().replace(/μ/g, 'µ').replace(/\s+/g, ' ').toLowerCase();

const BY_NAME = new Map(
  Object.entries(UNITS).flatMap(([name, unit]) => [name, ...(unit.as ?? [])].map(word => [plain(word), unit] as const)),
);

function unitOf(name: string): Unit | undefined {
  return BY_NAME.get(plain(name));
}
