import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { listCharacteristics } from '#contract/characteristics';
import { call } from '../../../call.ts';
import { ActionButton } from '../../../parts/ActionButton.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { ErrorNote } from '../../../parts/ErrorNote.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { counted } from '../../../words/counted.ts';
import { CharacteristicDialog } from './CharacteristicDialog.tsx';
import { CharacteristicTable } from './CharacteristicTable.tsx';
import type { Characteristic } from './characteristic.ts';

/** What the studies are like: by this they are divided into subgroups, and by this meta-regression explains effects. */
export function CharacteristicsPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const [open, setOpen] = useState<Characteristic | 'new' | null>(null);
  const list = useQuery({
    queryKey: ['reviews', reviewId, 'characteristics'],
    queryFn: ({ signal }) => call(listCharacteristics, { params: { reviewId }, signal }),
  });
  if (list.isPending) return <Loading shape="table" />;
  if (list.isError) {
    return <ErrorNote problem={list.error} safe="What was recorded is stored." onRetry={() => void list.refetch()} />;
  }
  const { characteristics, studies, may } = list.data;
  const add = (
    <ActionButton
      kind="primary"
      icon={<IconPlus stroke={1.75} />}
      because={may.change}
      becauseAt="tip"
      onClick={() => setOpen('new')}
    >
      Add a characteristic
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="Characteristics of studies"
        line={`${counted(characteristics.length, 'characteristic')} of ${counted(studies.length, 'study', 'studies')}, for subgroups and meta-regression`}
        actions={
          <>
            <ActionButton to="/reviews/$reviewId/synthesis" params={{ reviewId }}>
              Go to synthesis
            </ActionButton>
            {characteristics.length > 0 && add}
          </>
        }
      />
      {characteristics.length === 0 ? (
        <EmptyState
          drawing="plot"
          title="What are the studies like?"
          ways={[
            {
              icon: <IconPlus size={20} stroke={1.75} />,
              title: 'Add a characteristic',
              line: 'A number, such as a dose or a latitude, or a word, such as the way of allocation.',
              action: add,
            },
          ]}
        >
          Differences between studies may come from what they are like. Name it here, as the protocol does, and write
          what each study has.
        </EmptyState>
      ) : (
        <CharacteristicTable reviewId={reviewId} list={list.data} onOpen={setOpen} />
      )}
      {open && (
        <CharacteristicDialog
          reviewId={reviewId}
          characteristic={open === 'new' ? null : open}
          position={characteristics.length}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
