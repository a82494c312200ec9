import { counted } from '../../words/counted.ts';
import { EXAM_WORDS } from '../people/words.ts';
import type { Fact } from './FactList.tsx';
import type { ProjectPostFields } from './PostFields.tsx';
import { LETTER_WORDS, PAY_WORDS, PLACE_WORDS, STUDY_WORDS, VISA_RULE_WORDS } from './postWords.ts';

/** What a project's post says of the kind of work and the help it may bring. */
export function postFacts(post: ProjectPostFields): readonly Fact[] {
  const place = post.workPlace && [PLACE_WORDS[post.workPlace], post.city].filter(Boolean).join(', ');
  return [
    { name: 'Pay', value: post.pay && `${PAY_WORDS[post.pay]}; no fee either` },
    { name: 'Where', value: place || post.city || null },
    { name: 'Study', value: post.studyType && STUDY_WORDS[post.studyType] },
    { name: 'Project', value: post.months === null ? null : `${counted(post.months, 'month')} in all` },
    { name: 'Mentor', value: post.mentor || null },
    { name: 'Contact', value: post.contactRule || null },
    { name: 'Letter', value: post.letter && LETTER_WORDS[post.letter] },
  ];
}

/** Whom a post asks; on an opening each rule stands with whether the reader meets it. */
export function ruleFacts(post: ProjectPostFields): readonly Fact[] {
  const steps = post.examStepsAsked.map(step => EXAM_WORDS[step]).join(', ');
  return [
    { name: 'Visa', value: post.visaRule && VISA_RULE_WORDS[post.visaRule] },
    { name: 'Exams', value: steps === '' ? null : `${steps} passed` },
    { name: 'Graduated', value: post.graduatedSince === null ? null : `in ${post.graduatedSince} or later` },
  ];
}
