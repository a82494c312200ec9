import { Textarea } from '@mantine/core';
import { useMemo } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { toast } from '../../parts/toast.ts';
import type { Result } from './liveAnalysis.ts';
import type { OutcomeData, Plan } from './plan.ts';
import { sentencesOf } from './sentencesOf.ts';

/** What Methods and Results would say of this analysis: made from its choices and numbers, and following them. */
export function SentencesDialog({
  plan,
  data,
  result,
  onClose,
}: {
  plan: Plan;
  data: OutcomeData;
  result: Result;
  onClose: () => void;
}) {
  const { methods, results } = useMemo(() => sentencesOf(plan, data, result), [plan, data, result]);
  return (
    <Dialog title="Sentences for Methods and Results" onClose={onClose}>
      <div style={{ display: 'grid', gap: 16 }}>
        <Copied label="Methods" text={methods} />
        <Copied label="Results" text={results} />
        <p className="muted">Made from the choices and numbers on this page: when they change, so do the sentences.</p>
        <ActionButton onClick={onClose}>Close</ActionButton>
      </div>
    </Dialog>
  );
}

function Copied({ label, text }: { label: string; text: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast({ text: `${label}: copied` });
  };
  return (
    <div>
      <Textarea label={label} value={text} readOnly autosize minRows={3} maxRows={12} />
      <div style={{ marginTop: 8 }}>
        <ActionButton size="small" onClick={() => void copy()}>
          Copy {label}
        </ActionButton>
      </div>
    </div>
  );
}
