import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { exportReview, getBlindingProof } from '#contract/reporting';
import { call, callForFile } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { saveFile } from '../../parts/saveFile.ts';
import styles from './ReportPage.module.css';

/** What the log proves of blinding, in the words of a paper's supplement, and the table behind it. */
export function BlindingNote({ reviewId }: { reviewId: string }) {
  const proof = useQuery({
    queryKey: ['reviews', reviewId, 'blinding-proof'],
    queryFn: ({ signal }) => call(getBlindingProof, { params: { reviewId }, signal }),
  });
  const save = useMutation({
    mutationFn: () => callForFile(exportReview, { params: { reviewId, file: 'blinding.csv' } }),
    onSuccess: ({ blob, fileName }) => saveFile(blob, fileName ?? 'blinding.csv'),
  });
  if (!proof.data || proof.data.decisions === 0) return null;
  return (
    <div className={styles.chain}>
      <Note
        kind={proof.data.exceptions === 0 ? 'done' : 'info'}
        claim={proof.data.exceptions === 0 ? 'Nobody saw before deciding.' : 'Not every decision was blind.'}
        action={
          <ActionButton
            size="small"
            icon={<IconDownload size={16} stroke={1.75} />}
            isWorking={save.isPending}
            onClick={() => save.mutate()}
          >
            Table for the supplement
          </ActionButton>
        }
      >
        {save.error ? save.error.message : proof.data.sentence}
      </Note>
    </div>
  );
}
