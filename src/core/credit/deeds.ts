import type { CreditRole } from '#core/credit/creditRoles';

/** What a deed can show for authorship by ICMJE: nothing, part of one of its four criteria, or an acknowledgement. */
export type AuthorshipEvidence =
  | 'conception-or-data'
  | 'writing'
  | 'approval'
  | 'accountability'
  /** Real work that doesn't make an author by itself. */
  | 'screening'
  | 'support';

export interface DeedMeaning {
  /** Deeds of one kind are counted together. */
  readonly kind: string;
  /** "decided on 354 records": follows the person's name. `{n}` is the count. */
  readonly one: string;
  readonly many: string;
  readonly roles: readonly CreditRole[];
  readonly authorship: AuthorshipEvidence;
  /** Counted apart for each screening stage that the event's facts name. */
  readonly byStage?: true;
}

function deed(
  kind: string,
  one: string,
  many: string,
  roles: readonly CreditRole[],
  authorship: AuthorshipEvidence,
  extra: Pick<DeedMeaning, 'byStage'> = {},
): DeedMeaning {
  return { kind, one, many, roles, authorship, ...extra };
}

/**
 * What each deed of the audit trail counts for. A new deed is credited by a row here and nowhere else; a deed without a
 * row earns nothing and is listed as not counted. Deeds of one kind share their words.
 */
export const DEEDS: Readonly<Record<string, DeedMeaning>> = {
  'create-project': deed(
    'led-project',
    'started the project',
    'started {n} projects',
    ['conceptualization', 'project-administration'],
    'conception-or-data',
  ),
  'create-review': deed(
    'led-review',
    'started the review',
    'started {n} reviews',
    ['conceptualization', 'project-administration'],
    'conception-or-data',
  ),
  'configure-review': deed(
    'configured',
    'set the rules of screening',
    'set the rules of screening',
    ['methodology'],
    'conception-or-data',
  ),
  'agree-question': deed(
    'agreed-question',
    'agreed the question',
    'agreed {n} versions of the question',
    ['conceptualization', 'methodology'],
    'conception-or-data',
  ),
  'add-criterion': deed(
    'set-criteria',
    'worked on one criterion',
    'worked on {n} criteria',
    ['methodology'],
    'conception-or-data',
  ),
  'change-criterion': deed(
    'set-criteria',
    'worked on one criterion',
    'worked on {n} criteria',
    ['methodology'],
    'conception-or-data',
  ),
  'add-outcome': deed(
    'chose-outcomes',
    'named one outcome',
    'named {n} outcomes',
    ['methodology'],
    'conception-or-data',
  ),
  'run-search': deed('searched', 'ran a search', 'ran {n} searches', ['investigation'], 'conception-or-data'),
  'import-records': deed(
    'imported',
    'imported a file of records',
    'imported {n} files of records',
    ['investigation', 'data-curation'],
    'support',
  ),
  'merge-duplicates': deed(
    'looked-for-duplicates',
    'had duplicates looked for',
    'had duplicates looked for {n} times',
    ['data-curation'],
    'support',
  ),
  'merge-pair': deed(
    'deduplicated',
    'settled one pair of possible duplicates',
    'settled {n} pairs of possible duplicates',
    ['data-curation'],
    'support',
  ),
  'part-pair': deed(
    'deduplicated',
    'settled one pair of possible duplicates',
    'settled {n} pairs of possible duplicates',
    ['data-curation'],
    'support',
  ),
  'relate-pair': deed(
    'deduplicated',
    'settled one pair of possible duplicates',
    'settled {n} pairs of possible duplicates',
    ['data-curation'],
    'support',
  ),
  'unmerge-record': deed(
    'unmerged',
    'took one record out of a wrong merge',
    'took {n} records out of wrong merges',
    ['data-curation'],
    'support',
  ),
  'assign-records': deed(
    'assigned',
    'gave out records once',
    'gave out records {n} times',
    ['project-administration'],
    'support',
  ),
  'record-decision': deed(
    'decided',
    'decided on one record',
    'decided on {n} records',
    ['investigation'],
    'screening',
    { byStage: true },
  ),
  'adjudicate-record': deed(
    'adjudicated',
    'settled one conflict',
    'settled {n} conflicts',
    ['validation'],
    'conception-or-data',
    { byStage: true },
  ),
  'retrieve-report': deed('sought', 'sought one full text', 'sought {n} full texts', ['investigation'], 'support'),
  'upload-full-text': deed('retrieved', 'brought one full text', 'brought {n} full texts', ['resources'], 'support'),
  'add-study': deed(
    'linked',
    'linked reports to one study',
    'linked reports to {n} studies',
    ['data-curation'],
    'support',
  ),
  'extract-results': deed(
    'extracted',
    'extracted results of one study',
    'extracted results of {n} studies',
    ['investigation'],
    'conception-or-data',
  ),
  'record-characteristic': deed(
    'described',
    'recorded what one study is like',
    'recorded what {n} studies are like',
    ['investigation'],
    'conception-or-data',
  ),
  'fill-sheet': deed(
    'extracted',
    'extracted one study blind',
    'extracted {n} studies blind',
    ['investigation'],
    'conception-or-data',
  ),
  'settle-extraction': deed(
    'verified',
    'settled the extraction of one study',
    'settled the extraction of {n} studies',
    ['validation'],
    'conception-or-data',
  ),
  'verify-extraction': deed(
    'verified',
    'checked the extraction of one study',
    'checked the extraction of {n} studies',
    ['validation'],
    'conception-or-data',
  ),
  'appraise-result': deed(
    'appraised',
    'appraised one result',
    'appraised {n} results',
    ['investigation'],
    'conception-or-data',
  ),
  'plan-appraisals': deed(
    'planned-appraisals',
    'planned the appraisal of risk of bias',
    'planned the appraisal of risk of bias {n} times',
    ['methodology'],
    'conception-or-data',
  ),
  'settle-appraisal': deed(
    'settled-appraisal',
    'settled one appraisal of two assessors',
    'settled {n} appraisals of two assessors',
    ['validation'],
    'conception-or-data',
  ),
  'save-analysis': deed(
    'analysed',
    'made one analysis',
    'made {n} analyses',
    ['formal-analysis'],
    'conception-or-data',
  ),
  'repeat-analysis': deed(
    'repeated',
    'repeated one analysis',
    'repeated {n} analyses',
    ['validation'],
    'conception-or-data',
  ),
  'rate-certainty': deed(
    'rated',
    'rated the certainty of one outcome',
    'rated the certainty of {n} outcomes',
    ['formal-analysis'],
    'conception-or-data',
  ),
  'save-figure': deed('drew', 'made one figure', 'made {n} figures', ['visualization'], 'support'),
  'write-sentence': deed(
    'wrote-sentences',
    'wrote one sentence of the manuscript',
    'wrote {n} sentences of the manuscript',
    ['writing-original-draft'],
    'writing',
  ),
  'write-protocol': deed(
    'wrote-protocol',
    'wrote one field of the protocol',
    'wrote {n} fields of the protocol',
    ['methodology'],
    'conception-or-data',
  ),
  'amend-protocol': deed(
    'amended',
    'wrote down one change of the protocol',
    'wrote down {n} changes of the protocol',
    ['methodology'],
    'conception-or-data',
  ),
  'write-section': deed('wrote', 'wrote one section', 'wrote {n} sections', ['writing-original-draft'], 'writing'),
  'revise-section': deed(
    'revised',
    'revised one section',
    'revised {n} sections',
    ['writing-review-editing'],
    'writing',
  ),
  'comment-section': deed(
    'commented',
    'remarked on one section',
    'made {n} remarks on the text',
    ['writing-review-editing'],
    'writing',
  ),
  'declare-writing': deed(
    'declared-writing',
    'says to have drafted or revised the text',
    'says to have drafted or revised the text',
    [],
    'writing',
  ),
  'hold-check-in': deed('mentored', 'held one check-in', 'held {n} check-ins', ['supervision'], 'support'),
  'approve-manuscript': deed('approved', 'approved the final version', 'approved the final version', [], 'approval'),
  'accept-accountability': deed(
    'answers',
    'answers for the whole work',
    'answers for the whole work',
    [],
    'accountability',
  ),
};

