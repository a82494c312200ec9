import { IconAlertTriangle, IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ReplyOf } from '#contract/endpoint';
import type { getRecord } from '#contract/records';
import { sectionsOf } from '#core/searching/sectionsOf';
import { Badge } from '../../parts/Badge.tsx';
import { firstAuthors } from './firstAuthors.ts';
import type { Highlights } from './highlightKinds.ts';
import { languageName } from './languageName.ts';
import { MarkedText } from './MarkedText.tsx';
import styles from './RecordArticle.module.css';
import { doiAddress, pubmedAddress } from './recordAddresses.ts';

export type ReadableRecord = Omit<ReplyOf<typeof getRecord>, 'copies' | 'further'>;

export interface RecordArticleProps {
  readonly record: ReadableRecord;
  /** Words to mark; null while highlights are off. */
  readonly highlights: Highlights | null;
  readonly badges?: ReactNode;
  readonly isSmall?: boolean;
  /** Where the page has a title of its own, the record's is below it. */
  readonly heading?: 'h1' | 'h2';
  /** Between the source and the abstract. */
  readonly children?: ReactNode;
}

/** A record as one reads it: title and abstract in serif, everything else small around them. */
export function RecordArticle({
  record,
  highlights,
  badges,
  isSmall = false,
  heading: Heading = 'h1',
  children,
}: RecordArticleProps) {
  const hasNoAbstract = record.abstract.every(part => part.text.trim() === '');
  const isProtocol =
    record.publicationTypes.some(type => /protocol/i.test(type)) || /\bprotocol\b(?! violation)/i.test(record.title);
  const otherLanguages = record.languages.filter(
    language => !['eng', 'en', 'english'].includes(language.toLowerCase()),
  );
  return (
    <article lang={otherLanguages.length > 0 ? undefined : 'en'}>
      {(badges || isProtocol || record.isRetracted || hasNoAbstract || otherLanguages.length > 0) && (
        <div className={styles.badges}>
          {badges}
          {record.isRetracted && (
            <Badge kind="exclude" icon={<IconAlertTriangle size={14} stroke={1.75} />}>
              retracted
            </Badge>
          )}
          {isProtocol && <Badge kind="fact">protocol</Badge>}
          {hasNoAbstract && <Badge kind="neutral">no abstract</Badge>}
          {otherLanguages.length > 0 && <Badge kind="fact">in {otherLanguages.map(languageName).join(', ')}</Badge>}
        </div>
      )}
      <Heading className={styles.title} data-small={isSmall || undefined}>
        <MarkedText text={record.title} highlights={highlights} />
      </Heading>
      <p className={styles.source}>
        {record.authorsText && <span title={record.authorsText}>{firstAuthors(record.authorsText)}</span>}
        {record.journal && <span>{record.journal}</span>}
        {record.year !== null && <span className="number">{record.year}</span>}
        {record.pmid && <Outward to={pubmedAddress(record.pmid)}>{`PMID ${record.pmid}`}</Outward>}
        {record.doi && <Outward to={doiAddress(record.doi)}>DOI</Outward>}
      </p>
      {children}
      {hasNoAbstract ? (
        <p className={styles.missing}>{record.sourceName} has no abstract of this record.</p>
      ) : (
        <div className={styles.abstract}>
          {sectionsOf(record.abstract).map((part, place) => (
            // An abstract's parts are a fixed list: their place is their name.
            <p key={String(place)}>
              {part.label && <span className={styles.label}>{part.label.toLowerCase()}</span>}
              <MarkedText text={part.text} highlights={highlights} />
            </p>
          ))}
        </div>
      )}
      <div className={styles.subjects}>
        {record.meshHeadings.length > 0 && <p>MeSH: {record.meshHeadings.join(' · ')}</p>}
        {record.keywords.length > 0 && <p>Keywords: {record.keywords.join(' · ')}</p>}
        {record.publicationTypes.length > 0 && <p>Kind: {record.publicationTypes.join(' · ')}</p>}
      </div>
    </article>
  );
}

function Outward({ to, children }: { to: string; children: string }) {
  return (
    <a href={to} target="_blank" rel="noreferrer">
      {children} <IconExternalLink size={14} stroke={1.75} aria-label="opens in a new tab" />
    </a>
  );
}
