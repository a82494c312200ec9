import { IconArrowLeft, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Judged, OVERALL } from '#core/appraisal/assess';
import type { AppraisalTool } from '#core/appraisal/tool';
import { ActionButton } from '../../parts/ActionButton.tsx';
import type { DomainPlace } from './appraisal.ts';
import { JudgementSign, judgementWord } from './JudgementSign.tsx';
import styles from './PhoneFoot.module.css';

/** Where there is no room for the panel: what is suggested, pinned above the foot, and the way on. */
export function PhoneFoot({
  place,
  tool,
  judged,
  onOpen,
  above,
  back,
  deed,
}: {
  /** What waits to be put somewhere. */
  above?: ReactNode;
  place: DomainPlace;
  tool: AppraisalTool;
  judged: Judged;
  onOpen: () => void;
  back: { readonly words: string; readonly go: () => void } | null;
  deed: ReactNode;
}) {
  const open = judged.missing.filter(id => id !== judged.id);
  const name = place.id === OVERALL ? 'the whole' : /^[A-Z]\d+$/.test(place.id) ? place.id : place.name;
  const last = judged.path.at(-1);
  const words = tool.domains
    .flatMap(domain => domain.questions)
    .find(({ id }) => id === last?.question)
    ?.choices.find(choice => choice.answer === last?.answer)?.words;
  return (
    <div className={styles.foot}>
      {above}
      <button type="button" className={styles.suggestion} onClick={onOpen}>
        <JudgementSign judgement={judged.judgement} size={30} />
        <span className={styles.words}>
          <span className={styles.claim}>
            {judged.judgement && judged.judgement !== judged.suggested
              ? `Judged ${judgementWord(judged.judgement)} for ${name}`
              : judged.suggested
                ? `Suggests ${judgementWord(judged.suggested)} for ${name}`
                : open.length > 0
                  ? `Nothing suggested yet for ${name}`
                  : `${name} is yours to judge`}
          </span>
          <span className={styles.why}>
            {open.length > 0
              ? `still open: ${open.slice(0, 5).join(', ')}`
              : judged.judgement !== null && judged.suggested !== null && judged.judgement !== judged.suggested
                ? `The answers suggest ${judgementWord(judged.suggested).toLowerCase()}.`
                : last && words
                  ? `${last.question} ${words} leads there. Press to judge otherwise.`
                  : 'Press to judge.'}
          </span>
        </span>
        <IconChevronUp size={20} stroke={1.75} aria-hidden="true" />
      </button>
      <div className={styles.deeds}>
        {back && (
          <ActionButton size="large" icon={<IconArrowLeft stroke={1.75} />} onClick={back.go}>
            {back.words}
          </ActionButton>
        )}
        {deed}
      </div>
    </div>
  );
}