interface TakingBack {
  readonly deeds: readonly string[];
  /** Whose deed on the subject no longer counts: that of the same person, or everybody's. */
  readonly of: 'self' | 'everybody';
}

/** Deeds that take others back on the same subject, and at the same stage where there is one. */
export const TAKEN_BACK_BY: Readonly<Record<string, TakingBack>> = {
  'undo-import': { deeds: ['import-records'], of: 'everybody' },
  'reopen-pair': { deeds: ['merge-pair', 'part-pair', 'relate-pair'], of: 'everybody' },
  'withdraw-decision': { deeds: ['record-decision'], of: 'self' },
  'reopen-record': { deeds: ['adjudicate-record'], of: 'everybody' },
  'reopen-assessment': { deeds: ['appraise-result'], of: 'self' },
  'reopen-appraisal': { deeds: ['settle-appraisal'], of: 'everybody' },
  'reopen-certainty': { deeds: ['rate-certainty'], of: 'everybody' },
  'remove-study': { deeds: ['add-study'], of: 'everybody' },
  'remove-outcome': { deeds: ['add-outcome'], of: 'everybody' },
  'remove-analysis': { deeds: ['save-analysis'], of: 'everybody' },
  'withdraw-writing': { deeds: ['declare-writing'], of: 'self' },
  'withdraw-approval': { deeds: ['approve-manuscript'], of: 'self' },
  'withdraw-accountability': { deeds: ['accept-accountability'], of: 'self' },
};
