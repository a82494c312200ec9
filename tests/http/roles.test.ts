import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint';
import { ENDPOINTS } from '#contract/endpoints';
import { ROLES, type Role } from '#core/vocabulary';
import { beginReview, importText, join, must, SMALL_RIS } from '../support/reviewWorld.ts';
import { createWorld, PASSWORD, type Somebody, type World } from '../support/world.ts';

/** Who may: anybody at all, anybody signed in, every member, or members with one of the roles. */
type Who = 'anyone' | 'person' | 'members' | readonly Role[];

interface Row {
  readonly who: Who;
  /** What a member without the role gets; strangers get 404, nobody gets 401. */
  readonly refused?: 403 | 404;
  readonly body?: object;
  readonly query?: string;
  /** The row asks for something that isn't there, so that nothing is destroyed: who may gets 404 after all. */
  readonly isMissing?: boolean;
  /** As above, where what isn't there is named in the body. */
  readonly isMissingInBody?: boolean;
}

const nothing = randomUUID();
const LEAD = ['lead'] as const;
const LIBRARY = ['lead', 'librarian'] as const;
const SETTLERS = ['lead', 'adjudicator'] as const;
const EXTRACTORS = ['lead', 'extractor', 'statistician'] as const;
const APPRAISERS = ['lead', 'extractor'] as const;
const SETTLERS_OF_BIAS = ['lead', 'extractor', 'adjudicator'] as const;
const ANALYSTS = ['lead', 'statistician'] as const;
const WRITERS = ['lead', 'writer'] as const;
const SEERS = ['lead', 'adjudicator'] as const;
const READERS = ['lead', 'screener', 'adjudicator', 'librarian'] as const;
const ANNOTATORS = ROLES.filter(role => role !== 'viewer');

