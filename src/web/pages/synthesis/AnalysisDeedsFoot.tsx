import { TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './AnalysisDeedsFoot.module.css';
import { type AnalysisList, copyName, type Plan, type SavedAnalysis } from './plan.ts';
import type { AnalysisDeeds } from './useAnalysisDeeds.ts';

export interface AnalysisDeedsFootProps {
  readonly list: AnalysisList;
  readonly outcomeId: string;
  readonly saved: SavedAnalysis | null;
  readonly draft: Plan | null;
  readonly plan: Plan;
  readonly deeds: AnalysisDeeds;
  readonly onDraft: (plan: Plan | null) => void;
}

/** What can be done with the analysis at hand: keep it, try a copy, lock it for the protocol. */
export function AnalysisDeedsFoot({ list, outcomeId, saved, draft, plan, deeds, onDraft }: AnalysisDeedsFootProps) {
  const navigate = useNavigate();
  const { add, change, lock, remove } = deeds;
  const problem = add.error ?? change.error ?? lock.error ?? remove.error;
  const errors = useFieldErrors(problem, ['name']);
  const open = (analysisId: string | undefined) =>
    navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, analysis: analysisId, outcome: undefined }),
    });
  const keepAsNew = async () => {
    const { id } = await add.mutateAsync({ plan, outcomeId });
    onDraft(null);
    await open(id);
  };
  const keepChanges = async (analysisId: string) => {
    await change.mutateAsync({ analysisId, plan, outcomeId });
    onDraft(null);
  };
  const takeAway = async (analysis: SavedAnalysis) => {
    await remove.mutateAsync(analysis.analysisId);
    await open(undefined);
    const again = { plan: { ...plan }, outcomeId };
    toast({ text: `${analysis.name} removed`, undo: { word: 'Bring back', deed: () => add.mutate(again) } });
  };
  const asCopy = () => onDraft({ ...plan, name: copyName(plan.name, list) });

  if (draft || !saved) {
    const mayChangeSaved = saved !== null && saved.may.change === null;
    return (
      <>
        <FormProblem problem={problem} errors={errors} />
        <TextInput
          label="Name"
          name="name"
          maxLength={200}
          value={plan.name}
          error={errors.of('name')}
          onChange={event => onDraft({ ...plan, name: event.currentTarget.value })}
        />
        {mayChangeSaved && saved && (
          <ActionButton
            kind="primary"
            isWide
            isWorking={change.isPending}
            onClick={() => void keepChanges(saved.analysisId).catch(() => undefined)}
          >
            Save the change
          </ActionButton>
        )}
        <ActionButton
          kind={mayChangeSaved ? 'secondary' : 'primary'}
          isWide
          because={list.may.analyse}
          isWorking={add.isPending}
          onClick={() => void keepAsNew().catch(() => undefined)}
        >
          {saved ? 'Save as another analysis' : 'Save the analysis'}
        </ActionButton>
        {saved && <LinkButton onClick={() => onDraft(null)}>Back to the saved one</LinkButton>}
      </>
    );
  }
  return (
    <>
      <FormProblem problem={problem} errors={errors} />
      {saved.isLocked && (
        <>
          <p className={styles.locked}>
            <IconLock size={16} stroke={1.75} aria-hidden="true" />
            <span>Locked for the protocol. A change here opens a copy.</span>
          </p>
          <ActionButton kind="primary" isWide onClick={asCopy}>
            Try as a copy
          </ActionButton>
        </>
      )}
      <ActionButton
        isWide
        because={saved.may.lock}
        isWorking={lock.isPending}
        onClick={() => lock.mutate({ analysisId: saved.analysisId, isLocked: !saved.isLocked })}
      >
        {saved.isLocked ? 'Unlock' : 'Lock for the protocol'}
      </ActionButton>
      {!saved.isLocked && (
        <ActionButton
          kind="quiet"
          isWide
          because={saved.may.change}
          isWorking={remove.isPending}
          onClick={() => void takeAway(saved).catch(() => undefined)}
        >
          Remove this analysis
        </ActionButton>
      )}
    </>
  );
}
