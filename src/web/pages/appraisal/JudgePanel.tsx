import { Select, Textarea } from '@mantine/core';
import { IconCornerDownRight } from '@tabler/icons-react';
import { useState } from 'react';
import { type Judged, OVERALL } from '#core/appraisal/assess';
import type { AppraisalTool } from '#core/appraisal/tool';
import { BIAS_DIRECTIONS, type BiasDirection } from '#core/vocabulary';
import { type AssessmentOf, type DomainPlace, type JudgementGiven, NO_JUDGEMENT } from './appraisal.ts';
import { JudgementSign, judgementWord } from './JudgementSign.tsx';
import styles from './JudgePanel.module.css';

const DIRECTION_WORDS: Readonly<Record<BiasDirection, string>> = {
  '': 'Not said',
  'favours-intervention': 'Favours the intervention',
  'favours-comparator': 'Favours the comparator',
  'towards-no-effect': 'Towards no effect',
  'away-from-no-effect': 'Away from no effect',
  unpredictable: 'Unpredictable',
};

export interface JudgePanelProps {
  readonly tool: AppraisalTool;
  readonly place: DomainPlace;
  readonly judged: Judged;
  readonly given: JudgementGiven | undefined;
  readonly beside: readonly AssessmentOf[];
  readonly onJudge: ((judgement: JudgementGiven) => void) | undefined;
}

/** What the answers suggest and by which way, and what a person makes of it. */
export function JudgePanel({ tool, place, judged, given = NO_JUDGEMENT, beside, onJudge }: JudgePanelProps) {
  const { suggested, judgement, missing } = judged;
  const open = missing.filter(id => id !== judged.id);
  const isOverall = place.id === OVERALL;
  const differs = suggested !== null && judgement !== null && judgement !== suggested;
  return (
    <div className={styles.panel}>
      {isOverall && <p className={styles.caption}>Suggestion from the domains</p>}
      <div className={styles.suggestion}>
        <JudgementSign judgement={suggested} size={32} />
        <span className={styles.word}>{suggested ? judgementWord(suggested) : 'None yet'}</span>
        {judged.stars !== null && <span className={styles.muted}>{judged.stars} stars</span>}
      </div>
      {suggested ? <Path tool={tool} judged={judged} /> : <p className={styles.muted}>{whyNone(open, isOverall)}</p>}
      <hr className={styles.rule} />
      <h3 className={styles.title}>
        {isOverall ? 'Overall judgement' : `Your judgement for ${/^[A-Z]\d+$/.test(place.id) ? place.id : place.name}`}
      </h3>
      <div className={styles.choices}>
        {tool.judgements.map(word => (
          <button
            key={word}
            type="button"
            className={styles.choice}
            aria-pressed={judgement === word}
            aria-disabled={onJudge === undefined || open.length > 0 || undefined}
            onClick={() => {
              if (onJudge && open.length === 0) onJudge({ ...given, judgement: word === suggested ? null : word });
            }}
          >
            <JudgementSign judgement={word} />
            <span>{judgementWord(word)}</span>
            {word === suggested && <span className={styles.suggested}>suggested</span>}
          </button>
        ))}
      </div>
      {beside.map(one => (
        <p key={one.personId} className={styles.theirs}>
          <JudgementSign judgement={one.judged?.[judged.id]?.judgement ?? null} size={16} />
          <span>
            <strong>{one.name}</strong> {judgementWord(one.judged?.[judged.id]?.judgement ?? null)}
            {one.ownJudgements[judged.id]?.reason ? `: ${one.ownJudgements[judged.id]?.reason}` : ''}
          </span>
        </p>
      ))}
      {differs ? (
        <ReasonField key={judged.id} given={given} onJudge={onJudge} />
      ) : (
        onJudge &&
        suggested && (
          <p className={styles.muted}>You may judge otherwise. Pooled then asks for your reason and keeps both.</p>
        )
      )}
      {onJudge && open.length === 0 && judgement !== null && judgement !== 'low' && (
        <Select
          label="Which way does the bias go?"
          size="xs"
          data={BIAS_DIRECTIONS.map(value => ({ value, label: DIRECTION_WORDS[value] }))}
          value={given.direction}
          comboboxProps={{ withinPortal: false }}
          onChange={next => {
            const direction = BIAS_DIRECTIONS.find(word => word === next);
            if (direction !== undefined && direction !== given.direction) onJudge({ ...given, direction });
          }}
        />
      )}
    </div>
  );
}

function whyNone(open: readonly string[], isOverall: boolean): string {
  if (isOverall) return open.length > 0 ? `After ${open.join(', ')}.` : 'This tool leaves the whole to you.';
  if (open.length > 0) return `Still to answer: ${open.join(', ')}.`;
  return 'This tool has no rule here: judge it yourself, with the answers as support.';
}

/** The answers that the rule looked at, in its order, and what follows. */
function Path({ tool, judged }: { tool: AppraisalTool; judged: Judged }) {
  const questions = tool.domains.flatMap(domain => domain.questions);
  return (
    <ol className={styles.path}>
      {judged.path.map(({ question, answer }) => {
        const words = questions
          .find(({ id }) => id === question)
          ?.choices.find(choice => choice.answer === answer)?.words;
        const isDomain = words === undefined;
        const domain = tool.domains.find(({ id }) => id === question);
        return (
          <li key={question}>
            <span className={styles.number}>{isDomain && domain ? domain.id : question}</span>
            <span>{words ?? judgementWord(tool.judgements.find(word => word === answer) ?? null)}</span>
          </li>
        );
      })}
      <li>
        <IconCornerDownRight size={16} stroke={1.75} aria-label="leads to" />
        <strong>{judgementWord(judged.suggested)}</strong>
      </li>
    </ol>
  );
}

function ReasonField({ given, onJudge }: { given: JudgementGiven; onJudge: JudgePanelProps['onJudge'] }) {
  const [reason, setReason] = useState(given.reason);
  if (!onJudge) return <p className={styles.theirs}>{given.reason}</p>;
  return (
    <Textarea
      label="Why not as suggested"
      autosize
      minRows={2}
      maxLength={5000}
      value={reason}
      error={reason.trim() === '' ? 'Write why before you finish.' : undefined}
      onChange={event => setReason(event.currentTarget.value)}
      onBlur={() => {
        if (reason.trim() !== given.reason) onJudge({ ...given, reason: reason.trim() });
      }}
    />
  );
}
