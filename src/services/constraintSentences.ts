/** What a broken unique constraint means to the person whose deed broke it, by the rule that it keeps. */
export const CONSTRAINT_SENTENCES: Readonly<Record<string, string>> = {
  one_account_per_email: 'There is an account with this e-mail address already. Sign in, or set a new password.',
  one_account_per_orcid: 'This ORCID iD belongs to another account already.',
  one_review_per_project: 'This project has a review already.',
  one_application_per_person: 'You have applied for this opening already.',
  one_open_offer_per_person: 'This person has an open offer for this opening already.',
  one_shared_label_per_name: 'The team has a label with this name already.',
  one_own_label_per_name: 'You have a label with this name already.',
  one_question_per_version: 'Somebody else saved a new version of the question first. Load it and try again.',
  one_decision_per_screener: 'You have decided on this record already.',
  one_assignment_per_screener: 'This record was given to this person already.',
  one_adjudication_per_record: 'This conflict was settled by somebody else first.',
  one_study_per_label: 'There is a study with this label already. Add a letter, as in "Smith 1999b".',
  one_arm_per_name: 'This study has an arm with this name already.',
  one_outcome_per_name: 'There is an outcome with this name and time point already.',
  one_result_per_arm_and_outcome: 'This arm has a result for this outcome already.',
  one_result_per_study_and_outcome: 'This study has a result for this outcome already.',
};
