/** Reasons for an absent number, as a figure or a sentence says them. */
const BECAUSE_WORDS: Readonly<Record<string, string>> = {
  'numbers-missing': 'numbers are missing',
  'impossible-numbers': 'numbers that no study can have',
  'no-persons-in-a-group': 'nobody in one of the groups',
  'no-events-or-no-non-events-in-both-groups': 'no events, or nothing but events, in both groups',
  'zero-cell': 'no events, or nothing but events, in one group',
  'zero-count': 'a count of zero',
  'no-variance': 'no scatter at all',
  'no-study-with-an-effect': 'no study with an effect',
  'too-few-studies': 'fewer than three studies',
  'one-precision-only': 'all studies have the same precision',
  'one-study-only': 'one study only',
  'fixed-model': 'a fixed-effect model has none',
  'no-counts-of-two-groups': 'no study reports events of two groups',
  'no-such-study': 'no study of that name has an effect',
  'model-not-for-this-measure': 'this model is not made for the measure',
  'did-not-converge': 'the model found no best fit',
  'one-group-only': 'only one group has a pooled effect',
  'no-moderator': 'no moderator is chosen',
  'too-few-studies-for-the-moderators': 'too few studies for these moderators',
  'moderator-does-not-vary': 'the moderator is the same in all studies',
  'no-loop': 'the network has no loop, so nothing can disagree',
  'no-design-can-be-detached': 'no comparison can be taken out without parting the network',
  'measure-not-for-networks': 'a network takes odds ratios, risk ratios, risk differences or mean differences',
  'too-few-treatments': 'fewer than three treatments were compared',
  'not-connected': 'the treatments do not form one connected network',
  'persons-missing': 'a study does not say how many people it had',
  'plan-not-for-this-measure': 'the effect to find is planned for another kind of measure',
  'no-effect-to-find': 'the plan names no difference to find',
  'risk-out-of-range': 'with this plan a risk would lie outside of 0 to 100 %',
  'deviation-not-above-zero': 'the standard deviation of the plan is not above 0',
  'not-asked-for': 'not asked for',
};

/** A reason in words. One that nobody has worded yet is shown as it is, with spaces. */
export function becauseWords(because: string): string {
  return BECAUSE_WORDS[because] ?? because.replaceAll('-', ' ');
}
