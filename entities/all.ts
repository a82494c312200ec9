import { AccountExport } from '#entities/AccountExport';
import { Adjudication } from '#entities/Adjudication';
import { AgreementWish } from '#entities/AgreementWish';
import { Analysis } from '#entities/Analysis';
import { AnalysisVersion } from '#entities/AnalysisVersion';
import { Application } from '#entities/Application';
import { Appraisal } from '#entities/Appraisal';
import { AppraisalConsensus } from '#entities/AppraisalConsensus';
import { Arm } from '#entities/Arm';
import { ArmCharacteristicValue } from '#entities/ArmCharacteristicValue';
import { ArmResult } from '#entities/ArmResult';
import { Assessment } from '#entities/Assessment';
import { AuditEvent } from '#entities/AuditEvent';
import { AuditSeal } from '#entities/AuditSeal';
import { AuthorPlace } from '#entities/AuthorPlace';
import { AuthorshipAgreement } from '#entities/AuthorshipAgreement';
import { AuthorshipSignature } from '#entities/AuthorshipSignature';
import { CertaintyGrading } from '#entities/CertaintyGrading';
import { Certificate } from '#entities/Certificate';
import { Characteristic } from '#entities/Characteristic';
import { CharacteristicValue } from '#entities/CharacteristicValue';
import { CheckIn } from '#entities/CheckIn';
import { CheckInNote } from '#entities/CheckInNote';
import { ClaimedPublication } from '#entities/ClaimedPublication';
import { Cohort } from '#entities/Cohort';
import { CohortOpening } from '#entities/CohortOpening';
import { Community } from '#entities/Community';
import { CommunityEvent } from '#entities/CommunityEvent';
import { CommunityInvitation } from '#entities/CommunityInvitation';
import { CommunityMember } from '#entities/CommunityMember';
import { CommunityPair } from '#entities/CommunityPair';
import { Conversation } from '#entities/Conversation';
import { CreditAnswer } from '#entities/CreditAnswer';
import { CreditClaim } from '#entities/CreditClaim';
import { Criterion } from '#entities/Criterion';
import { DiscussionMessage } from '#entities/DiscussionMessage';
import { DuplicateCluster } from '#entities/DuplicateCluster';
import { DuplicateMember } from '#entities/DuplicateMember';
import { DuplicatePair } from '#entities/DuplicatePair';
import { EarlierVersion } from '#entities/EarlierVersion';
import { EutilsSlot } from '#entities/EutilsSlot';
import { EventAnswer } from '#entities/EventAnswer';
import { ExtractionConsensus } from '#entities/ExtractionConsensus';
import { ExtractionFormVersion } from '#entities/ExtractionFormVersion';
import { ExtractionSheet } from '#entities/ExtractionSheet';
import { Finding } from '#entities/Finding';
import { FlowSnapshot } from '#entities/FlowSnapshot';
import { FullText } from '#entities/FullText';
import { FullTextMark } from '#entities/FullTextMark';
import { Goal } from '#entities/Goal';
import { Invitation } from '#entities/Invitation';
import { Job } from '#entities/Job';
import { JournalLook } from '#entities/JournalLook';
import { KeptFilter } from '#entities/KeptFilter';
import { Label } from '#entities/Label';
import { Letter } from '#entities/Letter';
import { ManuscriptDraft } from '#entities/ManuscriptDraft';
import { ManuscriptWords } from '#entities/ManuscriptWords';
import { Membership } from '#entities/Membership';
import { MentoringPromise } from '#entities/MentoringPromise';
import { MentorSeat } from '#entities/MentorSeat';
import { Mentorship } from '#entities/Mentorship';
import { MeshHeading } from '#entities/MeshHeading';
import { MeshTerm } from '#entities/MeshTerm';
import { MessageBlock } from '#entities/MessageBlock';
import { MessageReport } from '#entities/MessageReport';
import { MessageStop } from '#entities/MessageStop';
import { MinimalDifference } from '#entities/MinimalDifference';
import { Notification } from '#entities/Notification';
import { NotificationSettings } from '#entities/NotificationSettings';
import { Offer } from '#entities/Offer';
import { Opening } from '#entities/Opening';
import { OpeningAlert } from '#entities/OpeningAlert';
import { Outcome } from '#entities/Outcome';
import { Outreach } from '#entities/Outreach';
import { PasswordReset } from '#entities/PasswordReset';
import { Person } from '#entities/Person';
import { PilotRound } from '#entities/PilotRound';
import { PostReport } from '#entities/PostReport';
import { PracticeAttempt } from '#entities/PracticeAttempt';
import { PracticeDecision } from '#entities/PracticeDecision';
import { PracticeRecord } from '#entities/PracticeRecord';
import { PracticeSet } from '#entities/PracticeSet';
import { Preference } from '#entities/Preference';
import { PreparedExport } from '#entities/PreparedExport';
import { PrivateMessage } from '#entities/PrivateMessage';
import { Profile } from '#entities/Profile';
import { Project } from '#entities/Project';
import { ProtocolAmendment } from '#entities/ProtocolAmendment';
import { ProtocolField } from '#entities/ProtocolField';
import { Publication } from '#entities/Publication';
import { PublishedName } from '#entities/PublishedName';
import { Question } from '#entities/Question';
import { Ranking } from '#entities/Ranking';
import { RankingSample } from '#entities/RankingSample';
import { RankingTurn } from '#entities/RankingTurn';
import { RankList } from '#entities/RankList';
import { RateLimit } from '#entities/RateLimit';
import { RecordEdit } from '#entities/RecordEdit';
import { RecordImport } from '#entities/RecordImport';
import { RecordIndex } from '#entities/RecordIndex';
import { RecordLabel } from '#entities/RecordLabel';
import { RecordNote } from '#entities/RecordNote';
import { RecordTally } from '#entities/RecordTally';
import { Report } from '#entities/Report';
import { ReportedOutcome } from '#entities/ReportedOutcome';
import { RetractionAlarm } from '#entities/RetractionAlarm';
import { Review } from '#entities/Review';
import { ScreeningAssignment } from '#entities/ScreeningAssignment';
import { ScreeningDecision } from '#entities/ScreeningDecision';
import { ScreeningDiscussion } from '#entities/ScreeningDiscussion';
import { ScreeningNudge } from '#entities/ScreeningNudge';
import { ScreeningStop } from '#entities/ScreeningStop';
import { Search } from '#entities/Search';
import { SearchRecord } from '#entities/SearchRecord';
import { Session } from '#entities/Session';
import { Setting } from '#entities/Setting';
import { SiteEvent } from '#entities/SiteEvent';
import { Study } from '#entities/Study';
import { StudyCounts } from '#entities/StudyCounts';
import { StudyResult } from '#entities/StudyResult';

