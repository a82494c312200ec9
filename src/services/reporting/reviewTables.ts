import { Adjudication } from '#entities/Adjudication';
import { Analysis } from '#entities/Analysis';
import { AnalysisVersion } from '#entities/AnalysisVersion';
import { Appraisal } from '#entities/Appraisal';
import { AppraisalConsensus } from '#entities/AppraisalConsensus';
import { Arm } from '#entities/Arm';
import { ArmCharacteristicValue } from '#entities/ArmCharacteristicValue';
import { ArmResult } from '#entities/ArmResult';
import { Assessment } from '#entities/Assessment';
import { AuditEvent } from '#entities/AuditEvent';
import { AuditSeal } from '#entities/AuditSeal';
import { AuthorPlace } from '#entities/AuthorPlace';
import { CertaintyGrading } from '#entities/CertaintyGrading';
import { Certificate } from '#entities/Certificate';
import { Characteristic } from '#entities/Characteristic';
import { CharacteristicValue } from '#entities/CharacteristicValue';
import { CreditAnswer } from '#entities/CreditAnswer';
import { CreditClaim } from '#entities/CreditClaim';
import { Criterion } from '#entities/Criterion';
import { DiscussionMessage } from '#entities/DiscussionMessage';
import { DuplicateCluster } from '#entities/DuplicateCluster';
import { DuplicateMember } from '#entities/DuplicateMember';
import { DuplicatePair } from '#entities/DuplicatePair';
import { EarlierVersion } from '#entities/EarlierVersion';
import { ExtractionConsensus } from '#entities/ExtractionConsensus';
import { ExtractionFormVersion } from '#entities/ExtractionFormVersion';
import { ExtractionSheet } from '#entities/ExtractionSheet';
import { Finding } from '#entities/Finding';
import { FlowSnapshot } from '#entities/FlowSnapshot';
import { FullText } from '#entities/FullText';
import { FullTextMark } from '#entities/FullTextMark';
import { Job } from '#entities/Job';
import { JournalLook } from '#entities/JournalLook';
import { KeptFilter } from '#entities/KeptFilter';
import { Label } from '#entities/Label';
import { ManuscriptDraft } from '#entities/ManuscriptDraft';
import { ManuscriptWords } from '#entities/ManuscriptWords';
import { MinimalDifference } from '#entities/MinimalDifference';
import { Outcome } from '#entities/Outcome';
import { Outreach } from '#entities/Outreach';
import { PilotRound } from '#entities/PilotRound';
import { ProtocolAmendment } from '#entities/ProtocolAmendment';
import { ProtocolField } from '#entities/ProtocolField';
import { Publication } from '#entities/Publication';
import { PublishedName } from '#entities/PublishedName';
import { Question } from '#entities/Question';
import { Ranking } from '#entities/Ranking';
import { RankingSample } from '#entities/RankingSample';
import { RankingTurn } from '#entities/RankingTurn';
import { RecordEdit } from '#entities/RecordEdit';
import { RecordImport } from '#entities/RecordImport';
import { RecordLabel } from '#entities/RecordLabel';
import { RecordNote } from '#entities/RecordNote';
import { Report } from '#entities/Report';
import { ReportedOutcome } from '#entities/ReportedOutcome';
import { RetractionAlarm } from '#entities/RetractionAlarm';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { ScreeningDiscussion } from '#entities/ScreeningDiscussion';
import { ScreeningNudge } from '#entities/ScreeningNudge';
import { ScreeningStop } from '#entities/ScreeningStop';
import { Search } from '#entities/Search';
import { SearchRecord } from '#entities/SearchRecord';
import { Study } from '#entities/Study';
import { StudyCounts } from '#entities/StudyCounts';
import { StudyResult } from '#entities/StudyResult';

/** All that belongs to a review, by the file that holds it in an archive; each comes after what it points to. */
export const REVIEW_TABLES = {
  questions: Question,
  criteria: Criterion,
  searches: Search,
  imports: RecordImport,
  records: SearchRecord,
  retractionAlarms: RetractionAlarm,
  recordEdits: RecordEdit,
  labels: Label,
  recordLabels: RecordLabel,
  recordNotes: RecordNote,
  keptFilters: KeptFilter,
  duplicateClusters: DuplicateCluster,
  duplicateMembers: DuplicateMember,
  duplicatePairs: DuplicatePair,
  assignments: ScreeningAssignment,
  decisions: ScreeningDecision,
  adjudications: Adjudication,
  discussions: ScreeningDiscussion,
  discussionMessages: DiscussionMessage,
  nudges: ScreeningNudge,
  outreach: Outreach,
  pilotRounds: PilotRound,
  rankings: Ranking,
  rankingTurns: RankingTurn,
  rankingSamples: RankingSample,
  screeningStops: ScreeningStop,
  studies: Study,
  reports: Report,
  fullTexts: FullText,
  fullTextMarks: FullTextMark,
  arms: Arm,
  outcomes: Outcome,
  armResults: ArmResult,
  studyResults: StudyResult,
  studyCounts: StudyCounts,
  characteristics: Characteristic,
  characteristicValues: CharacteristicValue,
  armCharacteristicValues: ArmCharacteristicValue,
  reportedOutcomes: ReportedOutcome,
  extractionFormVersions: ExtractionFormVersion,
  extractionSheets: ExtractionSheet,
  extractionConsensuses: ExtractionConsensus,
  analyses: Analysis,
  appraisals: Appraisal,
  assessments: Assessment,
  appraisalConsensuses: AppraisalConsensus,
  certaintyGradings: CertaintyGrading,
  minimalDifferences: MinimalDifference,
  findings: Finding,
  analysisVersions: AnalysisVersion,
  creditClaims: CreditClaim,
  creditAnswers: CreditAnswer,
  authorPlaces: AuthorPlace,
  certificates: Certificate,
  journalLooks: JournalLook,
  manuscriptDrafts: ManuscriptDraft,
  manuscriptWords: ManuscriptWords,
  protocolAmendments: ProtocolAmendment,
  earlierVersions: EarlierVersion,
  flowSnapshots: FlowSnapshot,
  protocolFields: ProtocolField,
  publications: Publication,
  publishedNames: PublishedName,
  jobs: Job,
  auditEvents: AuditEvent,
  auditSeals: AuditSeal,
} as const;

export type ReviewTable = keyof typeof REVIEW_TABLES;

/** What an archive of version 0.1.0 holds, which did not list its tables. */
export const TABLES_OF_THE_FIRST_VERSION: readonly string[] = [
  'questions criteria searches imports records duplicateClusters duplicateMembers duplicatePairs assignments decisions',
  'adjudications studies reports arms outcomes armResults studyResults analyses jobs auditEvents auditSeals',
].flatMap(line => line.split(' '));
