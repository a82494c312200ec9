import { Switch } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { PageWithPanel } from '../../parts/PageWithPanel.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { useAddress } from '../../parts/useAddress.ts';
import { useNarrow } from '../../parts/useNarrow.ts';
import { counted } from '../../words/counted.ts';
import { DraftContents } from './DraftContents.tsx';
import { DraftExhibit } from './DraftExhibit.tsx';
import { DraftDeeds, DraftPanel } from './DraftPanel.tsx';
import { type Chosen, DraftText } from './DraftText.tsx';
import { blocksIn, stateOf } from './draftState.ts';
import styles from './Manuscript.module.css';
import { ReportTabs } from './ReportTabs.tsx';
import { SentenceDialog } from './SentenceDialog.tsx';
import { type Manuscript, useManuscript } from './useManuscript.ts';

function lineOf({ frozen, sections }: Manuscript): string {
  if (!frozen) return 'Made from the data a moment ago. No draft is frozen yet.';
  const { changed } = stateOf(sections.flatMap(blocksIn));
  const what = changed + frozen.gone.length;
  const since = `draft ${frozen.number} was frozen`;
  return what === 0
    ? `Nothing changed since ${since}.`
    : `${counted(what, 'sentence', 'sentences')} changed since ${since}.`;
}

/** A draft that can't disagree with the data: text in the middle, where each number comes from at its side. */
export function ManuscriptPage() {
  const { reviewId = '' } = useParams({ strict: false });
  const query = useManuscript(reviewId);
  const [compare, setCompare] = useAddress('changes', 'hide');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isEditing, setIsEditing] = useState(false);
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const isNarrow = useNarrow();
  if (query.isPending) return <Loading shape="table" />;
  if (query.isError) {
    return (
      <>
        <ReportTabs reviewId={reviewId} />
        <ErrorNote
          problem={query.error}
          safe="The data are stored; the draft is made from them each time."
          onRetry={() => void query.refetch()}
        />
      </>
    );
  }
  const manuscript = query.data;
  const isComparing = compare === 'show' && manuscript.frozen !== null;
  const choose = (next: Chosen) => {
    setChosen(next);
    if (isNarrow) setIsPanelOpen(true);
  };
  const parts = ['Methods', 'Results', 'Other'] as const;
  return (
    <PageWithPanel
      panel={
        <SidePanel
          title="Draft"
          isOpen={!isNarrow || isPanelOpen}
          onClose={() => setIsPanelOpen(false)}
          width={280}
          foot={<DraftDeeds reviewId={reviewId} manuscript={manuscript} />}
        >
          <DraftPanel reviewId={reviewId} manuscript={manuscript} chosen={chosen} onEdit={() => setIsEditing(true)} />
        </SidePanel>
      }
    >
      <ReportTabs reviewId={reviewId} />
      <PageHead
        title="Manuscript draft"
        line={lineOf(manuscript)}
        actions={
          <>
            {manuscript.frozen && (
              <Switch
                label="Show changes"
                checked={isComparing}
                onChange={event => setCompare(event.currentTarget.checked ? 'show' : 'hide')}
              />
            )}
            {isNarrow && (
              <ActionButton icon={<IconListCheck stroke={1.75} />} onClick={() => setIsPanelOpen(true)}>
                Check and download
              </ActionButton>
            )}
          </>
        }
      />
      <div className={styles.columns}>
        <DraftContents sections={manuscript.sections} />
        <article className={styles.text}>
          {parts.map(part => (
            <div key={part}>
              {part !== 'Other' && <h2 className={styles.part}>{part}</h2>}
              {manuscript.sections
                .filter(section => section.part === part)
                .map(section => (
                  <DraftText
                    key={section.id}
                    reviewId={reviewId}
                    section={section}
                    chosen={chosen}
                    isComparing={isComparing}
                    onChoose={choose}
                    exhibitOf={(id, caption, shape) => (
                      <DraftExhibit reviewId={reviewId} id={id} caption={caption} shape={shape} />
                    )}
                  />
                ))}
            </div>
          ))}
          {isComparing && (manuscript.frozen?.gone.length ?? 0) > 0 && (
            <section className={styles.section}>
              <h2 className={styles.part}>No longer said</h2>
              {manuscript.frozen?.gone.map(({ id, text }) => (
                <p key={id} className={styles.prose}>
                  <del>{text}</del>
                </p>
              ))}
            </section>
          )}
        </article>
      </div>
      {isEditing && chosen && (
        <SentenceDialog reviewId={reviewId} sentence={chosen.sentence} onClose={() => setIsEditing(false)} />
      )}
    </PageWithPanel>
  );
}
