import { FORM_BLOCKS } from '#core/extraction/vocabulary';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { ErrorNote } from '../../../parts/ErrorNote.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { Section } from '../../../parts/Section.tsx';
import type { Study } from '../extraction.ts';
import { BLOCK_WORDS, type FieldOfForm } from '../form/formDraft.ts';
import { useForm } from '../form/useForm.ts';
import type { TellTrouble } from '../StudyPage.tsx';
import { SheetField } from './SheetField.tsx';
import styles from './SheetTab.module.css';
import { type FieldValue, useSheet } from './sheet.ts';

/** What the form asks of this study and of its arms, block by block. */
export function SheetTab({
  reviewId,
  study,
  tellTrouble,
}: {
  reviewId: string;
  study: Study;
  tellTrouble: TellTrouble;
}) {
  const form = useForm(reviewId);
  const sheet = useSheet(reviewId, study.studyId);
  if (form.isError || sheet.isError) {
    return <ErrorNote problem={form.error ?? sheet.error} safe="What was filled in is stored." />;
  }
  if (form.isPending || sheet.isPending) return <Loading shape="lines" />;
  if (form.data.fields.length === 0) {
    return (
      <>
        <p className="muted">The form of this review asks for nothing yet, beyond arms and results.</p>
        <ActionButton to="/reviews/$reviewId/extraction/form" params={{ reviewId }}>
          Go to the form
        </ActionButton>
      </>
    );
  }
  const { values, missing, may } = sheet.data;
  const valueAt = (field: FieldOfForm, armId: string | null): FieldValue | null =>
    values.find(one => one.characteristicId === field.characteristicId && one.armId === armId) ?? null;
  const ask = (field: FieldOfForm, armId: string | null) => (
    <SheetField
      key={`${field.characteristicId} ${armId}`}
      reviewId={reviewId}
      study={study}
      field={field}
      armId={armId}
      stored={valueAt(field, armId)}
      isMissing={missing.some(one => one.characteristicId === field.characteristicId && one.armId === armId)}
      because={may.fill}
      tellTrouble={tellTrouble}
    />
  );
  return FORM_BLOCKS.map(block => {
    const fields = form.data.fields.filter(field => field.block === block);
    if (fields.length === 0) return null;
    return (
      <Section key={block} title={BLOCK_WORDS[block]}>
        {block === 'arms' ? (
          study.arms.map(arm => (
            <div key={arm.armId} className={styles.arm}>
              <h3 className={styles.armName}>{arm.name}</h3>
              <div className={styles.fields}>{fields.map(field => ask(field, arm.armId))}</div>
            </div>
          ))
        ) : (
          <div className={styles.fields}>{fields.map(field => ask(field, null))}</div>
        )}
      </Section>
    );
  });
}
