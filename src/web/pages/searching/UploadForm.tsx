import { Autocomplete, Select, TextInput } from '@mantine/core';
import { IconFileText, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { uploadImport } from '#contract/searching';
import { SOURCE_KINDS, type SourceKind } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { FileDrop } from './FileDrop.tsx';
import { fileSize } from './fileSize.ts';
import { KIND_NAMES, sourceOfFile, USUAL_SOURCES } from './sourceNames.ts';
import styles from './WayCard.module.css';

const FIELDS = ['fileName', 'sourceName', 'sourceKind', 'platform', 'ranOn'];

/** A file with where it came from; it is read for a report, and nothing is stored before the person has seen that. */
export function UploadForm({ reviewId, because }: { reviewId: string; because: string | null }) {
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState<{ name: string; kind: SourceKind }>({ name: '', kind: 'database' });
  const [platform, setPlatform] = useState('');
  const [ranOn, setRanOn] = useState(today);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [sentBytes, setSentBytes] = useState(0);
  const stop = useRef(new AbortController());
  const uploading = useMutation({
    mutationFn: (sent: File) =>
      call(uploadImport, {
        params: { reviewId },
        query: {
          fileName: sent.name,
          sourceName: source.name,
          sourceKind: source.kind,
          platform,
          ...(ranOn === '' ? {} : { ranOn }),
        },
        file: sent,
        onSent: setSentBytes,
        signal: stop.current.signal,
      }),
    onSuccess: async ({ importId }) => {
      await queries.invalidateQueries({ queryKey: ['reviews', reviewId, 'imports'] });
      await navigate({ to: '/reviews/$reviewId/search/$importId', params: { reviewId, importId } });
    },
  });
  const errors = useFieldErrors(uploading.error, FIELDS);
  const take = (taken: File) => {
    uploading.reset();
    setFile(taken);
    const guess = sourceOfFile(taken.name);
    if (guess) setSource(guess);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!file || uploading.isPending) return;
    stop.current = new AbortController();
    setSentBytes(0);
    uploading.mutate(file);
  };
  const stopSending = () => {
    stop.current.abort();
    uploading.reset();
  };
  return (
    <section className={styles.card} aria-label="Bring a file">
      <h2 className={styles.title}>
        <IconUpload size={18} stroke={1.75} aria-hidden="true" /> Bring a file
      </h2>
      <p className={styles.line}>
        RIS, NBIB, PubMed XML, EndNote XML, BibTeX, CSV, Excel, or trials from a registry. You see what was read before
        anything is stored.
      </p>
      {file === null ? (
        <FileDrop because={because} onFile={take} />
      ) : (
        <form ref={errors.form} className={styles.form} onSubmit={send} noValidate>
          <FormProblem problem={uploading.error} errors={errors} />
          <div className={styles.file}>
            <IconFileText size={20} stroke={1.75} aria-hidden="true" />
            <div className={styles.fileWords}>
              <p className={styles.fileName}>{file.name}</p>
              <p className="muted">{fileSize(file.size)}</p>
            </div>
            {!uploading.isPending && <LinkButton onClick={() => setFile(null)}>Another file</LinkButton>}
          </div>
          <div className={styles.fields}>
            <Autocomplete
              label="Source"
              name="sourceName"
              placeholder="Embase"
              data={USUAL_SOURCES.map(one => one.name)}
              value={source.name}
              error={errors.of('sourceName')}
              onChange={name => setSource(USUAL_SOURCES.find(one => one.name === name) ?? { name, kind: source.kind })}
            />
            <Select
              label="Which is a"
              name="sourceKind"
              data={SOURCE_KINDS.map(kind => ({ value: kind, label: KIND_NAMES[kind] }))}
              value={source.kind}
              error={errors.of('sourceKind')}
              onChange={value =>
                setSource({ ...source, kind: SOURCE_KINDS.find(kind => kind === value) ?? source.kind })
              }
            />
            <TextInput
              label="Platform, optional"
              name="platform"
              placeholder="Ovid"
              value={platform}
              error={errors.of('platform')}
              onChange={event => setPlatform(event.target.value)}
            />
            <TextInput
              label="Searched on"
              name="ranOn"
              type="date"
              max={today()}
              value={ranOn}
              error={errors.of('ranOn')}
              onChange={event => setRanOn(event.target.value)}
            />
          </div>
          <div className={styles.foot}>
            <ActionButton
              type="submit"
              kind="primary"
              isWorking={uploading.isPending}
              because={because ?? (source.name.trim() === '' ? 'Name the source that it came from.' : null)}
            >
              Read the file
            </ActionButton>
          </div>
          {uploading.isPending && <Sending sent={sentBytes} of={file.size} onStop={stopSending} />}
        </form>
      )}
    </section>
  );
}

/** The file on its way: how much has left, then the wait for its first reading. */
function Sending({ sent, of, onStop }: { sent: number; of: number; onStop: () => void }) {
  const isSent = sent >= of;
  return (
    <div className={styles.sending}>
      <ProgressBar done={Math.min(sent, of)} of={of} label="Sending the file" />
      <span className="muted">{isSent ? 'Sent; reading it' : `${fileSize(sent)} of ${fileSize(of)} sent`}</span>
      <LinkButton onClick={onStop}>Stop</LinkButton>
    </div>
  );
}

/** The day in the reader's zone, as a date field wants it. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
