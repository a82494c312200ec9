import { IconAlertTriangle, IconCircleDashed, IconGitBranch, IconPencil } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import styles from './Manuscript.module.css';
import { PageLink } from './PageLink.tsx';
import type { Block, BoundValue, Section, Sentence } from './useManuscript.ts';

export interface Chosen {
  readonly sentence: Sentence;
  readonly value: BoundValue | null;
}

interface DraftTextProps {
  readonly reviewId: string;
  readonly section: Section;
  readonly chosen: Chosen | null;
  readonly isComparing: boolean;
  readonly onChoose: (chosen: Chosen) => void;
  /** A figure or table at its place. */
  readonly exhibitOf: (id: string, caption: string, shape: 'figure' | 'table') => ReactNode;
}

const REMARK_ICONS = {
  deviation: <IconGitBranch size={16} stroke={1.75} />,
  stale: <IconAlertTriangle size={16} stroke={1.75} />,
  'own-words': <IconPencil size={16} stroke={1.75} />,
} as const;

function remarksOf(reviewId: string, blocks: readonly Block[]): ReactNode[] {
  return blocks.flatMap(block => {
    if (block.kind === 'gap')
      return [
        <div key={block.id} className={styles.remark} data-kind="gap">
          <IconCircleDashed size={16} stroke={1.75} />
          <p>
            Gap: nothing is invented here
            <PageLink reviewId={reviewId} page={block.page}>
              {block.mend}
            </PageLink>
          </p>
        </div>,
      ];
    if (block.kind === 'exhibit' || !block.remark) return [];
    const { kind, text, mend, page } = block.remark;
    return [
      <div key={block.id} className={styles.remark} data-kind={kind}>
        {REMARK_ICONS[kind]}
        <p>
          {text}
          <PageLink reviewId={reviewId} page={page}>
            {mend}
          </PageLink>
        </p>
      </div>,
    ];
  });
}

function SentenceText({
  sentence,
  chosen,
  isComparing,
  onChoose,
}: { sentence: Sentence } & Pick<DraftTextProps, 'chosen' | 'isComparing' | 'onChoose'>) {
  if (isComparing && sentence.changes)
    return (
      <span id={sentence.id} className={styles.sentence} data-changed>
        {sentence.changes.map(({ kind, text }, place) =>
          kind === 'same' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs of one sentence have no other name than their place.
            <Fragment key={place}>{text}</Fragment>
          ) : kind === 'gone' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <del key={place}>{text}</del>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <ins key={place}>{text}</ins>
          ),
        )}{' '}
      </span>
    );
  return (
    <span
      id={sentence.id}
      className={styles.sentence}
      data-new={(isComparing && sentence.isNew) || undefined}
      data-chosen={chosen?.sentence.id === sentence.id || undefined}
    >
      {sentence.pieces.map((piece, place) =>
        typeof piece === 'string' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence have no other name than their place.
          <Fragment key={place}>{piece}</Fragment>
        ) : (
          // A link, because a button can't go over the end of a line.
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            key={place}
            href={`#${sentence.id}`}
            className={styles.value}
            aria-current={chosen?.value === piece || undefined}
            onClick={event => {
              event.preventDefault();
              onChoose({ sentence, value: piece });
            }}
          >
            {piece.text}
          </a>
        ),
      )}{' '}
    </span>
  );
}

/** One section of the draft: serif text, what the data say marked in it, remarks in the margin. */
export function DraftText({ reviewId, section, chosen, isComparing, onChoose, exhibitOf }: DraftTextProps) {
  return (
    <section id={`section-${section.id}`} className={styles.section} aria-labelledby={`title-${section.id}`}>
      <h3 id={`title-${section.id}`} className={styles.sectionTitle}>
        {section.title}
      </h3>
      {section.paragraphs.map(blocks => {
        const isStale = blocks.some(block => block.kind === 'sentence' && block.remark?.kind === 'stale');
        const texts = blocks.filter(block => block.kind === 'sentence');
        return (
          <div key={blocks[0]?.id} className={styles.paragraph} data-stale={isStale || undefined}>
            <div className={styles.words}>
              {texts.length > 0 && (
                <p className={styles.prose}>
                  {texts.map(sentence => (
                    <SentenceText
                      key={sentence.id}
                      sentence={sentence}
                      chosen={chosen}
                      isComparing={isComparing}
                      onChoose={onChoose}
                    />
                  ))}
                </p>
              )}
              {blocks.map(block =>
                block.kind === 'gap' ? (
                  <p key={block.id} id={block.id} className={styles.gap}>
                    {block.text}
                  </p>
                ) : block.kind === 'exhibit' ? (
                  <Fragment key={block.id}>{exhibitOf(block.id, block.caption, block.shape)}</Fragment>
                ) : null,
              )}
            </div>
            <div className={styles.margin}>{remarksOf(reviewId, blocks)}</div>
          </div>
        );
      })}
    </section>
  );
}
