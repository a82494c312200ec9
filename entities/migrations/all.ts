import { Accounts1764550000000 } from '#entities/migrations/Accounts1764550000000';
import { Agreements1764480500002 } from '#entities/migrations/Agreements1764480500002';
import { AgreementWishes1764550000002 } from '#entities/migrations/AgreementWishes1764550000002';
import { AnalysisVersions1764460800400 } from '#entities/migrations/AnalysisVersions1764460800400';
import { Certainty1764460800802 } from '#entities/migrations/Certainty1764460800802';
import { Cohorts1764480500003 } from '#entities/migrations/Cohorts1764480500003';
import { Communities1764550000001 } from '#entities/migrations/Communities1764550000001';
import { ConvertedResults1764460801000 } from '#entities/migrations/ConvertedResults1764460801000';
import { Credit1764480900000 } from '#entities/migrations/Credit1764480900000';
import { Discussions1764460800750 } from '#entities/migrations/Discussions1764460800750';
import { ExtractionForms1764480300000 } from '#entities/migrations/ExtractionForms1764480300000';
import { ExtractionSheets1764480300001 } from '#entities/migrations/ExtractionSheets1764480300001';
import { FirstTables1763956800000 } from '#entities/migrations/FirstTables1763956800000';
import { FlowAndProtocol1764480400001 } from '#entities/migrations/FlowAndProtocol1764480400001';
import { FullTexts1764480100000 } from '#entities/migrations/FullTexts1764480100000';
import { InvitedPeople1764640000000 } from '#entities/migrations/InvitedPeople1764640000000';
import { KeptFilters1764520000000 } from '#entities/migrations/KeptFilters1764520000000';
import { LabelsAndNotes1764460800600 } from '#entities/migrations/LabelsAndNotes1764460800600';
import { LargeFiles1764460800100 } from '#entities/migrations/LargeFiles1764460800100';
import { Manuscripts1764480400000 } from '#entities/migrations/Manuscripts1764480400000';
import { MentorInvitations1764706000000 } from '#entities/migrations/MentorInvitations1764706000000';
import { Mentoring1764480600000 } from '#entities/migrations/Mentoring1764480600000';
import { Mesh1764460800602 } from '#entities/migrations/Mesh1764460800602';
import { Messages1764540000001 } from '#entities/migrations/Messages1764540000001';
import { MoreOutcomeKinds1764610000000 } from '#entities/migrations/MoreOutcomeKinds1764610000000';
import { NotesOnAppraisals1764460800801 } from '#entities/migrations/NotesOnAppraisals1764460800801';
import { Notifications1764540000000 } from '#entities/migrations/Notifications1764540000000';
import { OpeningPosts1764480500001 } from '#entities/migrations/OpeningPosts1764480500001';
import { Outreach1764480500004 } from '#entities/migrations/Outreach1764480500004';
import { PilotRounds1764460800702 } from '#entities/migrations/PilotRounds1764460800702';
import { PracticeSets1764480200000 } from '#entities/migrations/PracticeSets1764480200000';
import { Preferences1764480200001 } from '#entities/migrations/Preferences1764480200001';
import { PreparedExports1764650000000 } from '#entities/migrations/PreparedExports1764650000000';
import { Profiles1764480500000 } from '#entities/migrations/Profiles1764480500000';
import { Publications1764480400002 } from '#entities/migrations/Publications1764480400002';
import { RandomisedToArms1764460801001 } from '#entities/migrations/RandomisedToArms1764460801001';
import { Ranking1764460800900 } from '#entities/migrations/Ranking1764460800900';
import { RecordCopies1764460800605 } from '#entities/migrations/RecordCopies1764460800605';
import { RecordEdits1764460800603 } from '#entities/migrations/RecordEdits1764460800603';
import { RecordFacets1764702000000 } from '#entities/migrations/RecordFacets1764702000000';
import { RecordFieldWords1764620000000 } from '#entities/migrations/RecordFieldWords1764620000000';
import { RecordIndex1764460800601 } from '#entities/migrations/RecordIndex1764460800601';
import { RecordStandIns1764480000001 } from '#entities/migrations/RecordStandIns1764480000001';
import { RecordTallies1764480000000 } from '#entities/migrations/RecordTallies1764480000000';
import { RelatedPairs1764460800604 } from '#entities/migrations/RelatedPairs1764460800604';
import { ReportedOutcomes1764480300002 } from '#entities/migrations/ReportedOutcomes1764480300002';
import { RiskOfBias1764460800800 } from '#entities/migrations/RiskOfBias1764460800800';
import { SavedSearches1764460800500 } from '#entities/migrations/SavedSearches1764460800500';
import { ScreeningNudges1764460800701 } from '#entities/migrations/ScreeningNudges1764460800701';
import { SecondScreenerForAShare1764460800700 } from '#entities/migrations/SecondScreenerForAShare1764460800700';
import { SourcesOfArms1764650000001 } from '#entities/migrations/SourcesOfArms1764650000001';
import { SourcesOfCounts1764560000000 } from '#entities/migrations/SourcesOfCounts1764560000000';
import { StudyCounts1764480800000 } from '#entities/migrations/StudyCounts1764480800000';
import { TalliesByRecord1764530000000 } from '#entities/migrations/TalliesByRecord1764530000000';
import { UndoingImports1764480000002 } from '#entities/migrations/UndoingImports1764480000002';
import { UnsureLetters1764640000001 } from '#entities/migrations/UnsureLetters1764640000001';

/** The history of the tables, oldest first. A migration is never edited after it has landed. */
export const MIGRATIONS = [
  FirstTables1763956800000,
  LargeFiles1764460800100,
  AnalysisVersions1764460800400,
  SavedSearches1764460800500,
  LabelsAndNotes1764460800600,
  RecordIndex1764460800601,
  Mesh1764460800602,
  RecordEdits1764460800603,
  RelatedPairs1764460800604,
  RecordCopies1764460800605,
  SecondScreenerForAShare1764460800700,
  ScreeningNudges1764460800701,
  PilotRounds1764460800702,
  Discussions1764460800750,
  RiskOfBias1764460800800,
  NotesOnAppraisals1764460800801,
  Certainty1764460800802,
  Ranking1764460800900,
  ConvertedResults1764460801000,
  RandomisedToArms1764460801001,
  FullTexts1764480100000,
  Profiles1764480500000,
  Mentoring1764480600000,
  Credit1764480900000,
  OpeningPosts1764480500001,
  RecordTallies1764480000000,
  RecordStandIns1764480000001,
  StudyCounts1764480800000,
  Manuscripts1764480400000,
  FlowAndProtocol1764480400001,
  PracticeSets1764480200000,
  Preferences1764480200001,
  Agreements1764480500002,
  Cohorts1764480500003,
  Outreach1764480500004,
  Publications1764480400002,
  ExtractionForms1764480300000,
  ExtractionSheets1764480300001,
  ReportedOutcomes1764480300002,
  TalliesByRecord1764530000000,
  UndoingImports1764480000002,
  SourcesOfCounts1764560000000,
  Accounts1764550000000,
  Notifications1764540000000,
  Communities1764550000001,
  AgreementWishes1764550000002,
  Messages1764540000001,
  KeptFilters1764520000000,
  RecordFieldWords1764620000000,
  InvitedPeople1764640000000,
  UnsureLetters1764640000001,
  PreparedExports1764650000000,
  SourcesOfArms1764650000001,
  MoreOutcomeKinds1764610000000,
  MentorInvitations1764706000000,
  RecordFacets1764702000000,
] as const;
