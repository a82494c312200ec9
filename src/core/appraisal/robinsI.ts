import { isJudgement, type Judgement } from '#core/appraisal/judgements';
import type { EffectOfInterest } from '#core/appraisal/rob2';
import {
  type Given,
  type SignallingDomain,
  type SignallingQuestion,
  signallingDomain,
} from '#core/appraisal/signallingDomain';
import type { AppraisalTool } from '#core/appraisal/tool';

const JUDGEMENTS = ['low', 'moderate', 'serious', 'critical', 'no-information'] as const satisfies readonly Judgement[];

const isYes = (given: Given, question: string) => given(question) === 'Y';
const isNo = (given: Given, question: string) => given(question) === 'N';
const isNotNo = (given: Given, question: string) => given(question) === 'Y' || given(question) === 'NI';
const isNotYes = (given: Given, question: string) => given(question) === 'N' || given(question) === 'NI';

/** Confounding is there from the start only: nobody switched, or not for reasons that matter. */
const isBaselineOnly = (given: Given) => isNotNo(given, '1.1') && (isNotYes(given, '1.2') || isNotYes(given, '1.3'));

const CONFOUNDING: SignallingDomain = {
  id: 'D1',
  name: 'Confounding',
  questions: [
    { id: '1.1', text: 'Could something else explain the effect of the intervention in this study?' },
    {
      id: '1.2',
      text: 'Was the time of participants split by the intervention that they were getting?',
      when: given => isNotNo(given, '1.1'),
    },
    {
      id: '1.3',
      text: 'Were stopping or switching likely to go with things that predict the outcome?',
      when: given => isYes(given, '1.2'),
    },
    {
      id: '1.4',
      text: 'Did the analysis control for all important confounders?',
      when: isBaselineOnly,
    },
    {
      id: '1.5',
      text: 'Were these confounders measured validly and reliably?',
      when: given => isYes(given, '1.4'),
    },
    {
      id: '1.6',
      text: 'Did the analysis control for anything that the intervention itself could have changed?',
      when: isBaselineOnly,
    },
    {
      id: '1.7',
      text: 'Did the analysis control for all important confounders, also for those that change over time?',
      when: given => isYes(given, '1.3'),
    },
    {
      id: '1.8',
      text: 'Were these confounders measured validly and reliably?',
      when: given => isYes(given, '1.7'),
    },
  ],
};

const SELECTION: SignallingDomain = {
  id: 'D2',
  name: 'Selection of participants',
  questions: [
    { id: '2.1', text: 'Were people chosen by something that was seen after the intervention began?' },
    {
      id: '2.2',
      text: 'If so, was it likely to go with the intervention?',
      when: given => isYes(given, '2.1'),
    },
    {
      id: '2.3',
      text: 'If so, was it likely to be influenced by the outcome or by a cause of it?',
      when: given => isYes(given, '2.2'),
    },
    { id: '2.4', text: 'Did follow-up and intervention begin together for most participants?' },
    {
      id: '2.5',
      text: 'Were methods used that are likely to correct for how people were chosen?',
      when: given => isYes(given, '2.3') || isNo(given, '2.4'),
    },
  ],
};

const CLASSIFICATION: SignallingDomain = {
  id: 'D3',
  name: 'Classification of interventions',
  questions: [
    { id: '3.1', text: 'Were the groups clearly defined?' },
    { id: '3.2', text: 'Was what defines them recorded when the intervention began?' },
    { id: '3.3', text: 'Could knowledge of the outcome, or of its risk, have influenced who was put in which group?' },
  ],
};

const DEPARTURES: Readonly<Record<EffectOfInterest, readonly SignallingQuestion[]>> = {
  assignment: [
    { id: '4.1', text: 'Were there departures from the intervention beyond those of usual practice?' },
    {
      id: '4.2',
      text: 'If so, were they unbalanced between the groups and likely to have changed the outcome?',
      when: given => isYes(given, '4.1'),
    },
  ],
  adherence: [
    { id: '4.3', text: 'Were important other treatments balanced between the groups?' },
    { id: '4.4', text: 'Was the intervention delivered as meant for most participants?' },
    { id: '4.5', text: 'Did participants stick to it?' },
    {
      id: '4.6',
      text: 'If not, was an analysis used that can estimate the effect of starting and adhering?',
      when: given => ['4.3', '4.4', '4.5'].some(question => isNo(given, question)),
    },
  ],
};

const MISSING_DATA: SignallingDomain = {
  id: 'D5',
  name: 'Missing data',
  questions: [
    { id: '5.1', text: 'Is the outcome known for everybody, or nearly everybody?' },
    { id: '5.2', text: 'Were people left out because their intervention was not known?' },
    { id: '5.3', text: 'Were people left out because other values for the analysis were missing?' },
    ...(['5.4', '5.5'] as const).map(
      (id): SignallingQuestion => ({
        id,
        text:
          id === '5.4'
            ? 'Were share and reasons of what is missing alike in the groups?'
            : 'Is there evidence that the result holds in spite of what is missing?',
        when: given => isNo(given, '5.1') || isYes(given, '5.2') || isYes(given, '5.3'),
      }),
    ),
  ],
};

const MEASUREMENT: SignallingDomain = {
  id: 'D6',
  name: 'Measurement of outcomes',
  questions: [
    { id: '6.1', text: 'Could knowledge of the intervention have influenced the outcome as measured?' },
    { id: '6.2', text: 'Did those who assessed the outcome know the intervention?' },
    { id: '6.3', text: 'Was the outcome assessed in the same way in the groups?' },
    { id: '6.4', text: 'Were there errors of measurement that go with the intervention?' },
  ],
};

const REPORTED_RESULT: SignallingDomain = {
  id: 'D7',
  name: 'Selection of the reported result',
  questions: [
    { id: '7.1', text: 'Was the number likely picked from several measurements of the outcome?' },
    { id: '7.2', text: 'Was it likely picked from several analyses?' },
    { id: '7.3', text: 'Was it likely picked from several subgroups?' },
  ],
};

/** At least as severe as the worst domain; "no information" where that is all that speaks against low or moderate. */
function overall(judgements: readonly Judgement[]): Judgement {
  const bySeverity = ['critical', 'serious', 'no-information', 'moderate'] as const;
  return bySeverity.find(judgement => judgements.includes(judgement)) ?? 'low';
}

function robinsIFor(effect: EffectOfInterest): AppraisalTool {
  const departures = { id: 'D4', name: 'Departures from the intended intervention', questions: DEPARTURES[effect] };
  const domains = [CONFOUNDING, SELECTION, CLASSIFICATION, departures, MISSING_DATA, MEASUREMENT, REPORTED_RESULT];
  return {
    id: 'robins-i',
    name: 'ROBINS-I, version of 2016',
    guidance: 'https://www.riskofbias.info/welcome/home/current-version-of-robins-i',
    judgements: JUDGEMENTS,
    domains: domains.map(domain =>
      signallingDomain(domain, answers => {
        const stated = answers[domain.id];
        return isJudgement(stated) && JUDGEMENTS.some(judgement => judgement === stated) ? stated : undefined;
      }),
    ),
    overall,
  };
}

/**
 * Risk of bias in a study of an intervention without randomisation (Sterne JAC et al. 2016, doi:10.1136/bmj.i4919).
 * The tool has no rule from answers to judgements: a person judges each domain (under its id) with the answers as
 * support, and only the overall judgement follows.
 */
export const ROBINS_I: Readonly<Record<EffectOfInterest, AppraisalTool>> = {
  assignment: robinsIFor('assignment'),
  adherence: robinsIFor('adherence'),
};
