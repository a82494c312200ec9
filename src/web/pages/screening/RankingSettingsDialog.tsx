import { NumberInput, Radio, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { setRanking } from '#contract/ranking';
import { LESSON_SOURCES, STOPPING_RULES, type Stage, type StoppingRule } from '#core/vocabulary';
import { call } from '../../call.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FormProblem } from '../../parts/FormProblem.tsx';
import { toast } from '../../parts/toast.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import styles from './RankingPage.module.css';
import { type RankingOfStage, useFreshReview } from './rankingQueries.ts';
import { LESSON_WORDS } from './rankingWords.ts';

const RULE_NAMES: Readonly<Record<StoppingRule, string>> = {
  test: 'Statistical test (hypergeometric)',
  run: 'So many irrelevant records in a row',
  sample: 'A random sample of the rest',
};

export interface RankingSettingsDialogProps {
  readonly reviewId: string;
  readonly stage: Stage;
  readonly settings: RankingOfStage['settings'];
  readonly onClose: () => void;
}

/** Whether records are ranked, what an order may learn from, and when screening may end. */
export function RankingSettingsDialog({ reviewId, stage, settings, onClose }: RankingSettingsDialogProps) {
  const refresh = useFreshReview(reviewId);
  const [next, setNext] = useState(settings);
  const change = (part: Partial<RankingOfStage['settings']>) => setNext({ ...next, ...part });
  const save = useMutation({
    mutationFn: () => call(setRanking, { params: { reviewId, stage }, body: next }),
    onSuccess: async () => {
      toast({ text: next.isOn ? 'Records are ranked' : 'Records come as they were given out' });
      onClose();
      await refresh();
    },
  });
  const errors = useFieldErrors(save.error, ['targetRecall', 'confidence', 'irrelevantRun', 'seed']);
  const percent = (name: 'targetRecall' | 'confidence', label: string) => (
    <NumberInput
      {...{ label, name, min: 50, max: 99.9, step: 1, decimalScale: 1, suffix: ' %' }}
      error={errors.of(name)}
      value={Math.round(next[name] * 1000) / 10}
      onChange={value => {
        if (typeof value === 'number') change({ [name]: value / 100 });
      }}
    />
  );
  return (
    <Dialog title="Ranking and stopping" onClose={onClose}>
      <form
        ref={errors.form}
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (!save.isPending) save.mutate();
        }}
      >
        <FormProblem problem={save.error} errors={errors} />
        <Switch
          label={
            <>
              Rank the records of this stage
              <span className={styles.means}>
                Most promising first, learned again after decisions. An order never decides.
              </span>
            </>
          }
          checked={next.isOn}
          onChange={event => change({ isOn: event.currentTarget.checked })}
        />
        <Radio.Group
          label="An order learns from"
          value={next.learnsFrom}
          onChange={value => {
            const learnsFrom = LESSON_SOURCES.find(source => source === value);
            if (learnsFrom) change({ learnsFrom });
          }}
        >
          <div className={styles.form}>
            {LESSON_SOURCES.map(source => (
              <Radio
                key={source}
                value={source}
                label={
                  <>
                    {LESSON_WORDS[source].name}
                    <span className={styles.means}>{LESSON_WORDS[source].means}</span>
                  </>
                }
              />
            ))}
          </div>
        </Radio.Group>
        <Radio.Group
          label="The protocol’s stopping rule"
          description="All three are shown; this one decides."
          value={next.stoppingRule}
          onChange={value => {
            const stoppingRule = STOPPING_RULES.find(rule => rule === value);
            if (stoppingRule) change({ stoppingRule });
          }}
        >
          <div className={styles.form}>
            {STOPPING_RULES.map(rule => (
              <Radio key={rule} value={rule} label={RULE_NAMES[rule]} />
            ))}
          </div>
        </Radio.Group>
        <div className={styles.fields}>
          {percent('targetRecall', 'Recall to reach')}
          {percent('confidence', 'Confidence')}
          <NumberInput
            label="Irrelevant in a row"
            name="irrelevantRun"
            min={1}
            max={100_000}
            allowDecimal={false}
            error={errors.of('irrelevantRun')}
            value={next.irrelevantRun}
            onChange={value => {
              if (typeof value === 'number') change({ irrelevantRun: value });
            }}
          />
        </div>
        <ActionButton kind="primary" type="submit" isWorking={save.isPending}>
          Keep these settings
        </ActionButton>
      </form>
    </Dialog>
  );
}