/** Every table, in an order in which each comes after those it points to: exports write and imports read them so. */
export const ENTITIES = [
  Person,
  Profile,
  MentorSeat,
  Mentorship,
  CheckIn,
  CheckInNote,
  MentoringPromise,
  Goal,
  ClaimedPublication,
  Community,
  CommunityMember,
  CommunityInvitation,
  CommunityEvent,
  EventAnswer,
  CommunityPair,
  AccountExport,
  PreparedExport,
  PasswordReset,
  Session,
  RateLimit,
  EutilsSlot,
  Setting,
  SiteEvent,
  MeshHeading,
  MeshTerm,
  Project,
  Membership,
  Invitation,
  AuthorshipAgreement,
  AuthorshipSignature,
  AgreementWish,
  Opening,
  Application,
  Offer,
  PostReport,
  OpeningAlert,
  Letter,
  Notification,
  NotificationSettings,
  Conversation,
  PrivateMessage,
  MessageBlock,
  MessageReport,
  MessageStop,
  Cohort,
  CohortOpening,
  RankList,
  Review,
  Question,
  Criterion,
  Search,
  RecordImport,
  SearchRecord,
  RecordIndex,
  RecordTally,
  RetractionAlarm,
  RecordEdit,
  KeptFilter,
  Label,
  RecordLabel,
  RecordNote,
  DuplicateCluster,
  DuplicateMember,
  DuplicatePair,
  ScreeningAssignment,
  ScreeningDecision,
  Adjudication,
  ScreeningNudge,
  Outreach,
  PilotRound,
  Preference,
  PracticeSet,
  PracticeRecord,
  PracticeAttempt,
  PracticeDecision,
  ScreeningDiscussion,
  DiscussionMessage,
  Ranking,
  RankingTurn,
  RankingSample,
  ScreeningStop,
  Study,
  Report,
  FullText,
  FullTextMark,
  Arm,
  Outcome,
  ArmResult,
  StudyCounts,
  StudyResult,
  Characteristic,
  CharacteristicValue,
  ArmCharacteristicValue,
  ReportedOutcome,
  ExtractionFormVersion,
  ExtractionSheet,
  ExtractionConsensus,
  Analysis,
  Appraisal,
  Assessment,
  AppraisalConsensus,
  CertaintyGrading,
  MinimalDifference,
  Finding,
  AnalysisVersion,
  CreditClaim,
  CreditAnswer,
  AuthorPlace,
  Certificate,
  JournalLook,
  Job,
  AuditEvent,
  AuditSeal,
  ManuscriptDraft,
  ManuscriptWords,
  ProtocolAmendment,
  EarlierVersion,
  FlowSnapshot,
  ProtocolField,
  Publication,
  PublishedName,
] as const;