/** What is expected of every endpoint. A new one needs a row here. */
const TABLE: Readonly<Record<string, Row>> = {
  getSession: { who: 'anyone' },
  signUp: { who: 'anyone', body: { name: 'x', email: 'not an address', password: 'short' } },
  signIn: { who: 'anyone', body: { email: 1 } },
  signOut: { who: 'anyone' },
  askPasswordReset: { who: 'anyone', body: { email: 'nobody@example.org' } },
  makePasswordResetLink: { who: [], refused: 403 },
  setPassword: { who: 'anyone', body: { password: 'long enough for this' }, isMissing: true },
  getAccount: { who: 'person' },
  exportAccount: { who: 'person' },
  removeAccountExport: { who: 'person', isMissing: true },
  downloadAccountExport: { who: 'person', isMissing: true },
  // Nobody of the table gives the right password: who may gets 422.
  deleteAccount: { who: 'person', body: { password: 'not this one' } },
  setAdministrator: { who: [], refused: 403, body: { isAdministrator: true } },
  getProfile: { who: 'person' },
  changeProfile: { who: 'person', body: {} },
  correctTopic: { who: 'person', body: { topic: 'asthma', change: 'up' } },
  previewProfile: { who: 'person', query: '?by=lead' },
  listMyPublications: { who: 'person' },
  claimPmids: { who: 'person', body: { pmids: 'none' } },
  claimFile: { who: 'person' },
  findMyPublications: { who: 'person', body: { name: 'Nobody Atall' } },
  answerPublications: { who: 'person', body: { publicationIds: [nothing], state: 'refused' }, isMissingInBody: true },
  forgetPublication: { who: 'person', isMissing: true },
  getPerson: { who: 'person' },
  listPreferences: { who: 'person' },
  savePreference: { who: 'person', body: { value: 'pooled' } },
  getHome: { who: 'person' },
  getHomeCredit: { who: 'person' },
  getHomeTeams: { who: 'person' },
  getHomeWatch: { who: 'person' },
  getHomeApprovals: { who: 'person' },
  fillDemo: { who: 'anyone' },
  getUnread: { who: 'person' },
  listNotifications: { who: 'person' },
  markNotification: { who: 'person', body: { isRead: true }, isMissing: true },
  markAllNotifications: { who: 'person', body: { readUntil: '2000-01-01T00:00:00Z' } },
  getNotificationSettings: { who: 'person' },
  saveNotificationSettings: {
    who: 'person',
    body: { quietFrom: 22, quietUntil: 7, digestHour: 8, digestWeekday: 1, isMailOff: false },
  },
  listConversations: { who: 'person' },
  getConversation: { who: 'person', isMissing: true },
  writeMessage: { who: 'person', body: { text: 'x', key: nothing }, isMissing: true },
  readMessages: { who: 'person', body: { messageId: nothing }, isMissing: true },
  blockPerson: { who: 'person', body: { isBlocked: true }, isMissing: true },
  reportMessage: { who: 'person', body: { reason: 'other' }, isMissing: true },
  listReportedMessages: { who: [], refused: 403 },
  settleMessageReport: { who: [], refused: 403, body: { isStopped: false } },
  stopLetters: { who: 'anyone', isMissing: true },
  createProject: { who: 'person', body: {} },
  listProjects: { who: 'person' },
  getProject: { who: 'members' },
  updateProject: { who: LEAD, body: { title: 'Invented remedies' } },
  setMemberRoles: { who: LEAD, body: { roles: ['viewer'] }, isMissing: true },
  removeMember: { who: 'members', isMissing: true },
  createInvitation: { who: LEAD, body: { roles: ['viewer'] } },
  listInvitations: { who: LEAD },
  withdrawInvitation: { who: LEAD, isMissing: true },
  getInvitation: { who: 'anyone', isMissing: true },
  acceptInvitation: { who: 'person', isMissing: true },
  createOpening: { who: LEAD, body: { role: 'writer', title: 'A writer' } },
  updateOpening: { who: LEAD, body: { role: 'viewer', title: 'A seat', state: 'open' } },
  listOpenings: { who: 'person' },
  getOpening: { who: 'person' },
  applyForOpening: { who: 'person', body: { note: 'x'.repeat(3000) } },
  listApplicants: { who: LEAD },
  listMyApplications: { who: 'person' },
  answerApplication: { who: 'person', body: { state: 'withdrawn' }, isMissing: true },
  suggestPeople: { who: LEAD },
  makeOffer: { who: LEAD, body: { personId: nothing }, isMissingInBody: true },
  listMyOffers: { who: 'person' },
  acceptOffer: { who: 'person', isMissing: true },
  declineOffer: { who: 'person', isMissing: true },
  withdrawOffer: { who: 'person', isMissing: true },
  keepSearch: { who: 'person', body: { name: 'Asthma', wish: { text: 'asthma' } } },
  listAlerts: { who: 'person' },
  lookAtAlert: { who: 'person', isMissing: true },
  dropAlert: { who: 'person', isMissing: true },
  reportOpening: { who: 'person', body: { reason: 'other' }, isMissing: true },
  // Nobody of the table is an administrator.
  listReportedOpenings: { who: [], refused: 403 },
  moderateOpening: { who: [], refused: 403, body: { isHidden: false } },
  getAuthorshipAgreement: { who: 'members' },
  draftAuthorshipAgreement: {
    who: LEAD,
    body: { basedOn: 0, lines: [{ personId: nothing, does: 'leads', earns: 'nothing-yet' }] },
  },
  // Nobody has written one: who may gets 404.
  signAuthorshipAgreement: { who: 'members', body: { password: PASSWORD, fingerprint: 'x' }, isMissingInBody: true },
  askForAgreementChange: { who: 'members', body: { text: 'Later' }, isMissingInBody: true },
  exportAuthorshipAgreement: { who: 'members', isMissingInBody: true },
  findFaculty: { who: LEAD },
  planOutreach: { who: LEAD, body: { authorKey: 'okafor, a', name: 'A Okafor' } },
  logOutreach: { who: LEAD, body: { state: 'answered', letter: '' }, isMissing: true },
  createCohort: { who: 'person', body: {} },
  listCohorts: { who: 'person' },
  getCohort: { who: 'person', isMissing: true },
  addCohortOpening: { who: 'person', isMissing: true },
  removeCohortOpening: { who: 'person', isMissing: true },
  rankOpenings: { who: 'person', body: { openingIds: [] }, isMissing: true },
  leaveCohort: { who: 'person', isMissing: true },
  rankPeople: { who: 'person', body: { personIds: [] }, isMissing: true },
  tryAllocation: { who: 'person', body: {}, isMissing: true },
  settleCohort: { who: 'person', body: {}, isMissing: true },
  offerCohortSeats: { who: 'person', isMissing: true },
  createReview: { who: LEAD, body: { title: 'A second review' } },
  listReviews: { who: 'person' },
  getReview: { who: 'members' },
  previewMode: { who: LEAD, query: '?mode=single' },
  configureReview: {
    who: LEAD,
    body: { title: 'Invented remedies', titleAndAbstractMode: 'double', fullTextMode: 'double' },
  },
  getQuestion: { who: 'members' },
  saveQuestion: { who: LIBRARY, body: { frame: 'PICO', slots: [], basedOn: 99 } },
  draftQuery: { who: 'anyone', body: { frame: 'PICO', slots: [] } },
  checkQueryString: { who: 'anyone', body: { query: 'asthma' } },
  suggestMesh: { who: 'person' },
  suggestTerms: { who: 'members' },
  listPriorReviews: { who: 'members' },
  findPriorReviews: { who: LIBRARY, body: { query: 'asthma' } },
  addCriterion: { who: LIBRARY, body: { kind: 'exclude', text: 'Not a trial' } },
  changeCriterion: { who: LIBRARY, body: { slot: null, text: 'x', position: 0 }, isMissing: true },
  retireCriterion: { who: LIBRARY, isMissing: true },
  listImports: { who: 'members' },
  uploadImport: { who: LIBRARY, query: '?fileName=x.ris' },
  getImport: { who: 'members' },
  confirmImport: { who: LIBRARY },
  undoImport: { who: LIBRARY, isMissing: true },
  countPubmed: { who: LIBRARY, body: { query: 'asthma' } },
  runPubmedSearch: { who: LIBRARY, body: { query: 'asthma' } },
  repeatSearch: { who: LIBRARY, isMissing: true },
  setSearchRhythm: { who: LIBRARY, body: { rhythm: 'weekly' }, isMissing: true },
  describeSearch: { who: LIBRARY, body: { peerReview: 'PRESS, by a second librarian' }, isMissing: true },
  // The seeded import is no table: who may gets 422.
  getImportTable: { who: 'members' },
  mapImportColumns: { who: LIBRARY, body: { columns: { title: 'Title' } } },
  checkRetractions: { who: LIBRARY },
  listRetractionAlarms: { who: 'members' },
  settleRetractionAlarm: { who: LIBRARY, isMissing: true },
  listJobs: { who: 'members' },
  getJob: { who: 'members' },
  cancelJob: { who: LEAD },
  listRecords: { who: 'members' },
  countRecords: { who: 'members' },
  exportRecords: { who: 'members', body: { format: 'ris', selection: { filters: {} } } },
  labelSelection: { who: ANNOTATORS, body: { selection: { filters: {} }, isOn: true } },
  getRecord: { who: 'members' },
  getRecordEdits: { who: 'members' },
  editRecord: { who: LIBRARY, body: { fields: { issue: '7' } } },
  lookUpRecord: { who: LIBRARY },
  listLabels: { who: 'members' },
  addLabel: { who: ANNOTATORS, body: { name: 'RCT' } },
  // The lead may change every shared label, its maker their own: the seeded one is the lead's.
  changeLabel: { who: LEAD, body: { name: 'seeded', tint: 'blue' } },
  removeLabel: { who: ANNOTATORS, isMissing: true, refused: 404 },
  putLabel: { who: ANNOTATORS },
  takeLabel: { who: ANNOTATORS },
  listKeptFilters: { who: 'members' },
  keepFilter: { who: ANNOTATORS, body: { name: 'Trials', asked: { text: 'trial' } } },
  removeKeptFilter: { who: ANNOTATORS, isMissing: true, refused: 404 },
  getRemarks: { who: 'members' },
  writeNote: { who: ANNOTATORS, body: { text: 'Ask the authors' } },
  changeNote: { who: ANNOTATORS, body: { text: 'x', audience: 'own' }, isMissing: true },
  removeNote: { who: ANNOTATORS, isMissing: true },
  findDuplicates: { who: LIBRARY },
  listPairs: { who: 'members' },
  decidePair: { who: LIBRARY, body: { state: 'same' }, isMissing: true },
  listClusters: { who: 'members' },
  unmergeRecord: { who: LIBRARY, isMissing: true },
  getMyScreening: { who: 'members' },
  listMyQueue: { who: 'members' },
  recordDecision: { who: ['lead', 'screener'], body: { choice: 'include' } },
  // By now the lead and the screener have decided; the lead may see what the other chose, so the lead's decision stands.
  withdrawDecision: { who: ROLES.filter(role => role !== 'lead') },
  getAssignmentBoard: { who: LEAD },
  giveOutRecords: { who: LEAD, body: { personIds: [nothing], isPreview: true } },
  getPilot: { who: 'members' },
  drawPilot: { who: LEAD, body: { personIds: [nothing, randomUUID()] }, isMissingInBody: true },
  passPilot: { who: LEAD, body: { reason: 'We agreed by word of mouth' }, isMissing: true },
  // A lead offers practice to the team; to everybody only an administrator does.
  listPracticeSets: { who: 'person' },
  createPracticeSet: {
    who: [],
    refused: 403,
    body: { name: 'x', includeWhen: 'x', forReviewId: null, from: { kind: 'table', text: 'title,included' } },
  },
  getPracticeSet: { who: 'person', isMissing: true },
  retirePracticeSet: { who: 'person', isMissing: true },
  listPracticeRecords: { who: 'person', isMissing: true },
  decideInPractice: { who: 'person', body: { choice: 'include' }, isMissing: true },
  withdrawInPractice: { who: 'person', isMissing: true },
  finishPractice: { who: 'person', isMissing: true },
  getPracticeOutcome: { who: 'person', isMissing: true },
  getPassport: { who: 'person' },
  sharePassportPage: { who: 'person', body: { isShared: true }, isMissing: true },
  getPersonPassport: { who: 'person' },
  listPassports: { who: LEAD },
  getRanking: { who: 'members' },
  setRanking: { who: LEAD, body: { isOn: true } },
  getMyReasons: { who: 'members' },
  drawSample: { who: LEAD, body: { count: 1 } },
  replayRanking: { who: LEAD },
  stopScreening: { who: LEAD, body: { reason: 'The rule of the protocol is met' } },
  resumeScreening: { who: LEAD },
  sendNudge: { who: LEAD, body: { text: 'How is it going?' }, isMissing: true },
  takeBackRecords: { who: LEAD },
  closeStage: { who: LEAD, body: { isClosed: true } },
  listConflicts: { who: SETTLERS },
  adjudicateRecord: { who: SETTLERS, body: { choice: 'include', reason: 'x' } },
  reopenRecord: { who: SETTLERS },
  listDiscussions: { who: 'members' },
  openDiscussion: { who: SETTLERS },
  // Nobody is told of a discussion that isn't there.
  writeInDiscussion: { who: 'members', body: { text: 'I read it again' }, isMissing: true },
  getAgreement: { who: SEERS },
  listReports: { who: 'members' },
  listUploads: { who: READERS },
  uploadFullText: { who: READERS, query: '?fileName=x.pdf' },
  fileFullTexts: {
    who: READERS,
    body: { filings: [{ fullTextId: nothing, recordId: nothing }] },
    isMissingInBody: true,
  },
  removeFullText: { who: READERS, isMissing: true },
  getFullTextFile: { who: 'members', isMissing: true },
  getReportFullTexts: { who: 'members', isMissing: true },
  listMarks: { who: 'members', isMissing: true },
  addMark: { who: ANNOTATORS, body: { page: 1, quote: 'x', rects: [] }, isMissing: true },
  changeMark: { who: ANNOTATORS, body: { note: 'x' }, isMissing: true },
  removeMark: { who: ANNOTATORS, isMissing: true },
  setRetrieval: { who: READERS, body: { state: 'retrieved' }, isMissing: true },
  getExtraction: { who: 'members' },
  suggestStudyLinks: { who: SEERS },
  linkReports: { who: EXTRACTORS, body: { recordIds: [nothing] }, isMissing: true },
  createStudy: { who: EXTRACTORS, body: { label: 'Firstson 2001' } },
  updateStudy: { who: EXTRACTORS, body: { label: 'Seed 2000' } },
  removeStudy: { who: EXTRACTORS, isMissing: true },
  addArm: { who: EXTRACTORS, body: { name: 'Intervention', kind: 'other' } },
  updateArm: { who: EXTRACTORS, body: { name: 'x', kind: 'other' }, isMissing: true },
  removeArm: { who: EXTRACTORS, isMissing: true },
  addOutcome: { who: EXTRACTORS, body: { name: 'Mortality', kind: 'dichotomous' } },
  updateOutcome: { who: EXTRACTORS, body: { name: 'Recovery', kind: 'dichotomous' } },
  removeOutcome: { who: EXTRACTORS, isMissing: true },
  saveArmResult: { who: EXTRACTORS, body: { events: 9, total: 3 } },
  removeArmResult: { who: EXTRACTORS },
  saveStudyResult: { who: EXTRACTORS, body: { estimate: 1, lower: 0.5, upper: 2, isRatio: true } },
  removeStudyResult: { who: EXTRACTORS },
  saveStudyCounts: { who: EXTRACTORS, body: { counts: { kind: 'accuracy', tp: 9, fp: 1, fn: 1, tn: 9 } } },
  removeStudyCounts: { who: EXTRACTORS },
  listAppraisals: { who: 'members' },
  planAppraisals: { who: LEAD, body: { tool: 'nos', variant: 'cohort' } },
  removeAppraisal: { who: LEAD, isMissing: true },
  getAppraisal: { who: 'members' },
  saveAnswer: { who: APPRAISERS, body: { answer: 'Y' } },
  saveOwnJudgement: { who: APPRAISERS, body: { judgement: null } },
  saveAssessment: { who: APPRAISERS, body: {} },
  finishAssessment: { who: APPRAISERS, body: { isFinished: true } },
  withdrawAssessment: { who: LEAD, isMissing: true },
  settleAppraisal: { who: SETTLERS_OF_BIAS, body: { answers: {}, ownJudgements: {} } },
  reopenAppraisal: { who: SETTLERS_OF_BIAS, body: { reason: 'x' } },
  getAppraisalFigure: { who: 'members', query: '?tool=quadas-2' },
  exportRobvis: { who: 'members', query: '?tool=quadas-2' },
  importRobvis: { who: LEAD, body: { tool: 'quadas-2', fileName: 'x.csv', text: 'Study' } },
  listJudgements: { who: 'members' },
  listCharacteristics: { who: 'members' },
  addCharacteristic: { who: EXTRACTORS, body: { name: 'Dose', kind: 'number' } },
  updateCharacteristic: { who: EXTRACTORS, body: { name: 'Latitude', kind: 'number' } },
  removeCharacteristic: { who: EXTRACTORS, isMissing: true },
  recordCharacteristic: { who: EXTRACTORS, body: { value: 7 } },
  recordArmCharacteristic: { who: EXTRACTORS, body: { value: 7 } },
  getExtractionForm: { who: 'members' },
  previewExtractionForm: { who: LEAD, body: { fields: [] } },
  saveExtractionForm: { who: LEAD, body: { fields: [], basedOn: 99 } },
  getStudySheet: { who: 'members' },
  finishExtraction: { who: EXTRACTORS, body: { isFinished: true } },
  settleExtraction: { who: SETTLERS, body: { picks: {} }, isMissing: true },
  freeExtractionSeat: { who: LEAD, isMissing: true },
  checkExtraction: { who: ['lead', 'extractor', 'adjudicator', 'statistician'], body: { isChecked: true } },
  setExtractionMode: { who: LEAD, body: { mode: 'single' } },
  getExtractionAgreement: { who: 'members' },
  getReportedOutcome: { who: 'members' },
  saveReportedOutcome: { who: EXTRACTORS, body: { name: 'Cure' } },
  getExtractionTable: { who: 'members' },
  compareExtractionTable: { who: EXTRACTORS, body: { head: ['study'], rows: [] } },
  takeExtractionTable: { who: EXTRACTORS, body: { head: ['study'], rows: [] } },
  listAnalyses: { who: 'members' },
  getOutcomeData: { who: 'members' },
  saveAnalysis: { who: ANALYSTS, body: { name: 'x', outcomeId: 'OUTCOME', specification: { measure: 'MD' } } },
  updateAnalysis: { who: ANALYSTS, body: { name: 'Main', outcomeId: 'OUTCOME', specification: { measure: 'RR' } } },
  getAnalysis: { who: 'members' },
  listAnalysisVersions: { who: 'members' },
  getAnalysisVersion: { who: 'members' },
  lockAnalysis: { who: LEAD, body: { isLocked: false } },
  removeAnalysis: { who: ANALYSTS, isMissing: true },
  getForestPlot: { who: 'members' },
  drawFigure: { who: 'person', body: { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>' } },
  analyseTable: { who: 'anyone', body: { measure: 'RR', data: [] } },
  listGradings: { who: 'members' },
  getGrading: { who: 'members' },
  saveGrading: { who: EXTRACTORS, body: { start: 'high', reasons: {} } },
  agreeOnCertainty: { who: EXTRACTORS, body: { isAgreed: true } },
  setMinimalDifference: { who: ANALYSTS, body: { value: 2 } },
  getFindings: { who: 'members' },
  arrangeFindings: { who: EXTRACTORS, body: { rows: [] } },
  exportFindings: { who: 'members' },
  getFlow: { who: SEERS },
  getFlowFigure: { who: SEERS },
  exportReview: { who: SEERS },
  listPreparedExports: { who: 'members' },
  prepareExport: { who: SEERS, body: { file: 'manuscript.docx' } },
  removePreparedExport: { who: 'members', isMissing: true },
  downloadPreparedExport: { who: 'members', isMissing: true },
  listFlowSnapshots: { who: SEERS },
  freezeFlow: { who: LEAD },
  getFlowSnapshot: { who: SEERS, isMissing: true },
  setEarlierVersion: { who: LEAD, body: { earlier: { studies: 2, reports: 3 } } },
  readFlowFile: { who: 'person', body: { text: 'data,n' } },
  getManuscript: { who: SEERS },
  freezeManuscript: { who: LEAD },
  writeSentence: { who: LEAD, body: { text: 'In own words' }, isMissing: true },
  exportReportFile: { who: SEERS },
  getReportTables: { who: SEERS },
  getChecklist: { who: SEERS },
  getProtocol: { who: 'members' },
  writeProtocolField: { who: WRITERS, body: { text: 'None' } },
  exportProtocol: { who: 'members' },
  listDeviations: { who: 'members' },
  amendProtocol: {
    who: WRITERS,
    body: { amendedOn: '2026-01-01', what: 'Another outcome', reason: 'Asked by patients' },
  },
  withdrawAmendment: { who: WRITERS, isMissing: true },
  compareWithout: { who: 'members', body: { highRisk: true } },
  getPublication: { who: 'members' },
  publishReview: { who: LEAD, body: { doi: '' } },
  withdrawPublication: { who: LEAD, body: { reason: 'x' }, isMissing: true },
  agreeToBeNamed: { who: 'members', body: { isNamed: true } },
  getPublished: { who: 'anyone', isMissing: true },
  getPublishedData: { who: 'anyone', isMissing: true },
  getMentoring: { who: 'person' },
  saveMentorSeat: { who: 'person', body: { tasks: [], capacity: 0 } },
  findMentors: { who: 'person', query: '?task=peer' },
  askForMentor: { who: 'person', body: { mentorId: nothing, task: 'peer' }, isMissingInBody: true },
  listInvitable: { who: 'person' },
  // Nobody of the table knows this person: who may gets 422.
  inviteMentee: { who: 'person', body: { menteeId: nothing, task: 'peer', rhythm: 'own' } },
  acceptMentor: { who: 'person', body: { startsOn: '2030-01-01' }, isMissing: true },
  answerMentorship: { who: 'person', body: { state: 'declined' }, isMissing: true },
  getMentorship: { who: 'person', isMissing: true },
  planCheckIn: { who: 'person', body: { state: 'held' }, isMissing: true },
  answerAgenda: { who: 'person', body: { answer: 'x' }, isMissing: true },
  writeCheckInNote: { who: 'person', body: { text: 'x', audience: 'private' }, isMissing: true },
  removeCheckInNote: { who: 'person', isMissing: true },
  makePromise: { who: 'person', body: { text: 'x', isMine: true }, isMissing: true },
  keepPromise: { who: 'person', body: { isKept: true }, isMissing: true },
  addGoal: { who: 'person', body: { text: 'x' } },
  changeGoal: { who: 'person', body: { isReached: true }, isMissing: true },
  removeGoal: { who: 'person', isMissing: true },
  getMentoringCalendar: { who: 'person' },
  listCommunities: { who: 'person' },
  createCommunity: { who: 'person', body: {} },
  getCommunity: { who: 'person', isMissing: true },
  changeCommunity: { who: 'person', body: { name: 'x' }, isMissing: true },
  saveOwnPlace: { who: 'person', body: { part: 'mentee' }, isMissing: true },
  leaveCommunity: { who: 'person', isMissing: true },
  setCommunityMember: { who: 'person', body: { state: 'member' }, isMissing: true },
  inviteToCommunity: { who: 'person', body: { part: 'mentee' }, isMissing: true },
  getCommunityInvitation: { who: 'anyone', isMissing: true },
  acceptCommunityInvitation: { who: 'person', body: {}, isMissing: true },
  planEvent: { who: 'person', body: { title: 'x', startsAt: '2030-01-01T10:00:00Z' }, isMissing: true },
  changeEvent: { who: 'person', body: { title: 'x', startsAt: '2030-01-01T10:00:00Z' }, isMissing: true },
  cancelEvent: { who: 'person', isMissing: true },
  answerEvent: { who: 'person', body: { isComing: true }, isMissing: true },
  getCommunityCalendar: { who: 'person', isMissing: true },
  proposePairs: { who: 'person', isMissing: true },
  offerPairs: { who: 'person', body: { pairs: [{ newcomerId: nothing, memberId: nothing }] }, isMissing: true },
  answerPair: { who: 'person', body: { state: 'met' }, isMissing: true },
  getCommunityOutcomes: { who: 'person', isMissing: true },
  exportCommunityOutcomes: { who: 'person', isMissing: true },
  getMentored: { who: 'person' },
  getCredit: { who: 'members' },
  claimRole: { who: 'members', body: { role: 'investigation' } },
  withdrawClaim: { who: 'members', isMissing: true },
  answerClaim: { who: 'members', body: { verdict: 'confirmed' }, isMissing: true },
  declareAuthorship: { who: 'members', body: { isDeclared: false } },
  orderAuthors: { who: LEAD, body: { personIds: [] } },
  exportCredit: { who: 'members' },
  // Nobody of the table's people has done anything yet: who may gets 409.
  issueCertificate: { who: 'members' },
  withdrawCertificate: { who: 'members', isMissing: true },
  checkCertificate: { who: 'anyone', isMissing: true },
  rankJournals: { who: 'members' },
  getJournals: { who: 'members' },
  getBlindingProof: { who: LEAD },
  listAuditEvents: { who: LEAD },
};

describe('every endpoint, asked by everybody', () => {
  let world: World;
  let ids: Record<string, string>;
  let stranger: Somebody;
  const members = new Map<Role, Somebody>();

  beforeAll(async () => {
    world = await createWorld({
      pubmed: {
        count: async () => ({ count: 0, queryTranslation: '', warnings: [] }),
        searchIds: async () => [],
        fetchXml: async function* () {},
      },
    });
    // The very first account is the administrator's; nobody here is.
    await world.person('Root Account');
    stranger = await world.person('Sam Stranger');
    const lead = await world.person('Role lead');
    members.set('lead', lead);
    const { projectId, reviewId } = await beginReview(lead);
    for (const role of ROLES) {
      if (role === 'lead') continue;
      const person = await world.person(`Role ${role}`);
      members.set(role, person);
      await join(lead, projectId, person, [role]);
    }
    const at = `/api/reviews/${reviewId}`;
    const importId = await importText(world, lead, reviewId, SMALL_RIS);
    const { records } = await must(lead, 'get', `${at}/records`);
    await must(lead, 'post', `${at}/assignments/title-and-abstract`, {
      personIds: [lead.personId, memberOf('screener').personId],
    });
    const { id: openingId } = await must(lead, 'post', `/api/projects/${projectId}/openings`, {
      role: 'viewer',
      title: 'A seat',
    });
    const { id: outcomeId } = await must(lead, 'post', `${at}/outcomes`, { name: 'Recovery', kind: 'dichotomous' });
    const { id: studyId } = await must(lead, 'post', `${at}/studies`, { label: 'Seed 2000' });
    const { id: characteristicId } = await must(lead, 'post', `${at}/characteristics`, { name: 'Age', kind: 'number' });
    const { studies } = await must(lead, 'get', `${at}/extraction`);
    const { id: analysisId } = await must(lead, 'post', `${at}/analyses`, {
      name: 'Main',
      outcomeId,
      specification: { measure: 'RR' },
    });
    const { id: labelId } = await must(lead, 'post', `${at}/labels`, { name: 'seeded' });
    await must(lead, 'post', `${at}/appraisals`, { tool: 'quadas-2' });
    const { appraisals } = await must(lead, 'get', `${at}/appraisals`);
    const { jobs } = await must(lead, 'get', `${at}/jobs`);
    ids = {
      ...{
        appraisalId: appraisals[0].appraisalId,
        question: '1.1',
        domain: 'D1',
        figure: 'summary.svg',
        findingsFile: 'evidence-profile.csv',
      },
      ...{ projectId, reviewId, importId, openingId, outcomeId, studyId, analysisId, labelId, characteristicId },
      version: '1',
      name: 'screening-keymap',
      ...{ recordId: records[0].recordId, armId: studies[0].arms[0].armId, jobId: jobs[0].jobId },
      ...{ personId: lead.personId, stage: 'title-and-abstract', table: 'form', file: 'records.csv' },
      ...{ criterion: '2', document: 'contributions.txt' },
      ...{ personId: lead.personId, stage: 'title-and-abstract', file: 'records.csv', reportFile: 'searches.csv' },
      ...{ field: 'funding', protocolFile: 'protocol.md' },
      ...{ criterion: '2', document: 'contributions.txt', item: 'wanted' },
    };
  });
  afterAll(() => world.close());

  function memberOf(role: Role): Somebody {
    const person = members.get(role);
    if (!person) throw new Error(`nobody is ${role}`);
    return person;
  }

  /** The path with the seeded ids; where the row asks for what isn't there, its own last id is a made-up one. */
  function pathOf(endpoint: Endpoint, row: Row): string {
    const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(match => match[1] ?? '');
    const keys = new Set(['projectId', 'reviewId', 'stage', 'file', 'criterion', 'document', 'item', 'name']);
    return names.reduce((path, name) => {
      const isGone = row.isMissing && !keys.has(name);
      const known = isGone ? (name === 'token' ? 'x'.repeat(32) : nothing) : (ids[name] ?? nothing);
      return path.replace(`:${name}`, known);
    }, endpoint.path);
  }

  async function ask(agent: Somebody['agent'], endpoint: Endpoint, row: Row): Promise<number> {
    const method = endpoint.method.toLowerCase() as 'get';
    const body = JSON.parse(JSON.stringify(row.body ?? {}).replaceAll('OUTCOME', ids.outcomeId ?? ''));
    const reply = await agent[method](pathOf(endpoint, row) + (row.query ?? '')).send(body);
    return reply.status;
  }

  /** May: it was done, or refused for what was asked and not for who asked. */
  function expectMay(status: number, row: Row, who: string): void {
    if (row.isMissing || row.isMissingInBody) expect([404, 409], who).toContain(status);
    else expect([200, 201, 202, 204, 409, 422], who).toContain(status);
  }

  it('has a row for each endpoint of the contract, and no other', () => {
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(ENDPOINTS).sort());
  });

  for (const [name, row] of Object.entries(TABLE)) {
    it(`${name}: ${Array.isArray(row.who) ? row.who.join(', ') || 'no role' : row.who}`, async () => {
      const endpoint = ENDPOINTS[name];
      if (!endpoint) throw new Error(`the contract has no endpoint ${name}`);
      const status = await ask(world.visitor(), endpoint, row);
      if (row.who === 'anyone') return row.isMissing ? expect(status).toBe(404) : expect(status).not.toBe(403);
      expect(status, 'nobody').toBe(401);

      const isOpen = row.who === 'person';
      const strangerStatus = await ask(stranger.agent, endpoint, row);
      if (isOpen) expectMay(strangerStatus, row, 'stranger');
      else expect(strangerStatus, 'stranger').toBe(row.refused ?? 404);

      for (const role of ROLES) {
        const memberStatus = await ask(memberOf(role).agent, endpoint, row);
        const may = isOpen || row.who === 'members' || row.who.includes(role);
        if (may) expectMay(memberStatus, row, role);
        else expect(memberStatus, role).toBe(row.refused ?? 403);
      }
    });
  }

  it('still lets everybody of the table sign in', async () => {
    const agent = world.visitor();
    const { email } = memberOf('viewer');
    expect((await agent.post('/api/session').send({ email, password: PASSWORD })).status).toBe(200);
  });
});
