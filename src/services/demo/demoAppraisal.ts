import type { Judgement } from '#core/appraisal/judgements';
import type { StoredAnswer, StoredJudgement } from '#entities/Assessment';
import { planAppraisals } from '#services/appraisal/planAppraisals';
import { loadAppraisals } from '#services/appraisal/readAppraisals';
import { settleAppraisal } from '#services/appraisal/settleAppraisal';
import { finishAssessment, saveAssessment } from '#services/appraisal/writeAssessment';
import type { Context } from '#services/context';
import { demoAllocation } from '#services/demo/demoReport';
import type { DemoTeam } from '#services/demo/demoTeam';
import { DEMO_TRIALS, type DemoTrial } from '#services/demo/demoTrials';

export const DEMO_APPRAISAL_NOTE = 'Judgements are invented examples, not an appraisal of these trials.';

type Level = 'low' | 'some-concerns' | 'high';
type Letters = Readonly<Record<string, string>>;

/** Answers that lead to a judgement of a domain, by the rules of RoB 2. */
const ANSWERS: Readonly<Record<string, Readonly<Partial<Record<Level, Letters>>>>> = {
  D1: {
    low: { '1.1': 'Y', '1.2': 'PY', '1.3': 'N' },
    'some-concerns': { '1.1': 'PY', '1.2': 'NI', '1.3': 'PN' },
    high: { '1.1': 'N', '1.2': 'N', '1.3': 'PN' },
  },
  D2: {
    low: { '2.1': 'PY', '2.2': 'Y', '2.3': 'PN', '2.6': 'Y' },
    'some-concerns': { '2.1': 'Y', '2.2': 'Y', '2.3': 'NI', '2.6': 'PY' },
  },
  D3: { low: { '3.1': 'PY' }, 'some-concerns': { '3.1': 'N', '3.2': 'N', '3.3': 'PY', '3.4': 'PN' } },
  D4: {
    low: { '4.1': 'N', '4.2': 'PN', '4.3': 'N' },
    'some-concerns': { '4.1': 'N', '4.2': 'NI', '4.3': 'PN' },
  },
  D5: {
    low: { '5.1': 'PY', '5.2': 'N', '5.3': 'N' },
    'some-concerns': { '5.1': 'NI', '5.2': 'PN', '5.3': 'N' },
  },
};

const FIRST_DOMAIN: Readonly<Record<string, readonly [Level, string]>> = {
  alternate: ['high', 'Example: allocation by alternation, so the next group was known beforehand.'],
  systematic: ['high', 'Example: allocation by a system that could be foreseen.'],
  random: ['some-concerns', 'Example: random, but nothing is said on how allocation was hidden.'],
};

/** Trials whose examples differ from what their kind of allocation alone would say, and domains with concerns. */
const HIDDEN = new Set(['Rosenthal 1960', 'Coetzee & Berjak 1968', 'Hart & Sutherland 1977', 'TPT Madras 1980']);
const CONCERNS: Readonly<Record<string, readonly string[]>> = {
  D2: ['Stein & Aronson 1953', 'Comstock & Webster 1969'],
  D3: ['Ferguson & Simes 1949', 'Frimodt-Møller 1973', 'Comstock 1976'],
  D4: ['Rosenthal 1961'],
};
const REGISTERED = new Set(['Rosenthal 1960', 'Comstock 1974', 'Hart & Sutherland 1977']);
/** What the second assessor first judged otherwise, until the two talked. */
const SECOND_THOUGHTS: Readonly<Record<string, readonly [string, Level]>> = {
  'Vandiviere 1973': ['D3', 'some-concerns'],
  'Comstock 1974': ['D4', 'some-concerns'],
  'TPT Madras 1980': ['D2', 'some-concerns'],
};

interface Example {
  readonly answers: Record<string, StoredAnswer>;
  readonly ownJudgements: Record<string, StoredJudgement>;
}

function exampleOf(label: string, otherwise?: readonly [string, Level]): Example {
  const trial = DEMO_TRIALS.find(one => one.label === label);
  const allocation = trial?.allocation ?? 'random';
  const [byAllocation, support] = HIDDEN.has(label)
    ? (['low', 'Example: drawn by chance, and hidden until people had been enrolled.'] as const)
    : (FIRST_DOMAIN[allocation] ?? (['some-concerns', ''] as const));
  const levels: Record<string, Level> = {
    D1: byAllocation,
    ...Object.fromEntries(
      ['D2', 'D3', 'D4'].map(id => [id, CONCERNS[id]?.includes(label) ? 'some-concerns' : 'low'] as const),
    ),
    D5: REGISTERED.has(label) ? 'low' : 'some-concerns',
    ...(otherwise ? { [otherwise[0]]: otherwise[1] } : {}),
  };
  const letters = Object.entries(levels).flatMap(([id, level]) => Object.entries(ANSWERS[id]?.[level] ?? {}));
  const none: Judgement | null = null;
  return {
    answers: Object.fromEntries(
      letters.map(([question, answer]) => [
        question,
        { answer, ...(question === '1.1' && trial ? quoted(trial) : { quote: '', page: '' }), note: '' },
      ]),
    ),
    ownJudgements: { D1: { judgement: none, reason: '', support, direction: '' } },
  };
}

function quoted(trial: DemoTrial) {
  const { quote, page } = demoAllocation(trial);
  return { quote, page: String(page) };
}

/** Risk of bias of the thirteen results as invented examples: two assessors, who differ on three, and their consensus. */
export async function fillDemoAppraisals(ctx: Context, { lead, second }: DemoTeam, reviewId: string): Promise<void> {
  const plan = { tool: 'rob2', variant: 'assignment', assessorsNeeded: 2, outcomeIds: [], studyIds: [] } as const;
  await planAppraisals(ctx, lead, reviewId, { ...plan, note: DEMO_APPRAISAL_NOTE });
  for (const { appraisal, study } of await loadAppraisals(ctx, reviewId)) {
    const key = { reviewId, appraisalId: appraisal.appraisalId };
    const example = exampleOf(study.label);
    await saveAssessment(ctx, second, key, example);
    await finishAssessment(ctx, second, key, true);
    await saveAssessment(ctx, lead, key, exampleOf(study.label, SECOND_THOUGHTS[study.label]));
    await finishAssessment(ctx, lead, key, true);
    await settleAppraisal(ctx, second, key, example);
  }
}
