import { IconDownload, IconPlayerStop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { exportRecords } from '#contract/records';
import { RECORD_EXPORT_FORMATS, type RecordExportFormat } from '#core/vocabulary';
import { callForFile } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { saveFile } from '../../parts/saveFile.ts';
import { toast } from '../../parts/toast.ts';
import { fileSize } from './fileSize.ts';
import { askedFilters, type RecordFilters } from './useRecordFilters.ts';

/** Some records by their ids, or all that the list would show. */
export type RecordSelection = { readonly recordIds: readonly string[] } | { readonly filters: RecordFilters };

export function askedSelection(selection: RecordSelection) {
  if ('recordIds' in selection) return { recordIds: [...selection.recordIds] };
  return { filters: askedFilters(selection.filters) };
}

const FORMAT_NAMES: Readonly<Record<RecordExportFormat, string>> = {
  ris: 'RIS, for Zotero, EndNote and others',
  nbib: 'NBIB, as PubMed writes it',
  bibtex: 'BibTeX',
  csv: 'CSV, for spreadsheets',
};

/** Takes a selection along in one of the formats; while a long one comes it says how far it is, and can be stopped. */
export function ExportMenu({
  reviewId,
  selection,
  children,
}: {
  reviewId: string;
  selection: RecordSelection;
  children: string;
}) {
  const [received, setReceived] = useState(0);
  const stop = useRef(new AbortController());
  const exporting = useMutation({
    mutationFn: (format: RecordExportFormat) => {
      stop.current = new AbortController();
      setReceived(0);
      return callForFile(exportRecords, {
        params: { reviewId },
        body: { format, selection: askedSelection(selection) },
        onReceived: setReceived,
        signal: stop.current.signal,
      });
    },
    onSuccess: ({ blob, fileName }) => saveFile(blob, fileName ?? 'records'),
    onError: problem => {
      if (!stop.current.signal.aborted) toast({ text: `The export didn’t come: ${problem.message}` });
    },
  });
  if (exporting.isPending) {
    return (
      <ActionButton icon={<IconPlayerStop stroke={1.75} />} onClick={() => stop.current.abort()}>
        {received === 0 ? 'Exporting … stop' : `${fileSize(received)} so far … stop`}
      </ActionButton>
    );
  }
  return (
    <MenuButton
      icon={<IconDownload stroke={1.75} />}
      deeds={RECORD_EXPORT_FORMATS.map(format => ({
        name: FORMAT_NAMES[format],
        onClick: () => exporting.mutate(format),
      }))}
    >
      {children}
    </MenuButton>
  );
}
