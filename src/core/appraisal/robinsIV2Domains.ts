import type { GradedDomain, Is } from '#core/appraisal/gradedDomain';
import type { Judgement } from '#core/appraisal/judgements';
import type { EffectOfInterest } from '#core/appraisal/rob2';

/** Whether there is any use in going on. */
export const TRIAGE: GradedDomain = {
  id: 'B',
  name: 'Before you begin',
  questions: [
    { id: 'B1', kind: 'sure', text: 'Did the authors try at all to control for confounding?' },
    {
      id: 'B2',
      kind: 'sure',
      text: 'If not, can confounding be so strong that the result is of no use?',
      when: is => is('B1', 'N'),
    },
    { id: 'B3', kind: 'sure', text: 'Was the way of measuring the outcome unsuitable?' },
  ],
  rule: is => (is('B2', 'Y') || is('B3', 'Y') ? 'critical' : 'low'),
};

/** Between the two ways in which a last question can be answered. */
const ifYes = (is: Is, question: string, yes: Judgement, no: Judgement) => (is(question, 'Y') ? yes : no);

const NEGATIVE_CONTROLS = 'Do negative controls, bias analyses or other reasons hint at serious confounding left over?';

export const CONFOUNDING: Readonly<Record<EffectOfInterest, GradedDomain>> = {
  assignment: {
    id: 'D1',
    name: 'Confounding',
    questions: [
      { id: '1.1', kind: 'gradedNo', text: 'Was every important confounder controlled for, where that was needed?' },
      {
        id: '1.2',
        kind: 'gradedNo',
        text: 'Were these confounders measured validly and reliably?',
        when: is => is('1.1', 'Y', 'WN'),
      },
      {
        id: '1.3',
        kind: 'plain',
        text: 'Was anything controlled for that the intervention could have changed?',
        when: is => is('1.1', 'Y', 'WN'),
      },
      { id: '1.4', kind: 'sure', text: NEGATIVE_CONTROLS },
    ],
    rule: is => {
      if (is('1.1', 'SN', 'NI') || is('1.3', 'Y')) return ifYes(is, '1.4', 'critical', 'serious');
      if (is('1.2', 'SN', 'NI')) return 'serious';
      return ifYes(is, '1.4', 'moderate', 'low-except-confounding');
    },
  },
  adherence: {
    id: 'D1',
    name: 'Confounding',
    questions: [
      { id: '1.1', kind: 'plain', text: 'Could the analysis control for confounding that changes over time?' },
      {
        id: '1.2',
        kind: 'gradedNo',
        text: 'Was every important confounder controlled for, from the start and over time?',
        when: is => is('1.1', 'Y'),
      },
      {
        id: '1.3',
        kind: 'gradedNo',
        text: 'Were these confounders measured validly and reliably?',
        when: is => is('1.2', 'Y', 'WN'),
      },
      {
        id: '1.4',
        kind: 'plain',
        text: 'Was anything controlled for that was measured after the intervention began?',
        when: is => is('1.1', 'N', 'NI'),
      },
      { id: '1.5', kind: 'sure', text: NEGATIVE_CONTROLS },
    ],
    rule: is => {
      if (is('1.1', 'N', 'NI')) return is('1.4', 'Y') ? 'critical' : ifYes(is, '1.5', 'critical', 'serious');
      if (is('1.2', 'SN', 'NI') || is('1.3', 'SN', 'NI')) return 'serious';
      if (is('1.2', 'Y') && is('1.3', 'Y')) return ifYes(is, '1.5', 'moderate', 'low');
      return ifYes(is, '1.5', 'serious', 'low-except-confounding');
    },
  },
};

/** From how well the strategies could be told apart, one step worse where further errors are likely. */
const STEPS = ['low', 'moderate', 'serious', 'critical'] as const;

