/** Where MeSH headings stand in NLM's trees: tree numbers by the heading's name in lower case, and the name of each tree number. */
export interface MeshTree {
  readonly treeNumbers: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, string>;
}

export function meshTreeFrom(
  headings: Iterable<{ readonly name: string; readonly treeNumbers: readonly string[] }>,
): MeshTree {
  const treeNumbers = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  for (const heading of headings) {
    treeNumbers.set(heading.name.toLowerCase(), heading.treeNumbers);
    for (const number of heading.treeNumbers) names.set(number, heading.name);
  }
  return { treeNumbers, names };
}

/** A place in the trees that a heading touches, and how far above the heading it lies (0: the heading itself). */
export interface MeshNode {
  readonly node: string;
  readonly distance: number;
}

/** The heading and its ancestors. Without a tree, or for a heading that the tree does not know, the heading alone. */
export function meshNodes(heading: string, tree: MeshTree | null): MeshNode[] {
  const numbers = tree?.treeNumbers.get(heading.toLowerCase()) ?? [];
  if (numbers.length === 0) return [{ node: heading.toLowerCase(), distance: 0 }];
  const nodes: MeshNode[] = [];
  for (const number of numbers) {
    const steps = number.split('.');
    for (let kept = steps.length; kept > 0; kept--) {
      nodes.push({ node: steps.slice(0, kept).join('.'), distance: steps.length - kept });
    }
  }
  return nodes;
}
