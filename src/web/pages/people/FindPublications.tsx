import { Textarea, TextInput } from '@mantine/core';
import { IconId, IconSearch, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import { claimFile, claimPmids, findMyPublications } from '#contract/publications';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { useSession } from '../../queries/useSession.ts';
import { useOwnProfile } from './useOwnProfile.ts';
import { useRefreshProfile } from './useRefreshProfile.ts';
import styles from './Works.module.css';

type Found = ReplyOf<typeof claimPmids>;

/** Four ways to one's publications: the name in PubMed, a file, a list of PMIDs, the ORCID iD. */
export function FindPublications() {
  const session = useSession().data;
  const orcid = useOwnProfile().data?.orcid ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  const [pmids, setPmids] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const refresh = useRefreshProfile();
  const finding = useMutation({ mutationFn: (way: () => Promise<Found>) => way(), onSuccess: refresh });
  const name = typed ?? session?.person?.name ?? '';
  const errors = useFieldErrors(finding.error, ['name', 'pmids']);
  const search = (event: FormEvent) => {
    event.preventDefault();
    finding.mutate(() => call(findMyPublications, { body: { name } }));
  };
  const upload = (file: File | undefined) => {
    if (file) finding.mutate(() => call(claimFile, { query: { fileName: file.name }, file }));
  };
  return (
    <div className={styles.find}>
      <form ref={errors.form} className={styles.findRow} onSubmit={search} noValidate>
        <TextInput
          aria-label="Name as it stands on publications"
          name="name"
          leftSection={<IconSearch size={18} stroke={1.75} />}
          value={name}
          error={errors.of('name')}
          onChange={event => setTyped(event.target.value)}
        />
        <ActionButton type="submit" isWorking={finding.isPending}>
          Search PubMed
        </ActionButton>
        <ActionButton icon={<IconUpload size={18} stroke={1.75} />} onClick={() => chooser.current?.click()}>
          Upload NBIB or RIS
        </ActionButton>
        {orcid !== null && (
          <ActionButton
            icon={<IconId size={18} stroke={1.75} />}
            onClick={() => finding.mutate(() => call(findMyPublications, { body: { byOrcid: true } }))}
          >
            ORCID
          </ActionButton>
        )}
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="File of your publications"
          onChange={event => {
            upload(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </form>
      {pmids === null ? (
        <LinkButton onClick={() => setPmids('')}>Write PMIDs instead</LinkButton>
      ) : (
        <form
          className={styles.pmids}
          noValidate
          onSubmit={event => {
            event.preventDefault();
            finding.mutate(() => call(claimPmids, { body: { pmids } }));
          }}
        >
          <Textarea
            label="PMIDs"
            name="pmids"
            description="One a line, or with commas between them. Up to 200."
            autosize
            minRows={2}
            value={pmids}
            error={errors.of('pmids')}
            onChange={event => setPmids(event.target.value)}
          />
          <ActionButton type="submit" isWorking={finding.isPending}>
            Claim them
          </ActionButton>
        </form>
      )}
      <FormProblem problem={finding.error} errors={errors} />
      {finding.data && <FoundNote found={finding.data} />}
    </div>
  );
}

function FoundNote({ found }: { found: Found }) {
  const parts = [
    found.claimed > 0 && `${found.claimed} added to yours`,
    found.proposed > 0 && `${found.proposed} to look at below`,
    found.known > 0 && `${found.known} answered or waiting already`,
  ].filter(Boolean);
  return (
    <Note kind={found.problems.length > 0 ? 'warn' : 'info'} claim={parts.join(', ') || 'Nothing was found.'}>
      {found.problems.join(' ')}
    </Note>
  );
}
