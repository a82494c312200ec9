import { useMemo } from 'react';
import { becauseWords } from '#core/reporting/becauseWords';
import { forestWithSubgroups } from '#core/reporting/forestWithSubgroups';
import { decimalText } from '#core/reporting/numbers';
import { subgroupAnalysis } from '#core/synthesis/subgroupAnalysis';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { Note } from '../../../parts/Note.tsx';
import { forestOf, numbersOf, studiesIn } from '../liveAnalysis.ts';
import { varianceText } from '../resultNumbers.ts';
import { subgroupAnswer, testText } from '../subgroupWords.ts';
import { ChooseInSettings } from './ChooseInSettings.tsx';
import { ForestFigure } from './ForestFigure.tsx';
import { NoCharacteristic } from './NoCharacteristic.tsx';
import type { TabProps } from './TabProps.ts';

/** Does a group explain the scatter? */
export function SubgroupsTab({
  result,
  data,
  plan,
  name,
  isStale,
  hasBias,
  onSettings,
  reviewId,
}: TabProps & { reviewId: string | null }) {
  const { subgroups } = plan.specification;
  const by = data.characteristics.find(({ id }) => id === subgroups?.by);
  const found = useMemo(() => {
    if (!subgroups || !by) return null;
    const groups = new Map(
      data.studies.flatMap(({ studyId, characteristics }): [string, string][] => {
        const value = characteristics[by.id];
        return value === undefined ? [] : [[studyId, String(value)]];
      }),
    );
    return subgroupAnalysis(result, studiesIn(plan, data), groups, subgroups.tauSquared);
  }, [result, data, plan, subgroups, by]);
  const forest = useMemo(() => {
    if (!found) return null;
    const shares = found.levels.flatMap(({ level, iSquaredPercent }) =>
      iSquaredPercent === null ? [] : [`${level.toLowerCase()} ${decimalText(iSquaredPercent, 0)} %`],
    );
    return forestWithSubgroups(
      forestOf(result, data, isStale, hasBias),
      found.levels.map(({ level, studyIds, pooled }) => ({ label: level, studyIds, pooled })),
      {
        heterogeneity: [
          `Subgroup differences: ${testText(found.between)}`,
          ...(found.tauSquared === null ? [] : [`Common τ² in subgroups ${varianceText(found.tauSquared)}`]),
          ...(shares.length > 0 ? [`I² ${shares.join(', ')}`] : []),
        ],
        ...(isStale ? {} : { numbers: numbersOf(data) }),
      },
    );
  }, [found, result, data, isStale, hasBias]);
  if (data.characteristics.length === 0) return <NoCharacteristic reviewId={reviewId} use="divide them into groups" />;
  if (!found || !forest || !by) {
    return (
      <ChooseInSettings what="Choose what the studies are divided by" onSettings={onSettings}>
        Fewer groups say more: with two or three studies in each, real differences stay unseen.
      </ChooseInSettings>
    );
  }
  const { claim, rest } = subgroupAnswer(found, by.name);
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      {by.kind === 'number' && (
        <Note kind="info" claim={`${by.name} is a number.`}>
          Each value makes a group of its own here; meta-regression asks better whether effects go with it.
        </Note>
      )}
      {found.unknown.length > 0 && (
        <Note kind="warn" claim={`${by.name} isn’t known of ${found.unknown.length} of ${result.k} studies.`}>
          They stand at the end and are in no group.
        </Note>
      )}
      <ForestFigure data={forest} caption={`${name} by ${by.name}`} fileName={`${name} by ${by.name}`} />
      {found.variance !== plan.specification.subgroups?.tauSquared && (
        <p className="muted">This model can’t share one τ² between groups: each group is pooled by itself.</p>
      )}
      {!found.between.estimable && (
        <p className="muted">No test between groups: {becauseWords(found.between.because)}.</p>
      )}
    </>
  );
}
