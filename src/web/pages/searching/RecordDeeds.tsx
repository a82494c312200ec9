import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { exportRecords } from '#contract/records';
import { RECORD_EXPORT_FORMATS, type RecordExportFormat } from '#core/vocabulary';
import { callForFile } from '../../call.ts';
import { MenuButton } from '../../parts/MenuButton.tsx';
import { saveFile } from '../../parts/saveFile.ts';
import { toast } from '../../parts/toast.ts';
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

/** Takes a selection along in one of the formats. */
export function ExportMenu({
  reviewId,
  selection,
  children,
}: {
  reviewId: string;
  selection: RecordSelection;
  children: string;
}) {
  const exporting = useMutation({
    mutationFn: (format: RecordExportFormat) =>
      callForFile(exportRecords, { params: { reviewId }, body: { format, selection: askedSelection(selection) } }),
    onSuccess: ({ blob, fileName }) => saveFile(blob, fileName ?? 'records'),
    onError: problem => toast({ text: `The export didn’t come: ${problem.message}` }),
  });
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
