import { FileInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { readFlowFile } from '#contract/flowSnapshots';
import { call } from '../../call.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Figure } from '../../parts/Figure.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { Note } from '../../parts/Note.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { useFigurePalette } from '../../parts/useFigurePalette.ts';
import styles from './Manuscript.module.css';

/** Somebody's interchange file as a diagram, with the sums that don't hold. Nothing of it is stored. */
export function FlowFileDialog({ onClose }: { onClose: () => void }) {
  const palette = useFigurePalette();
  const read = useMutation({
    mutationFn: async (file: File) => call(readFlowFile, { body: { text: await file.text(), palette } }),
  });
  const errors = useFieldErrors(read.error, ['text']);
  const broken = read.data?.checks.filter(check => !check.holds) ?? [];
  return (
    <Dialog title="Read a PRISMA2020 file" onClose={onClose}>
      <div className={styles.form}>
        <FormProblem problem={read.error} errors={errors} />
        <FileInput
          label="CSV file"
          description="As the PRISMA2020 package and its web page write it. Nothing of it is stored."
          accept=".csv,text/csv"
          placeholder="Choose a file"
          onChange={file => file && read.mutate(file)}
        />
        {read.data &&
          (broken.length === 0 ? (
            <Note kind="done" claim="Its numbers agree." />
          ) : (
            broken.map(({ identity, sentence }) => (
              <Note key={sentence} kind="error" claim={`${identity}:`}>
                {sentence}
              </Note>
            ))
          ))}
        {read.data && (
          <Figure svg={read.data.svg} caption="The flow diagram of the file" fileName="flow" print={read.data.svg} />
        )}
      </div>
    </Dialog>
  );
}
