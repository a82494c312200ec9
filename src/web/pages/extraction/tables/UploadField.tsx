import { FileInput } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { readUpload, type Upload } from './tables.ts';

/** A file that was edited. It is read in the browser: the server hears of its cells alone. */
export function UploadField({ onUpload }: { onUpload: (upload: Upload | null) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | null) => {
    setProblem(null);
    onUpload(null);
    if (!file) return;
    try {
      onUpload(await readUpload(file));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The file can’t be read.');
    }
  };
  return (
    <FileInput
      label="The edited table, Excel or CSV"
      name="file"
      accept=".xlsx,.csv,text/csv"
      placeholder="Choose a file"
      leftSection={<IconFileSpreadsheet size={18} stroke={1.75} />}
      clearable
      maw={480}
      error={problem}
      onChange={file => void take(file)}
    />
  );
}
