import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { saveQuestion } from '#contract/protocol';
import { buildQuery } from '#core/protocol/buildQuery';
import { checkQuery } from '#core/protocol/checkQuery';
import { compareQuestions } from '#core/protocol/compareQuestions';
import { CallProblem } from '../../CallProblem.ts';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { toast } from '../../parts/toast.ts';
import { counted } from '../../words/counted.ts';
import { CountLine } from './CountLine.tsx';
import { CriteriaSection } from './CriteriaSection.tsx';
import { inLines } from './inLines.ts';
import { LimitFields } from './LimitFields.tsx';
import { NewerVersionNote } from './NewerVersionNote.tsx';
import { PriorReviews } from './PriorReviews.tsx';
import styles from './QuestionEditor.module.css';
import { QuestionForm } from './QuestionForm.tsx';
import { askedQuestion, bodyOf, draftOf, type QuestionReply } from './questionDraft.ts';
import { SaveVersionDialog } from './SaveVersionDialog.tsx';
import { SearchColumn } from './SearchColumn.tsx';
import { useQuestionDraft } from './useQuestionDraft.ts';
import { VersionList } from './VersionList.tsx';

/** The question at the left, what follows from it at the right, at once; saving makes the next version. */
export function QuestionEditor({ reviewId, question }: { reviewId: string; question: QuestionReply }) {
  const { current, versions, criteria, filters, needsReason, may } = question;
  const { draft, basedOn, isChanged, change, rebase, drop } = useQuestionDraft(reviewId, current);
  const [isSaving, setIsSaving] = useState(false);
  const queries = useQueryClient();
  const built = useMemo(() => buildQuery(askedQuestion(draft)), [draft]);
  const text = useMemo(
    () => draft.ownString ?? inLines(built.query, checkQuery(built.query).blocks),
    [draft.ownString, built.query],
  );
  const check = useMemo(() => checkQuery(text), [text]);
  const mistakes = text.trim() === '' ? 0 : check.problems.filter(problem => problem.severity === 'error').length;
  const version = basedOn + 1;
  const isBehind = isChanged && current !== null && current.version !== basedOn;

  const saving = useMutation({
    mutationFn: (reason: string) => call(saveQuestion, { params: { reviewId }, body: bodyOf(draft, basedOn, reason) }),
    onSuccess: async saved => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId] });
      drop();
      setIsSaving(false);
      toast({ text: `Version ${saved.version} saved` });
    },
    onError: async problem => {
      if (!(problem instanceof CallProblem) || problem.status !== 409) return;
      // Somebody saved first: their version comes in, and the page says what it changed.
      setIsSaving(false);
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'question'] });
    },
  });
  const isReadOnly = may.edit !== null;
  return (
    <>
      <PageHead
        title="Question and search"
        line={standingLine(current?.version ?? 0, isChanged, mistakes)}
        actions={
          <>
            {isChanged && <ActionButton onClick={drop}>Drop the changes</ActionButton>}
            <ActionButton
              kind="primary"
              icon={<IconDeviceFloppy stroke={1.75} />}
              becauseAt="tip"
              because={may.edit ?? whyNotSave(isChanged, isBehind, current?.version ?? 0)}
              onClick={() => {
                saving.reset();
                setIsSaving(true);
              }}
            >
              {`Save version ${version}`}
            </ActionButton>
          </>
        }
      />
      {isBehind && (
        <NewerVersionNote
          newer={current}
          base={versions.find(one => one.version === basedOn) ?? null}
          onKeep={() => rebase(current.version)}
          onDrop={drop}
        />
      )}
      <div className={styles.columns}>
        <div>
          <QuestionForm reviewId={reviewId} draft={draft} isReadOnly={isReadOnly} onChange={change} />
        </div>
        <div className={styles.wide}>
          <SearchColumn
            text={text}
            built={built}
            check={check}
            isOwn={draft.ownString !== null}
            isReadOnly={isReadOnly}
            onChange={ownString => change({ ownString })}
            onFollow={() => change({ ownString: null })}
            reviewId={reviewId}
            becauseCount={may.edit}
            count={<CountLine reviewId={reviewId} query={text} because={may.edit} />}
          />
          <PriorReviews reviewId={reviewId} query={text} because={may.edit} />
          <LimitFields draft={draft} filters={filters} isReadOnly={isReadOnly} onChange={change} />
        </div>
      </div>
      <div className={styles.below}>
        <CriteriaSection
          reviewId={reviewId}
          criteria={criteria}
          slots={draft.slots.map(slot => slot.slot)}
          because={may.edit}
        />
        <VersionList versions={versions} onTake={isReadOnly ? null : older => change(draftOf(older))} />
      </div>
      {isSaving && (
        <SaveVersionDialog
          version={version}
          changes={compareQuestions(askedQuestion(draftOf(current)), askedQuestion(draft))}
          isStringChanged={current !== null && draft.ownString !== draftOf(current).ownString}
          mistakes={mistakes}
          needsReason={needsReason}
          isWorking={saving.isPending}
          problem={saving.error}
          onSave={reason => saving.mutate(reason)}
          onClose={() => setIsSaving(false)}
        />
      )}
    </>
  );
}

function standingLine(version: number, isChanged: boolean, mistakes: number): string {
  const parts = [
    version === 0 ? 'No version saved yet' : `Version ${version}`,
    ...(isChanged ? ['with changes that are not saved, kept in this tab'] : []),
    ...(mistakes > 0 ? [`${counted(mistakes, 'mistake')} in the string`] : []),
  ];
  return `From the question to a search string that a librarian would sign. ${parts.join(', ')}.`;
}

function whyNotSave(isChanged: boolean, isBehind: boolean, version: number): string | null {
  if (isBehind) return `Version ${version} came first. Choose above how to go on.`;
  if (isChanged) return null;
  return version === 0 ? 'Write the question first.' : `Nothing has changed since version ${version}.`;
}
