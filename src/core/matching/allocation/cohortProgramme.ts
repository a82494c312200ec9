import type { RuledCohort } from '#core/matching/allocation/teamRules';

type Pair = readonly [personId: string, openingId: string, score: number];

/** A mixed-integer programme in CPLEX's LP format, with the pair that each of its variables x0, x1 … stands for. */
export interface Programme {
  readonly text: string;
  readonly pairs: readonly Pair[];
}

/** What a solver says: the variables that are 1 and the objective, proven greatest; null where nothing keeps all rows. */
export type Solve = (
  programme: string,
) => Promise<{ readonly ones: readonly string[]; readonly objective: number } | null>;

/**
 * Writes the placing of a cohort as a mixed-integer programme: each person at most one opening, capacities of openings and leads,
 * locks, and the rules on teams, which are not nested in them. A variable is 1 where a pair is placed.
 *
 * Takes: the pairs that may be, and the worth of each. Gives: the text and its pairs.
 */
export function cohortProgramme(
  cohort: RuledCohort,
  pairs: readonly Pair[],
  worth: (score: number) => number,
): Programme {
  const rows: string[] = [];
  const among = (isIn: (pair: Pair) => boolean) => pairs.flatMap((pair, i) => (isIn(pair) ? [`x${i}`] : []));
  const row = (names: readonly string[], relation: string) => {
    rows.push(`${names.length > 0 ? names.join(' + ') : '0 nobody'} ${relation}`);
  };
  for (const { id } of cohort.people)
    row(
      among(pair => pair[0] === id),
      '<= 1',
    );
  for (const { id, capacity } of cohort.openings)
    row(
      among(pair => pair[1] === id),
      `<= ${capacity}`,
    );
  for (const lead of cohort.leads) {
    const own = new Set(cohort.openings.filter(opening => opening.leadId === lead.id).map(opening => opening.id));
    row(
      among(pair => own.has(pair[1])),
      `<= ${lead.capacity}`,
    );
  }
  for (const [person, opening] of cohort.locks)
    row(
      among(pair => pair[0] === person && pair[1] === opening),
      '= 1',
    );
  const inProject = (pair: Pair, projectId: string | undefined) => cohort.projectOf.get(pair[1]) === projectId;
  for (const rule of cohort.rules) {
    if (rule.kind === 'skill') {
      const able = (pair: Pair) => cohort.skillsOf.get(pair[0])?.includes(rule.skill) === true;
      row(
        among(pair => inProject(pair, rule.projectId) && able(pair)),
        '>= 1',
      );
    } else {
      for (const projectId of new Set(cohort.projectOf.values()))
        row(
          among(pair => rule.personIds.includes(pair[0]) && inProject(pair, projectId)),
          '<= 1',
        );
    }
  }
  const objective = pairs.map((pair, i) => `${worth(pair[2])} x${i}`).join(' + ');
  const text = [
    ...['Maximize', ` obj: ${objective || '0 nobody'}`, 'Subject To'],
    ...rows.map((one, nth) => ` c${nth}: ${one}`),
    ...['Binary', ` ${pairs.map((_, i) => `x${i}`).join(' ')} nobody`, 'End'],
  ].join('\n');
  return { text, pairs };
}
