import { whyNotAct } from '#policies/reviews';
import type { ReviewStanding } from '#policies/standing';
import type { ReviewFacts } from '#services/reviews/steps';

/** Something that a person can do now, with where on the page. */
export interface NextDeed {
  readonly deed: string;
  readonly title: string;
  readonly detail: string;
  readonly button: string;
  readonly path: string;
}

/** What a person has left to screen at a stage. */
export interface OwnWork {
  readonly 'title-and-abstract': number;
  readonly 'full-text': number;
}

const count = (n: number, noun: string) => `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`;

/** What this person can do now, the most pressing first: others wait for conflicts, then for one's own screening. */
export function nextDeeds(viewer: ReviewStanding, facts: ReviewFacts, own: OwnWork): NextDeed[] {
  const may = (act: Parameters<typeof whyNotAct>[1]) => whyNotAct(viewer, act) === null;
  const deeds: (NextDeed | false)[] = [
    ...conflictDeeds(facts),
    ...screeningDeeds(own),
    may('editQuestion') &&
      facts.questionVersion === 0 && {
        deed: 'write-question',
        title: 'Write the question',
        detail: 'Population, intervention, comparator and outcome; the search string follows from them.',
        button: 'Write the question',
        path: 'question',
      },
    may('import') &&
      facts.questionVersion > 0 &&
      facts.records === 0 && {
        deed: 'search',
        title: 'Find the records',
        detail: 'Search PubMed with the string of the question, or import the files of other databases.',
        button: 'Search or import',
        path: 'search',
      },
    may('findDuplicates') &&
      facts.records > 0 &&
      !facts.hasLookedForDuplicates && {
        deed: 'find-duplicates',
        title: 'Look for duplicates',
        detail: `${count(facts.records, 'record')} are here. What is certain is merged, what is doubtful is asked.`,
        button: 'Find duplicates',
        path: 'duplicates',
      },
    may('decidePairs') &&
      facts.doubtfulPairs > 0 && {
        deed: 'decide-pairs',
        title: `Decide on ${count(facts.doubtfulPairs, 'doubtful pair')}`,
        detail: 'They look alike, but not enough to merge them unseen.',
        button: 'Compare them',
        path: 'duplicates',
      },
    may('assign') &&
      facts.waiting > 0 &&
      facts.hasLookedForDuplicates && {
        deed: 'assign',
        title: `Give out ${count(facts.waiting, 'record')}`,
        detail: 'Nobody has been asked to screen them yet.',
        button: 'Give out records',
        path: 'team',
      },
    may('extract') &&
      facts.includedReports > facts.studies && {
        deed: 'extract',
        title: 'Extract the studies',
        detail: `${count(facts.includedReports, 'report')} included, ${facts.studies} ${facts.studies === 1 ? 'study' : 'studies'} so far.`,
        button: 'Extract',
        path: 'extraction',
      },
    may('planAppraisals') &&
      facts.studies > 0 &&
      facts.appraisals === 0 && {
        deed: 'plan-appraisals',
        title: 'Plan the appraisal of risk of bias',
        detail: 'Choose the tool, and whether two judge each result blind to each other.',
        button: 'Choose the tool',
        path: 'risk-of-bias',
      },
    may('appraise') &&
      facts.settledAppraisals < facts.appraisals && {
        deed: 'appraise',
        title: 'Judge the risk of bias',
        detail: `${facts.settledAppraisals.toLocaleString('en-US')} of ${count(facts.appraisals, 'appraisal')} settled so far.`,
        button: 'Judge the risk of bias',
        path: 'risk-of-bias',
      },
    may('analyse') &&
      facts.studies > 1 &&
      facts.analyses === 0 && {
        deed: 'analyse',
        title: 'Pool the results',
        detail: `${facts.studies} studies have been extracted.`,
        button: 'Pool the results',
        path: 'synthesis',
      },
    may('analyse') &&
      facts.analyses > 0 && {
        deed: 'read-result',
        title: 'Read the result',
        detail: 'The forest plot, and the flow diagram that goes with it.',
        button: 'See the forest plot',
        path: 'synthesis',
      },
  ];
  return deeds.filter(deed => deed !== false);
}

function conflictDeeds(facts: ReviewFacts): NextDeed[] {
  if (!facts.toSettle) return [];
  return Object.entries(facts.toSettle).flatMap(([stage, n]) =>
    n === 0
      ? []
      : [
          {
            deed: 'settle-conflicts',
            title: `Settle ${count(n, 'conflict')}`,
            detail: `Two screeners differ on ${n === 1 ? 'this record' : 'these records'}. Until it is settled, ${n === 1 ? 'it' : 'they'} can’t move on.`,
            button: 'Settle conflicts',
            path: `conflicts/${stage}`,
          },
        ],
  );
}

function screeningDeeds(own: OwnWork): NextDeed[] {
  const words = { 'title-and-abstract': ['Screen', 'record'], 'full-text': ['Read', 'report'] } as const;
  return (['title-and-abstract', 'full-text'] as const).flatMap(stage => {
    const left = own[stage];
    if (left === 0) return [];
    const [verb, noun] = words[stage];
    return [
      {
        deed: 'screen',
        title: `${verb} ${count(left, noun)}`,
        detail: 'Your decision is hidden from others. Leaving is safe: everything is saved at once.',
        button: 'Continue screening',
        path: `screening/${stage}`,
      },
    ];
  });
}
