import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { suggestTerms } from '#contract/protocol';
import { call } from '../../call.ts';
import { counted } from '../../words/counted.ts';
import type { DraftSlot } from './questionDraft.ts';
import styles from './SlotRow.module.css';

const SHOWN = 8;

/** "These included records carry …": headings and phrases to add with one press, each with how many carry it. */
export function TermSuggestions({
  reviewId,
  slot,
  onHeading,
  onPhrase,
}: {
  reviewId: string;
  slot: DraftSlot;
  onHeading: (name: string) => void;
  onPhrase: (phrase: string) => void;
}) {
  const { data } = useQuery({
    queryKey: ['reviews', reviewId, 'term-suggestions'],
    queryFn: ({ signal }) => call(suggestTerms, { params: { reviewId }, signal }),
    staleTime: 60_000,
  });
  if (!data || data.includedCount === 0) return null;
  const has = (list: readonly string[], term: string) => list.some(one => one.toLowerCase() === term.toLowerCase());
  const headings = data.headings.filter(({ term }) => !has(slot.meshHeadings, term)).slice(0, SHOWN);
  const phrases = data.phrases.filter(({ term }) => !has(slot.synonyms, term)).slice(0, SHOWN);
  if (headings.length + phrases.length === 0) return null;
  const whose = {
    included: counted(data.includedCount, 'included record'),
    own: `${counted(data.includedCount, 'record')} that you included`,
    all: counted(data.includedCount, 'record'),
  }[data.basis];
  return (
    <div className={styles.suggested}>
      <p>{`What ${whose} carry most:`}</p>
      <ul>
        {headings.map(({ term, included }) => (
          <li key={`heading ${term}`}>
            <button
              type="button"
              onClick={() => onHeading(term)}
              title={`${included} of ${data.includedCount} carry it`}
            >
              <IconPlus size={14} stroke={1.75} aria-hidden="true" /> {term}, MeSH <span>{included}</span>
            </button>
          </li>
        ))}
        {phrases.map(({ term, included }) => (
          <li key={`phrase ${term}`}>
            <button
              type="button"
              onClick={() => onPhrase(term)}
              title={`${included} of ${data.includedCount} carry it`}
            >
              <IconPlus size={14} stroke={1.75} aria-hidden="true" /> {term} <span>{included}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
