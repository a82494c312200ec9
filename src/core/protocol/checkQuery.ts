import { parseQuery } from '#core/protocol/parseQuery';
import type { QueryProblem } from '#core/protocol/queryTree';
import { type QueryBlock, toBlocks } from '#core/protocol/toBlocks';

export interface QueryCheck {
  /** No problem is an error: the string means to PubMed what it says. */
  readonly isSound: boolean;
  readonly problems: readonly QueryProblem[];
  readonly blocks: readonly QueryBlock[];
}

/** Reads a pasted search string, names each mistake with its place, and shows it as blocks. */
export function checkQuery(text: string): QueryCheck {
  const { tree, problems } = parseQuery(text);
  return { isSound: problems.every(problem => problem.severity !== 'error'), problems, blocks: toBlocks(tree) };
}
