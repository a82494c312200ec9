import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProfileLine } from '#core/people/vocabulary';
import { counted } from '../../words/counted.ts';
import { day } from '../../words/day.ts';
import { roleList } from '../../words/roleList.ts';
import { Chips } from './Chips.tsx';
import type { OwnProfile } from './useOwnProfile.ts';
import { EXAM_WORDS, STAGE_WORDS, VISA_WORDS } from './words.ts';

const TOPICS_SHOWN = 6;

/** What a line says, or null where it says nothing yet. */
export function lineValue(line: ProfileLine, profile: OwnProfile): ReactNode {
  const topics = profile.topics.filter(topic => topic.change !== 'removed');
  switch (line) {
    case 'headline':
    case 'affiliation':
      return profile[line] || null;
    case 'topics':
      if (topics.length === 0) return null;
      return (
        <>
          <Chips words={topics.slice(0, TOPICS_SHOWN).map(topic => topic.topic)} />{' '}
          <Link to="/profile/topics">{topics.length > TOPICS_SHOWN ? `Correct all ${topics.length}` : 'Correct'}</Link>
        </>
      );
    case 'publications':
      return (
        <>
          {profile.publications.length > 0 && `${profile.publications.length} confirmed `}
          {profile.proposed > 0 && `${profile.proposed} to answer `}
          <Link to="/profile/publications">
            {profile.publications.length + profile.proposed > 0 ? 'See them' : 'Find yours'}
          </Link>
        </>
      );
    case 'skills':
    case 'languages':
    case 'aims':
      return profile[line].length > 0 ? <Chips words={profile[line]} /> : null;
    case 'rolesWanted':
      return profile.rolesWanted.length > 0 ? roleList(profile.rolesWanted) : null;
    case 'hoursPerWeek':
      return profile.hoursPerWeek === null ? null : counted(profile.hoursPerWeek, 'hour');
    case 'timeZone':
      return profile.timeZone?.replaceAll('_', ' ') ?? null;
    case 'away':
      return profile.away.length > 0 ? profile.away.map(awayWords).join('; ') : null;
    case 'careerStage':
      return profile.careerStage && STAGE_WORDS[profile.careerStage];
    case 'school':
      return [profile.medicalSchool, profile.schoolCountry, profile.graduationYear].filter(Boolean).join(', ') || null;
    case 'examSteps':
      return profile.examSteps.map(step => EXAM_WORDS[step]).join(', ') || null;
    case 'visa':
      return profile.visaNeed && VISA_WORDS[profile.visaNeed];
  }
}

export function awayWords({ from, to, why }: { from: string; to: string; why: string }): string {
  return `${day(from)} to ${day(to)}${why && `, ${why}`}`;
}