export const CLASSIFICATION: GradedDomain = {
  id: 'D2',
  name: 'Classification of interventions',
  questions: [
    { id: '2.1', kind: 'plain', text: 'Could the strategies be told apart when follow-up would have begun?' },
    {
      id: '2.2',
      kind: 'plain',
      text: 'If not, did nearly all outcomes happen after they could be told apart?',
      when: is => is('2.1', 'N', 'NI'),
    },
    {
      id: '2.3',
      kind: 'gradedYes',
      text: 'If not, did the analysis avoid the trouble that comes of it?',
      when: is => is('2.2', 'N', 'NI'),
    },
    {
      id: '2.4',
      kind: 'gradedYes',
      text: 'Could knowledge of the outcome, or of its risk, have influenced the groups?',
    },
    { id: '2.5', kind: 'plain', text: 'Were other errors in telling the groups apart likely?' },
  ],
  rule: is => {
    const from = startOfClassification(is);
    if (from === null || from === 'critical') return from;
    const place = STEPS.indexOf(from);
    return is('2.5', 'N') ? from : (STEPS[place + 1] ?? 'critical');
  },
};

/** The source has no rule where the analysis avoided the trouble and knowledge had a slight or unknown influence. */
function startOfClassification(is: Is): (typeof STEPS)[number] | null {
  if (is('2.1', 'Y') || is('2.2', 'Y')) return is('2.4', 'N') ? 'low' : is('2.4', 'SY') ? 'serious' : 'moderate';
  if (is('2.3', 'N')) return is('2.4', 'N') ? 'serious' : 'critical';
  return is('2.4', 'N') ? 'moderate' : is('2.4', 'SY') ? 'serious' : null;
}

export const SELECTION: GradedDomain = {
  id: 'D3',
  name: 'Selection of participants',
  questions: [
    { id: '3.1', kind: 'gradedNo', text: 'Did follow-up in the analysis begin when the strategies began?' },
    {
      id: '3.2',
      kind: 'plain',
      text: 'Were early outcomes after the beginning left out?',
      when: is => is('3.1', 'Y'),
    },
    {
      id: '3.3',
      kind: 'plain',
      text: 'Were people chosen by something else that was seen after the intervention began?',
    },
    { id: '3.4', kind: 'plain', text: 'If so, was it likely to go with the intervention?', when: is => is('3.3', 'Y') },
    {
      id: '3.5',
      kind: 'plain',
      text: 'If so, was it likely to be influenced by the outcome or a cause of it?',
      when: is => is('3.4', 'Y'),
    },
    {
      id: '3.6',
      kind: 'plain',
      text: 'Did the analysis probably correct for all of this?',
      when: is => is('3.1', 'SN') || is('3.5', 'Y'),
    },
    {
      id: '3.7',
      kind: 'plain',
      text: 'If not, do sensitivity analyses show that it hardly matters?',
      when: is => is('3.6', 'N', 'NI'),
    },
    {
      id: '3.8',
      kind: 'plain',
      text: 'If not, is it so severe that the result should not be pooled?',
      when: is => is('3.7', 'N', 'NI'),
    },
  ],
  rule: is => {
    if (is('3.1', 'SN') || is('3.5', 'Y')) {
      if (is('3.6', 'Y') || is('3.7', 'Y')) return 'moderate';
      return ifYes(is, '3.8', 'critical', 'serious');
    }
    const isLateStart = is('3.1', 'WN', 'NI') || is('3.2', 'Y');
    const isChosen = is('3.3', 'NI') || is('3.4', 'NI') || is('3.5', 'N', 'NI');
    return isLateStart || isChosen ? 'moderate' : 'low';
  },
};

const COMPLETE = ['4.1', '4.2', '4.3'] as const;
const isIncomplete = (is: Is) => COMPLETE.some(question => is(question, 'N', 'NI'));
const needsEvidence = (is: Is) =>
  is('4.5', 'Y', 'NI') || is('4.8', 'N', 'NI') || is('4.9', 'WN', 'SN', 'NI') || is('4.10', 'WN', 'SN', 'NI');

