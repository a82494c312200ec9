import { rNumber, rText, rVector, type ScriptPart } from '#core/reporting/rScript/scriptPart';
import type { AnalysedStudy } from '#core/synthesis/analyse';
import type { AnalysisSpec } from '#core/synthesis/analysisSpec';
import type { StudyNumbers, VarianceKind } from '#core/synthesis/effects/effectSize';
import { type EffectMeasure, effectSizes } from '#core/synthesis/effects/measures';

/** Columns that escalc takes, by what the studies reported; the first set that the most studies fill is used. */
const COLUMN_SETS: readonly (readonly string[])[] = [
  ['m1i', 'sd1i', 'n1i', 'm2i', 'sd2i', 'n2i'],
  ['ai', 'bi', 'ci', 'di'],
  ['x1i', 't1i', 'x2i', 't2i'],
  ['xi', 'ni'],
  ['xi', 'ti'],
  ['mi', 'sdi', 'ni'],
  ['ai', 'mi', 'ni'],
  ['ri', 'ni'],
  ['m1i', 'm2i', 'sd1i', 'sd2i', 'ni', 'ri'],
  ['yi', 'vi'],
];

/** Non-events are worked out from totals, so that every study fills the same columns. */
function filled(study: StudyNumbers): StudyNumbers {
  const less = (total: number | null | undefined, events: number | null | undefined) =>
    typeof total === 'number' && typeof events === 'number' ? total - events : null;
  return {
    ...study,
    bi: study.bi ?? less(study.n1i, study.ai),
    di: study.di ?? less(study.n2i, study.ci),
  };
}

/** Effects that studies report ready made, in whichever way, come into the script as effects with variances. */
const isReadyMade = (measure: EffectMeasure): measure is 'GEN' | 'HR' => measure === 'GEN' || measure === 'HR';

function readyMade(measure: 'GEN' | 'HR', study: StudyNumbers): StudyNumbers {
  const [effect] = effectSizes(measure, [study]);
  return effect?.estimable ? { ...effect.value } : {};
}

function columnsFor(measure: EffectMeasure, studies: readonly StudyNumbers[]): readonly string[] {
  if (isReadyMade(measure)) return ['yi', 'vi'];
  const fits = (columns: readonly string[]) =>
    studies.filter(study => columns.every(name => typeof study[name] === 'number')).length;
  return COLUMN_SETS.reduce((best, columns) => {
    const gain = fits(columns) - fits(best);
    return gain > 0 || (gain === 0 && fits(columns) > 0 && columns.length > best.length) ? columns : best;
  });
}

/** Studies without any event, or without any non-event, in both groups say nothing about a ratio. */
const DROPS_DOUBLE_ZEROS: ReadonlySet<string> = new Set(['OR', 'RR', 'PETO', 'IRR']);

export interface ScriptData {
  readonly spec: AnalysisSpec;
  readonly variance?: VarianceKind;
  readonly studies: readonly AnalysedStudy[];
  /** Further columns of the table, by a name that R accepts; a value for each study. */
  readonly columns?: Readonly<Record<string, readonly (string | number | null)[]>>;
}

function columnLine(name: string, values: readonly (string | number | null)[]): string {
  const isText = values.some(value => typeof value === 'string');
  const written = values.map(value =>
    value === null ? 'NA' : isText ? rText(String(value)) : rNumber(typeof value === 'number' ? value : null),
  );
  return `  ${name} = ${rVector(written)}`;
}

/** The table of studies as `studies`, and with their effects as `dat`: as escalc computes them, or as they were given. */
export function dataPart({ spec, variance = 'LS', studies, columns = {} }: ScriptData): ScriptPart {
  const numbers = studies.map(study =>
    isReadyMade(spec.measure) ? readyMade(spec.measure, study.numbers) : filled(study.numbers),
  );
  const names = columnsFor(spec.measure, numbers);
  const isPeto = spec.model === 'fixed' && spec.fixedMethod === 'peto' && spec.measure === 'OR';
  const table = [
    columnLine(
      'study',
      studies.map(({ label }) => label),
    ),
    ...names.map(name =>
      columnLine(
        name,
        numbers.map(study => study[name] ?? null),
      ),
    ),
    ...Object.entries(columns).map(([name, values]) => columnLine(name, values)),
  ].join(',\n');
  const zero = isPeto
    ? 'to = "none", drop00 = TRUE'
    : `add = ${rNumber(spec.zeroCells.add)}, to = "${spec.zeroCells.to}"${DROPS_DOUBLE_ZEROS.has(spec.measure) ? ', drop00 = TRUE' : ''}`;
  const measure = isPeto ? 'PETO' : spec.measure;
  const given = names.map(name => `${name} = ${name}`).join(', ');
  const isCounts = names.some(name => ['ai', 'xi', 'x1i'].includes(name)) && !names.includes('mi');
  const effects = isReadyMade(spec.measure)
    ? ['dat <- studies[!is.na(studies$yi) & !is.na(studies$vi), ]']
    : [
        `dat <- escalc(measure = "${measure}", ${given}, data = studies, slab = study,`,
        `              ${isCounts ? `${zero}, ` : ''}vtype = "${variance}")`,
        'dat <- dat[!is.na(dat$yi) & !is.na(dat$vi), ]  # studies without an effect are left out',
      ];
  return {
    title: 'What the studies reported',
    lines: [`studies <- data.frame(\n${table},\n  stringsAsFactors = FALSE\n)`, ...effects],
    checks: [],
  };
}
