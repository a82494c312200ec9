import type { Assessed } from '#core/appraisal/assess';
import type { AppraisalTool } from '#core/appraisal/tool';
import { LinkButton } from '../../parts/LinkButton.tsx';
import type { Draft } from './appraisal.ts';
import styles from './Desk.module.css';
import { JudgementSign, judgementWord } from './JudgementSign.tsx';

/** All domains with what stands and why: what the whole is made of. */
export function OverallDomains({
  tool,
  assessed,
  draft,
  onGo,
}: {
  tool: AppraisalTool;
  assessed: Assessed;
  draft: Draft;
  onGo: (id: string) => void;
}) {
  return (
    <section className={styles.questions} aria-label="All domains">
      <div className={styles.domainHead}>
        <h2 className={styles.domainTitle}>What the whole is made of</h2>
      </div>
      <ul className={styles.whole}>
        {assessed.domains.map((judged, place) => {
          const own = draft.ownJudgements[judged.id];
          return (
            <li key={judged.id}>
              <JudgementSign judgement={judged.judgement} />
              <span className={styles.wholeWords}>
                <span>
                  <strong>{tool.domains[place]?.name}</strong> {judgementWord(judged.judgement)}
                  {judged.needsReason && <span className={styles.lacks}> a reason is missing</span>}
                </span>
                {own?.reason && judged.judgement !== judged.suggested && (
                  <span className={styles.muted}>
                    Suggested {judgementWord(judged.suggested).toLowerCase()}: {own.reason}
                  </span>
                )}
                {own?.support && <span className={styles.muted}>{own.support}</span>}
              </span>
              <LinkButton onClick={() => onGo(judged.id)} label={`Go to ${tool.domains[place]?.name}`}>
                {judged.judgement === null ? 'Go there' : 'Look again'}
              </LinkButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
