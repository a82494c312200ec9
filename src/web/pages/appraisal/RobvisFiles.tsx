import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { importRobvis } from '#contract/appraisalPlots';
import { findTool } from '#core/appraisal/appraisalTools';
import { hasRobvisForm } from '#core/reporting/robvisCsv';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { Section } from '../../parts/Section.tsx';
import { counted } from '../../words/counted.ts';
import type { ToolGroup } from './groups.ts';
import styles from './Overview.module.css';

/** The table that robvis reads, out and in. */
export function RobvisFiles({ reviewId, group, may }: { reviewId: string; group: ToolGroup; may: string | null }) {
  const input = useRef<HTMLInputElement>(null);
  const queries = useQueryClient();
  const [first] = group.appraisals;
  const take = useMutation({
    mutationFn: async (file: File) => {
      if (!first) throw new TypeError('RobvisFiles: the group has no appraisal');
      const { tool, variant, outcomeId } = first;
      const body = { tool, variant, outcomeId, fileName: file.name, text: await file.text() };
      return call(importRobvis, { params: { reviewId }, body });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reviews', reviewId] }),
  });
  const tool = first && findTool(first.tool, first.variant)?.tool;
  if (!first || !tool || !hasRobvisForm(tool)) return null;
  const outcome = first.outcomeId ? `&outcomeId=${first.outcomeId}` : '';
  const address = `/api/reviews/${reviewId}/robvis.csv?tool=${first.tool}&variant=${first.variant}${outcome}`;
  return (
    <Section title="Table for robvis">
      <p className={styles.hint}>
        Study, one column a domain, Overall, Weight: as the R package robvis reads and writes it.
      </p>
      <div className={styles.options}>
        <ActionButton href={address} download>
          Download the CSV
        </ActionButton>
        <ActionButton because={may} isWorking={take.isPending} onClick={() => input.current?.click()}>
          Take judgements from a CSV
        </ActionButton>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,text/csv"
          aria-label="Table of judgements"
          onChange={event => {
            const [file] = event.target.files ?? [];
            if (file) take.mutate(file);
            event.target.value = '';
          }}
        />
      </div>
      {take.error && (
        <Note kind="error" claim="Nothing was taken.">
          {take.error.message}
        </Note>
      )}
      {take.data && (
        <Note
          kind={take.data.skipped.length > 0 ? 'warn' : 'done'}
          claim={`${counted(take.data.settled, 'judgement')} taken.`}
        >
          {take.data.skipped.map(({ line, label, reason }) => (
            <span key={line}>
              Line {line}, {label}: {reason}{' '}
            </span>
          ))}
        </Note>
      )}
    </Section>
  );
}
