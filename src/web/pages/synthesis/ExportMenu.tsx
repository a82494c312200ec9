import { IconDownload } from '@tabler/icons-react';
import { getForestPlot } from '#contract/synthesis';
import { forestFigure } from '#core/reporting/forestFigure';
import { PALETTES } from '#core/reporting/palette';
import { addressOf } from '../../call.ts';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { pictureOf } from '../../parts/pictureOf.ts';
import { saveFile } from '../../parts/saveFile.ts';
import { effectsTable } from './effectsTable.ts';
import { forestOf, type Result } from './liveAnalysis.ts';
import type { OutcomeData, Plan, SavedAnalysis } from './plan.ts';

/** Files of what is on the page. The figure of a saved analysis comes from the server, which drew it from what it stored. */
export function ExportMenu({
  reviewId,
  saved,
  plan,
  result,
  data,
}: {
  reviewId: string;
  saved: SavedAnalysis | null;
  plan: Plan;
  result: Result;
  data: OutcomeData;
}) {
  const isStale = saved?.isStale ?? false;
  const print = () => forestFigure(forestOf(result, data, isStale), { palette: PALETTES.print });
  const saveText = (text: string, type: string, ending: string) =>
    saveFile(new Blob([text], { type }), `${plan.name}.${ending}`);
  const saveFigure = () => {
    if (saved) {
      const { analysisId } = saved;
      window.location.assign(
        addressOf(getForestPlot, { params: { reviewId, analysisId }, query: { palette: 'print' } }),
      );
    } else saveText(print(), 'image/svg+xml', 'svg');
  };
  return (
    <MenuButton
      icon={<IconDownload stroke={1.75} />}
      deeds={[
        { name: 'Forest plot, SVG', onClick: saveFigure },
        {
          name: 'Forest plot, PNG',
          onClick: () => void pictureOf(print()).then(picture => saveFile(picture, `${plan.name}.png`)),
        },
        {
          name: 'Studies and effects, CSV',
          onClick: () => saveText(effectsTable(result, data, isStale), 'text/csv', 'csv'),
        },
        {
          name: 'Choices and result, JSON',
          onClick: () => saveText(`${JSON.stringify({ ...plan, result }, null, 2)}\n`, 'application/json', 'json'),
        },
      ]}
    >
      Export
    </MenuButton>
  );
}
