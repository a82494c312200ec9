import { IconPencil } from '@tabler/icons-react';
import type { QueryProblem } from '#core/protocol/queryTree';
import { Badge } from '../../parts/Badge.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { ProblemLines } from './ProblemLines.tsx';
import styles from './SearchString.module.css';
import { stringPieces } from './stringPieces.ts';

export interface SearchStringProps {
  readonly text: string;
  readonly problems: readonly QueryProblem[];
  /** Written by hand, so that it no longer follows from the slots. */
  readonly isOwn: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
  readonly onFollow: () => void;
}

/** The string itself: a field of which the writing is drawn below it, so that mistakes can be underlined where they stand. */
export function SearchString({ text, problems, isOwn, isReadOnly, onChange, onFollow }: SearchStringProps) {
  const isWrong = text.trim() !== '' && problems.some(problem => problem.severity === 'error');
  const repair = ({ start, end, repair: written }: QueryProblem) =>
    onChange(text.slice(0, start) + (written ?? '') + text.slice(end));
  return (
    <>
      <div className={styles.box} data-wrong={isWrong || undefined}>
        <div className={styles.writing}>
          <pre className={styles.mirror} aria-hidden="true">
            {stringPieces(text, problems).map(piece => (
              <span key={piece.start} data-look={piece.look} data-severity={piece.severity ?? undefined}>
                {piece.text}
              </span>
            ))}
            {'\n'}
          </pre>
          <textarea
            className={styles.field}
            aria-label="Search string for PubMed"
            aria-invalid={isWrong}
            spellCheck={false}
            autoCapitalize="off"
            readOnly={isReadOnly}
            placeholder="It follows from the slots as soon as one of them names something."
            value={text}
            onChange={event => onChange(event.target.value)}
          />
        </div>
        <ProblemLines problems={problems} text={text} onRepair={isReadOnly ? null : repair} />
      </div>
      {isOwn && (
        <p className={styles.own}>
          <Badge kind="info" icon={<IconPencil size={14} stroke={1.75} />}>
            written by hand
          </Badge>
          <span>It no longer follows from the slots.</span>
          {!isReadOnly && <LinkButton onClick={onFollow}>Let it follow again</LinkButton>}
        </p>
      )}
    </>
  );
}
