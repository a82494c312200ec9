import { worstOf } from '#core/appraisal/judgements';
import { type Ask, type Given, type SignallingDomain, signallingDomain } from '#core/appraisal/signallingDomain';
import type { AppraisalTool } from '#core/appraisal/tool';

/** Which effect a result is meant to estimate: of being assigned to the intervention, or of adhering to it. */
export const EFFECTS_OF_INTEREST = ['assignment', 'adherence'] as const;
export type EffectOfInterest = (typeof EFFECTS_OF_INTEREST)[number];

const LEVELS = ['low', 'some-concerns', 'high'] as const;
type Level = (typeof LEVELS)[number];

const isYesOrUnknown = (answer: string | undefined) => answer === 'Y' || answer === 'NI';
const isNoOrUnknown = (answer: string | undefined) => answer === 'N' || answer === 'NI';

function worse(first: Level, second: Level): Level {
  return LEVELS.indexOf(first) > LEVELS.indexOf(second) ? first : second;
}

const RANDOMISATION: SignallingDomain = {
  id: 'D1',
  name: 'Randomisation process',
  questions: [
    { id: '1.1', text: 'Was the order of allocation produced by chance?' },
    { id: '1.2', text: 'Was the coming allocation hidden until people were enrolled and assigned?' },
    { id: '1.3', text: 'Do differences at the start hint at a faulty randomisation?' },
  ],
  rule: ask => {
    const hidden = ask('1.2');
    if (hidden === 'N') return 'high';
    if (hidden === 'NI') return ask('1.3') === 'Y' ? 'high' : 'some-concerns';
    if (ask('1.1') === 'N') return 'some-concerns';
    return ask('1.3') === 'Y' ? 'some-concerns' : 'low';
  },
};

const AWARENESS = [
  { id: '2.1', text: 'Did participants know their group during the trial?' },
  { id: '2.2', text: 'Did carers, or those who gave the intervention, know the group?' },
] as const;

const someoneKnew = (given: Given) => isYesOrUnknown(given('2.1')) || isYesOrUnknown(given('2.2'));

function departuresFromTheTrial(ask: Ask): Level {
  const [participants, carers] = [ask('2.1'), ask('2.2')];
  if (participants === 'N' && carers === 'N') return 'low';
  const departed = ask('2.3');
  if (departed === 'N') return 'low';
  if (departed === 'NI') return 'some-concerns';
  if (ask('2.4') === 'N') return 'some-concerns';
  return ask('2.5') === 'Y' ? 'some-concerns' : 'high';
}

function analysisByAssignment(ask: Ask): Level {
  if (ask('2.6') === 'Y') return 'low';
  return ask('2.7') === 'N' ? 'some-concerns' : 'high';
}

const ASSIGNMENT: SignallingDomain = {
  id: 'D2',
  name: 'Departures from the intended intervention',
  questions: [
    ...AWARENESS,
    { id: '2.3', text: 'Did the setting of the trial itself lead to departures from the plan?', when: someoneKnew },
    {
      id: '2.4',
      text: 'Could these departures have changed the outcome?',
      when: given => given('2.3') === 'Y',
    },
    {
      id: '2.5',
      text: 'Were these departures alike in both groups?',
      when: given => isYesOrUnknown(given('2.4')),
    },
    { id: '2.6', text: 'Was the analysis right for the effect of being assigned (everybody in the group assigned)?' },
    {
      id: '2.7',
      text: 'If not, could that have changed the result much?',
      when: given => isNoOrUnknown(given('2.6')),
    },
  ],
  rule: ask => worse(departuresFromTheTrial(ask), analysisByAssignment(ask)),
};

/** Whether something went wrong that only a suitable analysis can put right. */
const needsAnalysisOfAdherence = (given: Given) =>
  (someoneKnew(given) && isNoOrUnknown(given('2.3'))) || isYesOrUnknown(given('2.4')) || isYesOrUnknown(given('2.5'));

