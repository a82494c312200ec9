import { IconAlertCircle } from '@tabler/icons-react';
import type { ConceptLine } from '#core/protocol/buildQuery';
import type { QueryProblem } from '#core/protocol/queryTree';
import { nameOfBlock } from '#core/protocol/reportedParts';
import type { BlockLine, QueryBlock } from '#core/protocol/toBlocks';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import styles from './ConceptBlocks.module.css';
import type { LineCounts } from './useLineCounts.ts';

const SHOWN_LINES = 8;

/** The string as PubMed joins it: blocks side by side, each a list of alternatives. On the phone they are swiped. */
export function ConceptBlocks({
  blocks,
  concepts,
  problems,
  counts,
}: {
  blocks: readonly QueryBlock[];
  concepts: readonly ConceptLine[];
  problems: readonly QueryProblem[];
  counts: LineCounts;
}) {
  return (
    <ol className={styles.blocks} aria-label="Concept blocks">
      {blocks.map(block => {
        const slot = concepts.find(concept => concept.line === block.text)?.slot;
        const more = block.lines.length - SHOWN_LINES;
        return (
          <li key={block.start} className={styles.place}>
            {block.operator && <span className={styles.operator}>{block.operator}</span>}
            <div className={styles.block}>
              <div className={styles.head}>
                <strong>
                  {slot ? capital(slot) : (nameOfBlock(block) ?? (block.operator === 'NOT' ? 'Taken away' : 'Block'))}
                </strong>
                <span className="muted">
                  {counts.has(block.text)
                    ? counted(counts.get(block.text) ?? 0, 'record')
                    : counted(block.lines.length, 'line')}
                </span>
              </div>
              <ul>
                {block.lines.slice(0, SHOWN_LINES).map(line => {
                  const isWrong = problems.some(
                    one => one.severity === 'error' && one.start < line.end && one.end > line.start,
                  );
                  return (
                    <li key={line.start} className={styles.line} data-wrong={isWrong || undefined}>
                      <span className={styles.text}>{wordsOf(line.text)}</span>
                      <span className={styles.field}>{fieldOf(line)}</span>
                      {counts.has(line.text) && (
                        <span className={styles.found} data-none={counts.get(line.text) === 0 || undefined}>
                          {counts.get(line.text) === 0 ? 'finds nothing' : count(counts.get(line.text) ?? 0)}
                        </span>
                      )}
                      {isWrong && <IconAlertCircle size={16} stroke={1.75} aria-label="has a mistake" />}
                    </li>
                  );
                })}
                {more > 0 && <li className={styles.more}>{more} more in the string</li>}
              </ul>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

const ONE_TERM = /^\(?("[^"]*"|[^"()[\]]+)(?:\[([^\]]*)\])?\)?$/;

/** A term without its tag and parentheses; what is more than a term stays as it is written. */
function wordsOf(text: string): string {
  return ONE_TERM.exec(text)?.[1] ?? text;
}

function fieldOf({ text, field }: BlockLine): string {
  const tag = ONE_TERM.exec(text)?.[2] ?? '';
  return field ?? (tag.startsWith('mh') ? 'MeSH Terms' : tag);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
