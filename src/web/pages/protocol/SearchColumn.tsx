import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { BuiltQuery } from '#core/protocol/buildQuery';
import type { QueryCheck } from '#core/protocol/checkQuery';
import { SEARCH_PLATFORMS, type SearchPlatform, translateQuery } from '#core/protocol/translateQuery';
import { CopyLink } from '../../parts/CopyLink.tsx';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Note } from '../../parts/Note.tsx';
import { Section } from '../../parts/Section.tsx';
import { count } from '../../words/count.ts';
import { counted } from '../../words/counted.ts';
import { ConceptBlocks } from './ConceptBlocks.tsx';
import styles from './SearchColumn.module.css';
import { SearchString } from './SearchString.tsx';
import { useLineCounts } from './useLineCounts.ts';

const PLATFORM_NAMES: Readonly<Record<SearchPlatform | 'pubmed', string>> = {
  pubmed: 'PubMed',
  ovid: 'Ovid',
  embase: 'Embase.com',
  cochrane: 'Cochrane',
};

export interface SearchColumnProps {
  readonly text: string;
  readonly built: BuiltQuery;
  readonly check: QueryCheck;
  readonly isOwn: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
  readonly onFollow: () => void;
  readonly reviewId: string;
  /** Why this person may not ask PubMed. */
  readonly becauseCount: string | null;
  /** How many records the string finds. */
  readonly count: ReactNode;
}

/** What follows from the question: blocks, the string for PubMed and other platforms, and remarks. */
export function SearchColumn(props: SearchColumnProps) {
  const { text, built, check } = props;
  const lines = useLineCounts(props.reviewId);
  const [platform, setPlatform] = useState<SearchPlatform | 'pubmed'>('pubmed');
  const translated = platform === 'pubmed' ? null : translateQuery(text, platform);
  return (
    <>
      {check.blocks.length > 0 && (
        <Section
          title="Concept blocks"
          hint={`${counted(check.blocks.length, 'block')}, as PubMed reads them`}
          aside={
            lines.left > 0 ? (
              <span role="status">
                {`${count(lines.left)} left to count `}
                <LinkButton onClick={lines.stop}>Stop</LinkButton>
              </span>
            ) : (
              props.becauseCount === null && (
                <LinkButton onClick={() => void lines.start(check.blocks)}>Count each line in PubMed</LinkButton>
              )
            )
          }
        >
          {lines.problem && <ErrorNote problem={lines.problem} safe="What was counted stays." />}
          <ConceptBlocks
            blocks={check.blocks}
            concepts={props.isOwn ? [] : built.concepts}
            problems={check.problems}
            counts={lines.counts}
          />
        </Section>
      )}
      <Section
        title={`Search string for ${PLATFORM_NAMES[platform]}`}
        aside={text.trim() !== '' && <CopyLink text={translated?.query ?? text}>Copy</CopyLink>}
      >
        <SegmentedControl
          className={styles.platforms}
          aria-label="Platform"
          size="xs"
          data={(['pubmed', ...SEARCH_PLATFORMS] as const).map(value => ({ value, label: PLATFORM_NAMES[value] }))}
          value={platform}
          onChange={value => setPlatform(SEARCH_PLATFORMS.find(one => one === value) ?? 'pubmed')}
        />
        {translated ? (
          <>
            <pre className={styles.translated}>{translated.query}</pre>
            <ul className={styles.remarks}>
              <li>A first draft for a librarian, not a finished strategy.</li>
              {translated.warnings.map(warning => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <SearchString
              text={text}
              problems={check.problems}
              isOwn={props.isOwn}
              isReadOnly={props.isReadOnly}
              onChange={props.onChange}
              onFollow={props.onFollow}
            />
            {props.count}
          </>
        )}
      </Section>
      {!props.isOwn && <Remarks built={built} />}
    </>
  );
}

/** What a person should know before trusting the string; it is no mistake. */
function Remarks({ built }: { built: BuiltQuery }) {
  if (built.warnings.length === 0) return null;
  if (built.query === '') {
    return (
      <Note kind="info" claim="The string begins with the first word.">
        Write who is studied and what is done; synonyms and MeSH headings make the search wider.
      </Note>
    );
  }
  return (
    <Section title="Remarks" hint="what this string loses, on purpose or not">
      <ul className={styles.remarks}>
        {built.warnings.map(({ code, slot, message }) => (
          <li key={`${code} ${slot} ${message}`}>
            {slot && <strong>{slot}: </strong>}
            {message}
          </li>
        ))}
      </ul>
    </Section>
  );
}
