import { forestFigure } from '#core/reporting/forestFigure';
import { forestWithSubgroups } from '#core/reporting/forestWithSubgroups';
import { shownNumbers } from '#core/reporting/measureOfAnalysis';
import { PALETTES } from '#core/reporting/palette';
import { resultsCsv, studiesCsv } from '#core/reporting/resultsCsv';
import { revmanCsv } from '#core/reporting/revmanCsv';
import { dependenceParts } from '#core/reporting/rScript/dependencePart';
import { metaforScript } from '#core/reporting/rScript/metaforScript';
import { moderatorTerms } from '#core/synthesis/moderatorTerms';
import type { MenuDeed } from '../../parts/MenuButton.tsx';
import { pdfOf } from '../../parts/pdfOf.ts';
import { pictureOf } from '../../parts/pictureOf.ts';
import { saveFile } from '../../parts/saveFile.ts';
import { forestOf, measureOf, numbersOf, type Result, studiesIn, wordsOf } from './liveAnalysis.ts';
import { ownExports } from './ownExports.ts';
import type { OutcomeData, Plan } from './plan.ts';

export interface Exported {
  readonly plan: Plan;
  readonly result: Result;
  readonly data: OutcomeData;
  /** The result is older than the data: what needs both can't be written. */
  readonly isStale: boolean;
  readonly hasBias: boolean;
}

const STALE = 'The data changed since. Compute again first.';

function printed({ result, data, isStale, hasBias }: Exported): string {
  const forest = forestOf(result, data, isStale, hasBias);
  const { subgroups } = result;
  const shown = subgroups
    ? forestWithSubgroups(
        forest,
        subgroups.levels.map(({ level, studyIds, pooled }) => ({ label: level, studyIds, pooled })),
        isStale ? {} : { numbers: numbersOf(data) },
      )
    : forest;
  return forestFigure(shown, { palette: PALETTES.print });
}

function scriptOf({ plan, result, data }: Exported): string {
  const studies = studiesIn(plan, data);
  const valuesOf = new Map(studies.map(({ studyId, characteristics }) => [studyId, characteristics] as const));
  const { subgroups, moderators } = plan.specification;
  const by = data.characteristics.find(({ id }) => id === subgroups?.by);
  const groupOf = new Map(
    studies.flatMap(({ studyId, characteristics }): [string, string][] => {
      const value = by ? characteristics[by.id] : undefined;
      return value === undefined ? [] : [[studyId, String(value)]];
    }),
  );
  return metaforScript({
    analysis: result,
    studies,
    name: plan.name,
    converted: data.conversions,
    ...(by && result.subgroups ? { subgroups: { name: by.name, groupOf, result: result.subgroups } } : {}),
    ...(result.dependence?.estimable
      ? { further: dependenceParts(result.dependence.value, result.spec.tauSquared !== 'ML') }
      : {}),
    ...(result.regression
      ? {
          regression: {
            terms: moderatorTerms(moderators, data.characteristics),
            valuesOf,
            result: result.regression,
          },
        }
      : {}),
  });
}

/** Everything that can be taken along from an analysis. */
export function exportFiles(all: Exported): readonly MenuDeed[] {
  const { plan, result, data, isStale, hasBias } = all;
  const save = (text: string, type: string, ending: string) =>
    saveFile(new Blob([text], { type }), `${plan.name}${ending}`);
  const comparison = `${data.armNames.first} against ${data.armNames.second}`;
  const words = wordsOf(result, data, isStale, hasBias);
  return [
    ...ownExports(plan, result, data.outcome.unit),
    { name: 'Forest plot, SVG', onClick: () => save(printed(all), 'image/svg+xml', '.svg') },
    {
      name: 'Forest plot, PNG (300 dpi)',
      onClick: () => void pictureOf(printed(all)).then(picture => saveFile(picture, `${plan.name}.png`)),
    },
    {
      name: 'Forest plot, PDF',
      onClick: () => void pdfOf(printed(all)).then(page => saveFile(page, `${plan.name}.pdf`)),
    },
    {
      name: 'Studies and effects, CSV',
      onClick: () =>
        save(
          studiesCsv(result, isStale ? new Map() : numbersOf(data), data.conversions, measureOf(result, data)),
          'text/csv',
          ', studies.csv',
        ),
    },
    {
      name: 'Results, CSV',
      onClick: () => save(resultsCsv(result, measureOf(result, data)), 'text/csv', ', results.csv'),
    },
    {
      name: 'Choices, data and results, JSON',
      onClick: () => {
        const studies = isStale ? null : data.studies;
        save(
          `${JSON.stringify({ ...plan, studies, result, shown: shownNumbers(result, measureOf(result, data)) }, null, 2)}\n`,
          'application/json',
          '.json',
        );
      },
    },
    {
      name: 'Script for R with metafor',
      because: isStale ? STALE : null,
      onClick: () => save(scriptOf(all), 'text/plain', '.R'),
    },
    {
      name: 'RevMan, CSV',
      onClick: () =>
        save(
          revmanCsv(result, {
            comparison,
            outcome: data.outcome.name,
            ...(words.arms ? { arms: words.arms } : {}),
            ...(words.favours ? { favours: words.favours } : {}),
            ...(words.numbers ? { numbers: words.numbers } : {}),
          }),
          'text/csv',
          ', RevMan.csv',
        ),
    },
  ];
}
