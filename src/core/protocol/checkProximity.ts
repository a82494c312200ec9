import type { FoundProblem, Term } from '#core/protocol/queryTree';

/** Proximity, `"two words"[tiab:~3]`, works in title, abstract and affiliation, on two or more plain words in quotes. */
export function checkProximity(term: Term): readonly FoundProblem[] {
  const { tag, start, end } = term;
  if (tag === null || tag.distance === null) return [];
  const problem = (code: string, message: string, repair?: string): FoundProblem => ({
    code,
    severity: 'error',
    start,
    end,
    message,
    ...(repair === undefined ? {} : { repair }),
  });
  const found: FoundProblem[] = [];
  if (tag.field !== null && tag.field !== 'ti' && tag.field !== 'tiab' && tag.field !== 'ad') {
    found.push(problem('proximity-field', `Proximity works with [ti], [tiab] and [ad] only, not with ${tag.written}.`));
  }
  if (!term.quoted) {
    found.push(
      problem('proximity-unquoted', 'The words of a proximity search stand in quotes.', `"${term.text}"${tag.written}`),
    );
  }
  if (term.words.length < 2) {
    found.push(problem('proximity-one-word', 'Proximity needs at least two words.'));
  }
  if (term.words.some(word => word.text.includes('*'))) {
    found.push(
      problem(
        'proximity-wildcard',
        'With * PubMed ignores proximity: write each ending by itself, or leave the distance out.',
      ),
    );
  }
  if (term.words.some(word => /^(AND|OR|NOT)$/.test(word.text))) {
    found.push(problem('proximity-operator', 'AND, OR and NOT inside a proximity search are read as plain words.'));
  }
  return found;
}