const ADHERENCE: SignallingDomain = {
  id: 'D2',
  name: 'Departures from the intended intervention',
  questions: [
    ...AWARENESS,
    {
      id: '2.3',
      text: 'Were important other treatments, which the protocol did not ask for, balanced between the groups?',
      when: someoneKnew,
      mayNotApply: true,
    },
    {
      id: '2.4',
      text: 'Was the intervention not delivered as meant, in a way that could change the outcome?',
      mayNotApply: true,
    },
    { id: '2.5', text: 'Did people not stick to it, in a way that could change the outcome?', mayNotApply: true },
    {
      id: '2.6',
      text: 'Was an analysis used that can estimate the effect of adhering?',
      when: needsAnalysisOfAdherence,
    },
  ],
  rule: ask => {
    const answers = new Map(['2.1', '2.2', '2.3', '2.4', '2.5'].map(question => [question, ask(question)]));
    const given: Given = question => {
      const answer = answers.get(question);
      return answer === 'NA' ? undefined : answer;
    };
    if (!needsAnalysisOfAdherence(given)) return 'low';
    return ask('2.6') === 'Y' ? 'some-concerns' : 'high';
  },
};

const MISSING_DATA: SignallingDomain = {
  id: 'D3',
  name: 'Missing outcome data',
  questions: [
    { id: '3.1', text: 'Is the outcome known for everybody, or nearly everybody, who was randomised?' },
    {
      id: '3.2',
      text: 'Is there proof that what is missing did not bias the result?',
      when: given => isNoOrUnknown(given('3.1')),
      needsInformation: true,
    },
    {
      id: '3.3',
      text: 'Could being missing depend on the true outcome?',
      when: given => given('3.2') === 'N',
    },
    { id: '3.4', text: 'Is it likely that it did?', when: given => isYesOrUnknown(given('3.3')) },
  ],
  rule: ask => {
    if (ask('3.1') === 'Y') return 'low';
    if (ask('3.2') === 'Y') return 'low';
    if (ask('3.3') === 'N') return 'low';
    return ask('3.4') === 'N' ? 'some-concerns' : 'high';
  },
};

const MEASUREMENT: SignallingDomain = {
  id: 'D4',
  name: 'Measurement of the outcome',
  questions: [
    { id: '4.1', text: 'Was the way of measuring the outcome unsuitable?' },
    { id: '4.2', text: 'Could measuring have differed between the groups?' },
    {
      id: '4.3',
      text: 'Did those who assessed the outcome know the group?',
      when: given => isNoOrUnknown(given('4.1')) && isNoOrUnknown(given('4.2')),
    },
    {
      id: '4.4',
      text: 'Could knowing it have influenced the assessment?',
      when: given => isYesOrUnknown(given('4.3')),
    },
    { id: '4.5', text: 'Is it likely that it did?', when: given => isYesOrUnknown(given('4.4')) },
  ],
  rule: ask => {
    const [unsuitable, differed] = [ask('4.1'), ask('4.2')];
    if (unsuitable === 'Y' || differed === 'Y') return 'high';
    const base: Level = differed === 'NI' ? 'some-concerns' : 'low';
    if (ask('4.3') === 'N') return base;
    if (ask('4.4') === 'N') return base;
    return ask('4.5') === 'N' ? 'some-concerns' : 'high';
  },
};

const REPORTED_RESULT: SignallingDomain = {
  id: 'D5',
  name: 'Selection of the reported result',
  questions: [
    { id: '5.1', text: 'Was it analysed by a plan that was fixed before outcome data were unblinded?' },
    { id: '5.2', text: 'Was the number picked from several measurements of the outcome?' },
    { id: '5.3', text: 'Was the number picked from several analyses?' },
  ],
  rule: ask => {
    const picked = [ask('5.2'), ask('5.3')];
    if (picked.includes('Y')) return 'high';
    if (picked.includes('NI')) return 'some-concerns';
    return ask('5.1') === 'Y' ? 'low' : 'some-concerns';
  },
};

function rob2For(effect: EffectOfInterest): AppraisalTool {
  const departures = effect === 'assignment' ? ASSIGNMENT : ADHERENCE;
  return {
    id: 'rob2',
    name: 'RoB 2, individually randomised parallel trials',
    guidance: 'https://www.riskofbias.info/welcome/rob-2-0-tool',
    judgements: LEVELS,
    domains: [RANDOMISATION, departures, MISSING_DATA, MEASUREMENT, REPORTED_RESULT].map(domain =>
      signallingDomain(domain),
    ),
    overall: judgements => worstOf(judgements, LEVELS),
  };
}

/**
 * Risk of bias in a result of a randomised trial (Sterne JAC et al. 2019, doi:10.1136/bmj.l4898), for both effects of
 * interest. The overall suggestion is the worst domain; a person may raise several concerns to high, with a reason.
 * Agrees with the reference cases in every domain (600 assessments).
 */
export const ROB2: Readonly<Record<EffectOfInterest, AppraisalTool>> = {
  assignment: rob2For('assignment'),
  adherence: rob2For('adherence'),
};