export const MISSING_DATA: GradedDomain = {
  id: 'D4',
  name: 'Missing data',
  questions: [
    { id: '4.1', kind: 'plain', text: 'Is the intervention known for everybody, or nearly everybody?' },
    { id: '4.2', kind: 'plain', text: 'Is the outcome known for everybody, or nearly everybody?' },
    { id: '4.3', kind: 'plain', text: 'Are the important confounders known for everybody, or nearly everybody?' },
    { id: '4.4', kind: 'plain', text: 'Were only people with complete data analysed?', when: isIncomplete },
    {
      id: '4.5',
      kind: 'plain',
      text: 'If so, was being left out likely to go with the true outcome?',
      when: is => is('4.4', 'Y', 'NI'),
    },
    {
      id: '4.6',
      kind: 'gradedNo',
      text: 'If so, do variables of the model probably explain that?',
      when: is => is('4.5', 'Y', 'NI'),
    },
    {
      id: '4.7',
      kind: 'plain',
      text: 'If not only complete data, were missing values imputed?',
      when: is => is('4.4', 'N'),
    },
    { id: '4.8', kind: 'plain', text: 'If so, may one take them as missing at random?', when: is => is('4.7', 'Y') },
    { id: '4.9', kind: 'gradedNo', text: 'If so, was the imputation done well?', when: is => is('4.8', 'Y') },
    {
      id: '4.10',
      kind: 'gradedNo',
      text: 'If nothing was imputed, was another suitable correction made?',
      when: is => is('4.7', 'N', 'NI'),
    },
    {
      id: '4.11',
      kind: 'sure',
      text: 'Is there evidence that missing data did not bias the result?',
      when: needsEvidence,
    },
  ],
  rule: is => {
    if (!isIncomplete(is) || !needsEvidence(is)) return 'low';
    const isSubstantial = ['4.6', '4.9', '4.10'].some(question => is(question, 'SN'));
    return isSubstantial ? ifYes(is, '4.11', 'serious', 'critical') : ifYes(is, '4.11', 'moderate', 'serious');
  },
};

export const MEASUREMENT: GradedDomain = {
  id: 'D5',
  name: 'Measurement of the outcome',
  questions: [
    { id: '5.1', kind: 'plain', text: 'Could measuring the outcome have differed between the groups?' },
    { id: '5.2', kind: 'plain', text: 'Did those who assessed it know the intervention?' },
    {
      id: '5.3',
      kind: 'gradedYes',
      text: 'If so, could that knowledge have influenced the assessment?',
      when: is => is('5.2', 'Y', 'NI'),
    },
  ],
  rule: is => {
    if (is('5.1', 'Y') || is('5.3', 'SY')) return 'serious';
    if (is('5.1', 'NI')) return 'moderate';
    return is('5.2', 'N') || is('5.3', 'N') ? 'low' : 'moderate';
  },
};

const PICKED = ['6.2', '6.3', '6.4'] as const;

export const REPORTED_RESULT: GradedDomain = {
  id: 'D6',
  name: 'Selection of the reported result',
  questions: [
    { id: '6.1', kind: 'plain', text: 'Does the result follow a plan that was fixed beforehand and can be read?' },
    { id: '6.2', kind: 'plain', text: 'Was the number likely picked from several measurements of the outcome?' },
    { id: '6.3', kind: 'plain', text: 'Was it likely picked from several analyses?' },
    { id: '6.4', kind: 'plain', text: 'Was it likely picked from several subgroups?' },
  ],
  rule: is => {
    if (is('6.1', 'Y')) return 'low';
    const yes = PICKED.filter(question => is(question, 'Y')).length;
    const unknown = PICKED.filter(question => is(question, 'NI')).length;
    if (yes >= 2) return 'critical';
    if (yes === 1 || unknown === PICKED.length) return 'serious';
    return unknown > 0 ? 'moderate' : 'low';
  },
};
