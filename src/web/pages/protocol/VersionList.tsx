import { compareQuestions } from '#core/protocol/compareQuestions';
import { LinkButton } from '../../parts/LinkButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { since } from '../../words/since.ts';
import { ChangeList } from './ChangeList.tsx';
import { askedQuestion, draftOf, type QuestionVersion } from './questionDraft.ts';
import styles from './VersionList.module.css';

/** Every version with who saved it, when, why, and what it changed. */
export function VersionList({
  versions,
  onTake,
}: {
  versions: readonly QuestionVersion[];
  /** Takes an earlier version as the draft of the next one; null where one may not. */
  onTake: ((version: QuestionVersion) => void) | null;
}) {
  if (versions.length === 0) return null;
  return (
    <Section title="Versions" hint="none is ever overwritten">
      <ul>
        {versions.map((version, place) => {
          const before = versions[place + 1];
          return (
            <li key={version.version} className={styles.version}>
              <details>
                <summary className={styles.head}>
                  <strong>v{version.version}</strong>
                  <span className={styles.words}>
                    {version.reason || (before ? 'no reason given' : 'the first one')}
                  </span>
                  <span className="muted">
                    {version.createdByName}, {since(version.createdAt)}
                  </span>
                </summary>
                <div className={styles.body}>
                  {before && (
                    <ChangeList
                      changes={compareQuestions(askedQuestion(draftOf(before)), askedQuestion(draftOf(version)))}
                      isStringChanged={before.searchString !== version.searchString}
                    />
                  )}
                  <pre className={styles.string}>{version.searchString || 'No search string.'}</pre>
                  {onTake && place > 0 && (
                    <LinkButton onClick={() => onTake(version)}>{`Go back to version ${version.version}`}</LinkButton>
                  )}
                </div>
              </details>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
