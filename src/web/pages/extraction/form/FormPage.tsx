import { IconDeviceFloppy, IconTemplate } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { READY_FORMS, type ReadyForm } from '#core/extraction/form/readyForms';
import { FORM_BLOCKS } from '#core/extraction/vocabulary';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { ErrorNote } from '../../../parts/ErrorNote.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { MenuButton } from '../../../parts/MenuButton.tsx';
import { Note } from '../../../parts/Note.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { counted } from '../../../words/counted.ts';
import { FormBlockSection } from './FormBlockSection.tsx';
import { FormVersions } from './FormVersions.tsx';
import { type DraftField, draftOf, type ExtractionForm, sentFields } from './formDraft.ts';
import { PutAwayFields } from './PutAwayFields.tsx';
import { SaveFormDialog } from './SaveFormDialog.tsx';
import { useForm } from './useForm.ts';

/** The extraction form: what is asked of every study and arm, made from blocks by the lead. */
export function FormPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const form = useForm(reviewId);
  if (form.isPending) return <Loading shape="table" />;
  if (form.isError) {
    return <ErrorNote problem={form.error} safe="The form is stored." onRetry={() => void form.refetch()} />;
  }
  // A saved version, the own one or another lead's, begins a new draft.
  return <FormDesk key={form.data.version} reviewId={reviewId} form={form.data} />;
}

function FormDesk({ reviewId, form }: { reviewId: string; form: ExtractionForm }) {
  const [draft, setDraft] = useState<DraftField[]>(() => draftOf(form.fields));
  const [isSaving, setIsSaving] = useState(false);
  const because = form.may.design;
  const isSame = JSON.stringify(sentFields(draft)) === JSON.stringify(sentFields(draftOf(form.fields)));
  const takeReady = (ready: ReadyForm) => {
    const names = new Set([...draft, ...form.putAway].map(field => field.name.toLowerCase()));
    const fresh = ready.fields.filter(field => !names.has(field.name.toLowerCase()));
    setDraft([...draft, ...fresh.map(field => ({ ...field, characteristicId: null, key: `new ${field.name}` }))]);
  };
  const away = form.putAway.filter(field => !draft.some(one => one.characteristicId === field.characteristicId));
  return (
    <>
      <PageHead
        title="Extraction form"
        line={`${form.version === 0 ? 'Not saved yet' : `Version ${form.version}`} · ${counted(draft.length, 'field')}`}
        actions={
          <>
            {because === null && (
              <MenuButton
                icon={<IconTemplate stroke={1.75} />}
                deeds={READY_FORMS.map(ready => ({
                  name: `${ready.name}: ${ready.line}`,
                  onClick: () => takeReady(ready),
                }))}
              >
                Take a ready form
              </MenuButton>
            )}
            <ActionButton
              kind="primary"
              icon={<IconDeviceFloppy stroke={1.75} />}
              because={because ?? (isSame ? 'Nothing has changed yet.' : null)}
              becauseAt="tip"
              onClick={() => setIsSaving(true)}
            >
              {`Save version ${form.version + 1}`}
            </ActionButton>
          </>
        }
      />
      {because === null && !isSame && (
        <div style={{ marginBottom: 20 }}>
          <Note kind="info" claim="This is a draft.">
            Extractors go on with version {form.version} until you save. What your change does to values already there
            is shown before.
          </Note>
        </div>
      )}
      {FORM_BLOCKS.map(block => (
        <FormBlockSection key={block} block={block} draft={draft} because={because} onDraft={setDraft} />
      ))}
      <PutAwayFields
        fields={away}
        because={because}
        onBringBack={field => setDraft([...draft, { ...field, key: field.characteristicId }])}
      />
      <FormVersions
        versions={form.versions}
        onTake={because === null ? version => setDraft(draftOf(version.fields)) : null}
      />
      {isSaving && (
        <SaveFormDialog
          reviewId={reviewId}
          version={form.version}
          fields={sentFields(draft)}
          onClose={() => setIsSaving(false)}
        />
      )}
    </>
  );
}
