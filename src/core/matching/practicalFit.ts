import type { MatchOpening, MatchPerson, Reason } from '#core/matching/matchable';
import { hoursBetween } from '#core/matching/timeZones';
import { workDays } from '#core/matching/workDays';
import { wilson } from '#core/synthesis/proportionIntervals';

/** What lies beside the topic: whether a hard rule excludes the person, and what the soft ones add or take. */
export interface PracticalFit {
  readonly excludedBecause: string | null;
  readonly reasons: readonly Reason[];
}

/** Weights in the unit of the topic score: standard deviations of random pairs. */
const SKILL_WEIGHT = 1;
/** All found, of very many: what practice can add at most. */
const PRACTICE_WEIGHT = 0.5;
const ROLE_WEIGHT = 1;
const HOURS_WEIGHT = 1;
const LANGUAGE_WEIGHT = 0.5;
/** Up to three hours apart a meeting suits both; each hour beyond costs this much. */
const TIME_ZONE_WEIGHT = 0.2;
const EASY_HOURS_APART = 3;
/** Away on all days would cost this much; away on more than half of them excludes. */
const DATES_WEIGHT = 1;
const MOST_DAYS_AWAY = 0.5;

function folded(words: readonly string[] | undefined): Set<string> {
  return new Set((words ?? []).map(word => word.trim().toLowerCase()).filter(word => word !== ''));
}

function skillFit(person: MatchPerson, opening: MatchOpening): PracticalFit {
  const has = folded(person.skills);
  const asked = (opening.requiredSkills ?? []).filter(skill => skill.trim() !== '');
  const lacking = asked.filter(skill => !has.has(skill.trim().toLowerCase()));
  // A profile that names no skills has not said no: nobody is excluded for what they have not been asked.
  const excludedBecause =
    has.size > 0 && lacking.length > 0 ? `Asks for ${lacking.join(', ')}, not among the skills named.` : null;
  const reasons = asked.map((skill): Reason => {
    if (has.size === 0)
      return { kind: 'skill', term: skill, weight: 0, sentence: `Asks for ${skill}; no skills named yet.` };
    const fits = !lacking.includes(skill);
    return {
      kind: 'skill',
      term: skill,
      weight: fits ? SKILL_WEIGHT / asked.length : 0,
      sentence: fits ? `Has ${skill}, as asked.` : `Asks for ${skill}, not among the skills named.`,
    };
  });
  return { excludedBecause, reasons };
}

function roleFit(person: MatchPerson, opening: MatchOpening): PracticalFit {
  const wanted = folded(person.roles);
  const role = opening.role?.trim();
  if (!role || wanted.size === 0) return { excludedBecause: null, reasons: [] };
  if (!wanted.has(role.toLowerCase())) {
    return {
      excludedBecause: `The seat is for ${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}; looked for: ${(person.roles ?? []).join(', ')}.`,
      reasons: [],
    };
  }
  return {
    excludedBecause: null,
    reasons: [{ kind: 'role', term: role, weight: ROLE_WEIGHT, sentence: `Looks for a seat as ${role}.` }],
  };
}

/** Hours a week as the opening says, or as its work and dates come to. */
function hoursAsked(opening: MatchOpening, at: number): number | null {
  if (opening.hoursPerWeek != null) return opening.hoursPerWeek;
  const days = workDays(opening, [], at);
  if (days === null || opening.totalHours == null) return null;
  return Math.max(0.5, Math.round((2 * opening.totalHours) / Math.max(1, days.all / 7)) / 2);
}

function hoursFit(person: MatchPerson, opening: MatchOpening, at: number): PracticalFit {
  const has = person.hoursPerWeek;
  const asked = hoursAsked(opening, at);
  if (has == null || asked == null || asked <= 0) return { excludedBecause: null, reasons: [] };
  if (has < asked / 2) {
    return { excludedBecause: `Asks for ${asked} h a week; ${has} h is less than half of that.`, reasons: [] };
  }
  const weight = has >= asked ? HOURS_WEIGHT : HOURS_WEIGHT * (2 * (has / asked) - 1);
  const sentence =
    has >= asked ? `${has} h a week cover the ${asked} h asked.` : `${has} of the ${asked} h a week asked.`;
  return { excludedBecause: null, reasons: [{ kind: 'hours', term: `${has} h`, weight, sentence }] };
}

