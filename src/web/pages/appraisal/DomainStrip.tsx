import type { Assessed } from '#core/appraisal/assess';
import type { AppraisalTool } from '#core/appraisal/tool';
import { type Draft, placesOf, shortName } from './appraisal.ts';
import styles from './Desk.module.css';
import { JudgementSign, judgementWord } from './JudgementSign.tsx';

/** One mark a domain, with what stands or how far it is. */
export function DomainStrip({
  tool,
  assessed,
  draft,
  here,
  onGo,
}: {
  tool: AppraisalTool;
  assessed: Assessed;
  draft: Draft;
  here: string;
  onGo: (id: string) => void;
}) {
  const all = [...assessed.domains, assessed.overall];
  const letters = Object.fromEntries(Object.entries(draft.answers).map(([question, { answer }]) => [question, answer]));
  return (
    <nav className={styles.strip} aria-label="Domains">
      {placesOf(tool).map(({ id, name }, place) => {
        const judged = all[place];
        const domain = tool.domains[place];
        const asked = domain?.asked(letters) ?? [];
        const answered = asked.filter(question => letters[question]).length;
        const state =
          judged?.judgement != null
            ? judgementWord(judged.judgement)
            : !domain
              ? 'after the domains'
              : asked.length === 0 || answered === asked.length
                ? 'yours to judge'
                : answered === 0
                  ? 'not begun'
                  : `${answered} of ${asked.length} answered`;
        return (
          <button
            key={id}
            type="button"
            className={styles.domain}
            data-overall={!domain || undefined}
            aria-current={id === here ? 'step' : undefined}
            onClick={() => onGo(id)}
          >
            <JudgementSign judgement={judged?.judgement ?? null} />
            <span className={styles.domainWords}>
              <span className={styles.domainName}>
                <span className={styles.domainLong}>{shortName(name)}</span>
                <span className={styles.domainShort}>{domain ? id : 'Overall'}</span>
              </span>
              <span className={styles.domainState}>
                {domain && /^[A-Z]\d+$/.test(id) ? `${id} · ` : ''}
                {judged?.stars != null ? `${judged.stars} ${judged.stars === 1 ? 'star' : 'stars'}` : state}
              </span>
            </span>
          </button>
        );
      })}
    </nav>
  );
}
