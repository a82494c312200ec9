import { MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { getExtraction } from '#contract/extraction';
import { OFFERED_TOOLS } from '#core/appraisal/appraisalTools';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Note } from '../../parts/Note.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { counted } from '../../words/counted.ts';
import styles from './Overview.module.css';
import { usePlanDeeds } from './useAppraisal.ts';

/** Which tool judges what, and whether two people do so blind to each other. */
export function PlanDialog({ reviewId, onClose }: { reviewId: string; onClose: () => void }) {
  const [toolWord, setToolWord] = useState<string>('rob2');
  const [chosenVariant, setVariant] = useState('');
  const [assessors, setAssessors] = useState('2');
  const [outcomeIds, setOutcomeIds] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [studyIds, setStudyIds] = useState<readonly string[]>([]);
  const { plan } = usePlanDeeds(reviewId);
  const errors = useFieldErrors(plan.error, ['tool', 'variant']);
  const assessorsId = useId();
  const extraction = useQuery({
    queryKey: ['reviews', reviewId, 'extraction'],
    queryFn: ({ signal }) => call(getExtraction, { params: { reviewId }, signal }),
  });
  const offered = OFFERED_TOOLS.find(one => one.tool === toolWord) ?? OFFERED_TOOLS[0];
  if (!offered) return null;
  const variant = offered.variants.some(one => one.variant === chosenVariant)
    ? chosenVariant
    : (offered.variants[0]?.variant ?? '');
  const send = () => {
    const body = {
      tool: offered.tool,
      variant,
      assessorsNeeded: Number(assessors),
      note,
      outcomeIds: [...outcomeIds],
      studyIds: [...studyIds],
    };
    plan.mutate(body, {
      onSuccess: ({ added }) => {
        toast({ text: added === 0 ? 'All of it was planned already.' : `${counted(added, 'appraisal')} planned.` });
        onClose();
      },
    });
  };
  return (
    <Dialog title="What judges the risk of bias?" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          send();
        }}
      >
        <FormProblem problem={plan.error} errors={errors} />
        <Select
          label="Tool"
          description={`For ${offered.for}.`}
          name="tool"
          data={OFFERED_TOOLS.map(({ tool, name, isDraft }) => ({
            value: tool,
            label: `${name}${isDraft ? ' (draft)' : ''}`,
          }))}
          renderOption={({ option }) => (
            <span className={styles.tool}>
              {option.label}
              <span>{OFFERED_TOOLS.find(one => one.tool === option.value)?.for}</span>
            </span>
          )}
          value={offered.tool}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={next => setToolWord(next ?? 'rob2')}
        />
        {offered.isDraft && (
          <Note kind="warn" claim="A draft.">
            The authors call this version a draft, and its rules here come of one second-hand source. Check every
            suggestion.
          </Note>
        )}
        {offered.variants.length > 1 && (
          <Select
            label={offered.judges === 'result' || offered.tool.startsWith('robins') ? 'Effect of interest' : 'Design'}
            name="variant"
            data={offered.variants.map(({ variant: value, words }) => ({ value, label: words }))}
            value={variant}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={next => setVariant(next ?? '')}
          />
        )}
        {offered.judges === 'result' && (
          <MultiSelect
            label="Outcomes"
            description="Each result is judged by itself: a study and an outcome. Empty: every outcome with numbers."
            data={(extraction.data?.outcomes ?? []).map(({ outcomeId, name, timepoint }) => ({
              value: outcomeId,
              label: [name, timepoint].filter(Boolean).join(', '),
            }))}
            value={[...outcomeIds]}
            comboboxProps={{ withinPortal: false }}
            onChange={setOutcomeIds}
          />
        )}
        <MultiSelect
          label="Studies"
          description="Empty: all of them."
          searchable
          data={(extraction.data?.studies ?? []).map(({ studyId, label }) => ({ value: studyId, label }))}
          value={[...studyIds]}
          comboboxProps={{ withinPortal: false }}
          onChange={setStudyIds}
        />
        <TextInput
          label="Note under tables and figures"
          description="Optional"
          maxLength={300}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <div>
          <p id={assessorsId} className={styles.label}>
            Who judges?
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby={assessorsId}
            data={[
              { value: '2', label: 'Two, blind to each other' },
              { value: '1', label: 'One alone' },
            ]}
            value={assessors}
            onChange={setAssessors}
          />
        </div>
        <div className={styles.buttons}>
          <ActionButton onClick={onClose}>Not now</ActionButton>
          <ActionButton kind="primary" type="submit" isWorking={plan.isPending}>
            Plan it
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