function timeZoneFit(person: MatchPerson, opening: MatchOpening, at: number): PracticalFit {
  const apart = hoursBetween(person.timeZone ?? null, opening.timeZone ?? null, at);
  if (apart === null) return { excludedBecause: null, reasons: [] };
  const sentence = apart === 0 ? 'The same time of day.' : `${apart} h time difference.`;
  const weight = 0 - TIME_ZONE_WEIGHT * Math.max(0, apart - EASY_HOURS_APART);
  return { excludedBecause: null, reasons: [{ kind: 'time-zone', term: `${apart} h`, weight, sentence }] };
}

/** Who is away for most of the days until the work is due can't do it; fewer days away cost their share. */
function dateFit(person: MatchPerson, opening: MatchOpening, at: number): PracticalFit {
  const away = person.away ?? [];
  const days = workDays(opening, away, at);
  if (days === null || away.length === 0) return { excludedBecause: null, reasons: [] };
  const share = days.away / days.all;
  if (share > MOST_DAYS_AWAY) {
    return { excludedBecause: `Away on ${days.away} of the ${days.all} days until it is due.`, reasons: [] };
  }
  const term = days.away === 0 ? 'free' : `${days.away} days away`;
  const sentence =
    days.away === 0 ? 'Free until it is due.' : `Away on ${days.away} of the ${days.all} days until it is due.`;
  return { excludedBecause: null, reasons: [{ kind: 'dates', term, weight: 0 - DATES_WEIGHT * share, sentence }] };
}

function languageFit(person: MatchPerson, opening: MatchOpening): PracticalFit {
  const speaks = folded(person.languages);
  const asked = (opening.languages ?? []).filter(language => language.trim() !== '');
  const lacking = asked.filter(language => !speaks.has(language.trim().toLowerCase()));
  const excludedBecause =
    speaks.size > 0 && lacking.length > 0 ? `Asks for ${lacking.join(', ')}, not among the languages named.` : null;
  const reasons = asked
    .filter(language => speaks.has(language.trim().toLowerCase()))
    .map(
      (language): Reason => ({
        kind: 'language',
        term: language,
        weight: LANGUAGE_WEIGHT,
        sentence: `Reads ${language}.`,
      }),
    );
  return { excludedBecause, reasons };
}

/** Nobody carries everyone: whoever has no room is out of question, however well they suit. */
function loadFit({ load }: MatchPerson): PracticalFit {
  if (!load || load.has < load.room) return { excludedBecause: null, reasons: [] };
  const because = load.room === 0 ? 'Takes nobody at the moment.' : `Looks after ${load.has} of ${load.room} already.`;
  return { excludedBecause: because, reasons: [] };
}

/** What a person showed in practice counts for a seat that screens: the share found, by its least likely value. */
function practiceFit({ practised }: MatchPerson, { role }: MatchOpening): PracticalFit {
  if (role !== 'screener' || !practised) return { excludedBecause: null, reasons: [] };
  const shown = practised
    .filter(one => one.of > 0)
    .map(one => ({ ...one, least: wilson(one.found, one.of).lower }))
    .sort((a, b) => b.least - a.least || (a.name < b.name ? -1 : 1));
  const [best] = shown;
  if (!best) return { excludedBecause: null, reasons: [] };
  const sentence = `Found ${best.found} of ${best.of} in the practice set “${best.name}”.`;
  return {
    excludedBecause: null,
    reasons: [{ kind: 'skill', term: best.name, weight: PRACTICE_WEIGHT * best.least, sentence }],
  };
}

/**
 * Skills, role, hours, dates, time zone and languages of one pair. Hard: a required skill that is not among those named, a role that
 * was not looked for, less than half of the hours, away for most of the days, a language not among those named, a mentor without room. What somebody has left blank never excludes.
 */
export function practicalFit(person: MatchPerson, opening: MatchOpening, at: number): PracticalFit {
  const fits = [
    skillFit(person, opening),
    roleFit(person, opening),
    hoursFit(person, opening, at),
    dateFit(person, opening, at),
    timeZoneFit(person, opening, at),
    languageFit(person, opening),
    loadFit(person),
    practiceFit(person, opening),
  ];
  const why = fits.flatMap(fit => fit.excludedBecause ?? []);
  return { excludedBecause: why.length > 0 ? why.join(' ') : null, reasons: fits.flatMap(fit => fit.reasons) };
}
